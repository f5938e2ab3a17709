import { openDatabase, type Connection, type Database } from '@haven/persistence';
import { matchingEntities } from './entities.js';
import { matchingMigrations } from './migrations.js';

/** Opens the schema of the read model. */
export const openMatchingDatabase = (connection: Connection): Promise<Database> =>
  openDatabase({ context: 'matching', connection, entities: matchingEntities, migrations: matchingMigrations });
