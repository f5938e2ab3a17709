import { EntitySchema } from 'typeorm';
import type { ServiceAccountRecord } from '../service-accounts/ports.js';

/** Programs that sign in with their own key. */
export const serviceAccounts = new EntitySchema<ServiceAccountRecord>({
  name: 'identity_service_account',
  schema: 'identity',
  tableName: 'service_account',
  columns: {
    id: { type: 'text', primary: true, primaryKeyConstraintName: 'service_account_pkey' },
    role: { type: 'text' },
    organizationId: { type: 'text', nullable: true, name: 'organization_id' },
    keys: { type: 'jsonb' },
    disabled: { type: 'boolean' },
  },
  checks: [{ name: 'service_account_provider', expression: `role <> 'PROVIDER' OR organization_id IS NOT NULL` }],
});
