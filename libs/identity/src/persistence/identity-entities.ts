import { EntitySchema, type EntitySchemaOptions } from 'typeorm';
import { providerRecordEntity } from './provider-record-entity.js';
import { serviceAccountEntity } from './service-account-entity.js';

type Columns = EntitySchemaOptions<unknown>['columns'];
type Rest = Pick<EntitySchemaOptions<unknown>, 'indices' | 'uniques' | 'checks'>;

const table = (tableName: string, columns: Columns, rest: Rest = {}): EntitySchema =>
  new EntitySchema({ name: `identity_${tableName}`, schema: 'identity', tableName, columns, ...rest });
const key = (name: string, type: 'text' | 'uuid' | 'integer' | 'boolean' = 'text') =>
  ({ type, primary: true, primaryKeyConstraintName: name }) as const;

const text = { type: 'text' } as const;
const flag = { type: 'boolean', default: false } as const;
const instant = { type: 'timestamp with time zone' } as const;
const optional = { nullable: true } as const;

const account = table(
  'account',
  {
    id: key('account_pkey', 'uuid'),
    name: text,
    role: text,
    organization_id: { ...text, ...optional },
    password_hash: { ...text, ...optional },
    second_factor: { type: 'bytea', ...optional },
    last_step: { type: 'bigint', ...optional },
    disabled: flag,
    demo: flag,
    generation: { type: 'integer', default: 1 },
    created_at: instant,
    changed_at: instant,
  },
  {
    indices: [{ name: 'account_name', columns: ['name'], unique: true }],
    checks: [{ name: 'account_of_provider', expression: `role <> 'PROVIDER' OR organization_id IS NOT NULL` }],
  },
);

const accountChange = table(
  'account_change',
  {
    id: key('account_change_pkey', 'uuid'),
    account_id: { type: 'uuid' },
    name: text,
    action: text,
    actor: text,
    at: instant,
  },
  { indices: [{ name: 'account_change_by_account', columns: ['account_id', 'at'] }] },
);

const link = table('link', { token_hash: key('link_pkey'), account_id: { type: 'uuid', ...optional }, expires_at: instant });

const attempt = table('attempt', {
  bucket: key('attempt_pkey'),
  failures: { type: 'double precision' },
  last_at: instant,
  next_at: instant,
});

const knownPlace = table('known_place', {
  account_id: key('known_place_pkey', 'uuid'),
  place: key('known_place_pkey', 'integer'),
  seen_at: instant,
});

const demoEnd = table('demo_end', { ended: key('demo_end_pkey', 'boolean') });

/** Tables of identity, for the drift check. */
export const identityEntities = [account, accountChange, link, attempt, knownPlace, demoEnd, providerRecordEntity, serviceAccountEntity];
