import { Accounts1799000000001 } from './migrations/1799000000001-accounts.js';
import { ProviderRecords1799000000101 } from './migrations/1799000000101-provider-records.js';
import { ServiceAccounts1799000000102 } from './migrations/1799000000102-service-accounts.js';

/** Every change of identity's tables, in order. */
export const identityMigrations = [Accounts1799000000001, ProviderRecords1799000000101, ServiceAccounts1799000000102];
