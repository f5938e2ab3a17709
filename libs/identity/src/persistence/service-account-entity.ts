import { EntitySchema } from 'typeorm';

/** Service accounts, for the drift check. */
export const serviceAccountEntity = new EntitySchema({
  name: 'identity_service_account',
  schema: 'identity',
  tableName: 'service_account',
  columns: {
    id: { type: 'text', primary: true, primaryKeyConstraintName: 'service_account_pkey' },
    role: { type: 'text' },
    organization_id: { type: 'text', nullable: true },
    keys: { type: 'jsonb' },
    disabled: { type: 'boolean' },
  },
  checks: [{ name: 'service_account_provider', expression: `role <> 'PROVIDER' OR organization_id IS NOT NULL` }],
});
