/** A fresh database for a test file. */
export { openTestDatabase, type TestDatabase } from './test-database.js';
