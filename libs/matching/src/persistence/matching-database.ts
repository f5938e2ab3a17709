import { openDatabase, type Connection, type Database, type OpenOptions } from '@haven/persistence';
import { matchingEntities } from './entities.js';
import { matchingMigrations } from './migrations.js';

/** Opens the schema of the read model. */
export const openMatchingDatabase = (connection: Connection, options: OpenOptions = {}): Promise<Database> =>
  openDatabase({ ...options, context: 'matching', connection, entities: matchingEntities, migrations: matchingMigrations });
