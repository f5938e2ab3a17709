import { openGazetteer, type Gazetteer } from '@haven/gazetteer';
import type { Clock } from '@haven/kernel';
import { openDatabase, type Connection, type Database, type OpenOptions } from '@haven/persistence';
import { newQuestions } from '../answer/new-questions.js';
import type { Matching, MatchingSettings } from '../ports.js';
import { tieBreaker } from '../ranking/ties.js';
import { openDemandCounts } from './demand/demand-counts.js';
import { openDemandLog } from './demand/demand-log.js';
import { matchingEntities } from './entities.js';
import { matchingMigrations } from './migrations.js';
import { openReadModel } from './reading/read-model.js';

/** Opens the schema of the read model. Every statement runs under a role that has no rights on other schemas. */
export const openMatchingDatabase = (connection: Connection, options: OpenOptions = {}): Promise<Database> =>
  openDatabase({
    ...options,
    context: 'matching',
    connection,
    entities: matchingEntities,
    migrations: matchingMigrations,
    role: 'haven_matching',
  });

/** Settings and dependencies of matching. */
export interface MatchingOptions {
  readonly clock: Clock;
  readonly settings: MatchingSettings;
  /** Called if a question could not be counted as demand. */
  readonly onError: (error: unknown) => void;
  readonly gazetteer?: Gazetteer;
}

/** Matching on its database. */
export const matchingOn = (database: Database, { clock, settings, onError, gazetteer = openGazetteer() }: MatchingOptions): Matching => ({
  clock,
  gazetteer,
  weights: settings.weights,
  readModel: openReadModel(database),
  demandLog: openDemandLog(database, onError),
  demandCounts: openDemandCounts(database),
  tie: tieBreaker(settings.tieKey),
  isNew: newQuestions(clock),
});
