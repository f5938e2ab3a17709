import { openDatabase, type Connection, type Database, type OpenOptions } from '@haven/persistence';
import { identityEntities } from './identity-entities.js';
import { identityMigrations } from './migrations.js';

/**
 * Opens the schema of identity. Every transaction runs under a role that sees no other schema and cannot rewrite the history of accounts.
 */
export const openIdentityDatabase = (connection: Connection, options: OpenOptions = {}): Promise<Database> =>
  openDatabase({
    ...options,
    context: 'identity',
    connection,
    entities: identityEntities,
    migrations: identityMigrations,
    role: 'haven_identity',
  });
