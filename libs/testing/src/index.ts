/** A fresh database for a test file. */
export { openTestDatabase } from './test-database.js';
export type { TestDatabase } from './shared-database.js';
