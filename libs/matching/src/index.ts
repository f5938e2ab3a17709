import type { EventConsumer, Subscription } from '@haven/messaging';
import type { Database } from '@haven/persistence';
import { rebuildMatching as rebuild, type RebuildProgress } from './control/rebuild-matching.js';
import { readModelConsumer } from './messaging/consumer.js';
import { agedDemand } from './persistence/demand/demand-log.js';
import { projection } from './persistence/reading/read-model.js';
import { emptyReadModel } from './persistence/projection/reset.js';

/** Nest module with the resolvers of `match` and `places`. */
export { MatchingModule, type MatchingModuleOptions } from './matching.module.js';
/** Rebuilding for the `haven` command line. */
export { matchingCommands } from './control/commands.js';
/** Settings of the operator. */
export type { MatchingSettings } from './ports.js';
/** Tables whose old rows are deleted. */
export const agedInMatching = [agedDemand];
/** Opens the schema `matching`. */
export { openMatchingDatabase } from './persistence/matching-database.js';
/** Every row of the read model as sorted text, to compare two of them. */
export { dumpReadModel } from './persistence/projection/reset.js';

/** Builds the read model; pass it to `startConsumer(database, 'matching', bus, matchingConsumer)`. */
export const matchingConsumer: EventConsumer = readModelConsumer(projection);

/** Drops the read model and builds it again from the bus. `subscription` is that of {@link matchingConsumer}. */
export const rebuildMatching = (database: Database, subscription: Subscription, tell: RebuildProgress): Promise<void> =>
  rebuild(subscription, () => emptyReadModel(database), tell);
