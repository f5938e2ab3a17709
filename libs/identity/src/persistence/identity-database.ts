import { openDatabase, type Connection, type Database, type OpenOptions } from '@haven/persistence';
import { identityEntities } from './identity-entities.js';
import { identityMigrations } from './migrations.js';

/** Opens identity's schema; every transaction runs under a role that reaches no other one and cannot rewrite who did what. */
export const openIdentityDatabase = (connection: Connection, options: OpenOptions = {}): Promise<Database> =>
  openDatabase({
    ...options,
    context: 'identity',
    connection,
    entities: identityEntities,
    migrations: identityMigrations,
    role: 'haven_identity',
  });
