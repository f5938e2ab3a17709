/** Where a PostgreSQL server is. */
export { connectionFromUrl, type Connection } from './connection.js';
/** Opens a context's database: migrations, drift check, transactions. */
export { openDatabase, type Database, type DatabaseOptions } from './database.js';
/** PostgreSQL + PostGIS inside this process. */
export { startEmbeddedDatabase, type EmbeddedDatabase } from './embedded-database.js';
/** Idempotency of mutations. */
export { idempotencyTable, once, rewriteAnswers, type IdempotentCall } from './once.js';
/** Start-up refusals. */
export { NewerSchemaError, SchemaDriftError } from './schema-drift.js';
