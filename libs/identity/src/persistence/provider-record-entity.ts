import { EntitySchema } from 'typeorm';

const text = { type: 'text' } as const;
const key = { type: 'text', primary: true, primaryKeyConstraintName: 'provider_record_pkey' } as const;
const time = { type: 'timestamp with time zone' } as const;

/** Records of the embedded OpenID provider, for the drift check. */
export const providerRecordEntity = new EntitySchema({
  name: 'identity_provider_record',
  schema: 'identity',
  tableName: 'provider_record',
  columns: {
    kind: key,
    id: key,
    payload: { type: 'jsonb' },
    account_id: { ...text, nullable: true },
    grant_id: { ...text, nullable: true },
    session_uid: { ...text, nullable: true },
    consumed_at: { ...time, nullable: true },
    expires_at: time,
  },
  indices: [
    { name: 'provider_record_by_account', columns: ['account_id'] },
    { name: 'provider_record_by_grant', columns: ['grant_id'] },
    { name: 'provider_record_by_session', columns: ['session_uid'] },
    { name: 'provider_record_by_expiry', columns: ['expires_at'] },
  ],
});
