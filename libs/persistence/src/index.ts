/** How to reach a PostgreSQL server. */
export { connectionFromUrl, type Connection } from './connection.js';
/** Opens a context's database: migrations, drift check, transactions. */
export { openDatabase, type Database, type DatabaseOptions, type OpenOptions } from './database.js';
/** PostgreSQL + PostGIS inside this process. */
export { embeddedConnection, startEmbeddedDatabase, type EmbeddedDatabase } from './embedded-database.js';
/** Statements that are planned once. */
export { rowsOf, type Prepared } from './prepared.js';
/** Idempotency of mutations. */
export { agedAnswers, idempotencyIndex, idempotencyTable, once, rewriteAnswers, type IdempotentCall } from './once.js';
/** What is stored about a call, and with which secret. */
export { answerKeyRow, answerKeyTable, keptByOrganization, keptBySubject } from './answer-keys.sql.js';
/** Deletes rows that have aged out. */
export { prune, type AgingRows } from './prune.js';
/** Roles without login. */
export { groupRole } from './group-role.js';
/** Start-up refusals. */
export { NewerSchemaError, PendingMigrationsError, SchemaDriftError } from './schema-drift.js';
