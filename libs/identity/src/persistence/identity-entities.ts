import { EntitySchema, type EntitySchemaOptions } from 'typeorm';
import type { Account, AccountAction } from '../accounts/account.js';
import { providerRecordEntity } from './provider-record-entity.js';
import { serviceAccounts } from './service-account-entity.js';

type Columns<Row> = EntitySchemaOptions<Row>['columns'];
type Rest = Pick<EntitySchemaOptions<unknown>, 'indices' | 'uniques' | 'checks'>;

const table = <Row = unknown>(tableName: string, columns: Columns<NoInfer<Row>>, rest: Rest = {}): EntitySchema<Row> =>
  new EntitySchema<Row>({ name: `identity_${tableName}`, schema: 'identity', tableName, columns, ...rest });
const key = (name: string, type: 'text' | 'uuid' | 'integer' | 'boolean' = 'text') =>
  ({ type, primary: true, primaryKeyConstraintName: name }) as const;

const text = { type: 'text' } as const;
const flag = { type: 'boolean', default: false } as const;
const instant = { type: 'timestamp with time zone' } as const;
const optional = { nullable: true } as const;

/** People who may sign in. */
export const accounts = table<Account & { readonly lastStep?: string | null; readonly changedAt?: Date }>(
  'account',
  {
    id: key('account_pkey', 'uuid'),
    name: text,
    role: text,
    organizationId: { ...text, ...optional, name: 'organization_id' },
    passwordHash: { ...text, ...optional, name: 'password_hash' },
    secondFactor: { type: 'bytea', ...optional, name: 'second_factor' },
    lastStep: { type: 'bigint', ...optional, name: 'last_step', select: false },
    disabled: flag,
    demo: flag,
    generation: { type: 'integer', default: 1 },
    createdAt: { ...instant, name: 'created_at' },
    changedAt: { ...instant, name: 'changed_at', select: false },
  },
  {
    indices: [{ name: 'account_name', columns: ['name'], unique: true }],
    checks: [{ name: 'account_of_provider', expression: `role <> 'PROVIDER' OR organization_id IS NOT NULL` }],
  },
);

/** What was done to an account. */
interface AccountChange {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly action: AccountAction;
  readonly actor: string;
  readonly at: Date;
}

/** {@link AccountChange} */
export const accountChanges = table<AccountChange>(
  'account_change',
  {
    id: key('account_change_pkey', 'uuid'),
    accountId: { type: 'uuid', name: 'account_id' },
    name: text,
    action: text,
    actor: text,
    at: instant,
  },
  { indices: [{ name: 'account_change_by_account', columns: ['accountId', 'at'] }] },
);

const link = table('link', { token_hash: key('link_pkey'), account_id: { type: 'uuid', ...optional }, expires_at: instant });

const attempt = table('attempt', {
  bucket: key('attempt_pkey'),
  failures: { type: 'double precision' },
  last_at: instant,
  next_at: instant,
});

/** Where the owner of an account signed in before. */
export const knownPlaces = table<{ readonly accountId: string; readonly place: number; readonly seenAt: Date }>('known_place', {
  accountId: { ...key('known_place_pkey', 'uuid'), name: 'account_id' },
  place: key('known_place_pkey', 'integer'),
  seenAt: { ...instant, name: 'seen_at' },
});

/** Whether the demo accounts were removed for good. */
export const demoEnds = table<{ readonly ended: boolean }>('demo_end', { ended: key('demo_end_pkey', 'boolean') });

/** Tables of identity, for the drift check. */
export const identityEntities: readonly EntitySchema[] = [
  accounts,
  accountChanges,
  link,
  attempt,
  knownPlaces,
  demoEnds,
  providerRecordEntity,
  serviceAccounts,
];
