import { Accounts1799000000001 } from './migrations/1799000000001-accounts.js';

/** Every change of identity's tables, in order. */
export const identityMigrations = [Accounts1799000000001];
