import type { Database } from '@haven/persistence';
import { runLoop, type Loop } from '../loop.js';

/** As long as Kafka keeps them. */
const keptMilliseconds = 30 * 86_400_000;
const everyMilliseconds = 3_600_000;
/** Events in one batch: while the embedded database deletes, everything else waits. */
const atOnce = 500;

/**
 * Deletes events older than a month from topics that are not compacted, as Kafka does. Nothing else would delete them in the single
 * process.
 */
export const startForgetting = (
  database: Database,
  topics: readonly string[],
  onError: (error: unknown) => void,
  now = () => Date.now(),
): Loop => runLoop(() => forgetPassed(database, topics, new Date(now() - keptMilliseconds)), onError, everyMilliseconds);

/** Returns whether there may be more. */
async function forgetPassed(database: Database, topics: readonly string[], before: Date): Promise<boolean> {
  const [, deleted] = await database.dataSource.query<[unknown, number]>(
    `DELETE FROM bus.event WHERE log_offset = ANY(ARRAY(
       SELECT log_offset FROM bus.event WHERE topic = ANY($1) AND event->>'time' < $2 ORDER BY log_offset LIMIT $3))`,
    [topics, before.toISOString(), atOnce],
  );
  return deleted === atOnce;
}
