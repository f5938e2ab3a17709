import type { Database } from '@haven/persistence';
import type { HavenEvent } from '../event.js';

type Key = Pick<HavenEvent, 'topic' | 'key'>;

/**
 * Deletes every event that all groups have handled and that a later one of its key has overtaken, like Kafka's compaction. The newest event
 * of each key stays for replays, tombstones too. The newest has the highest sequence; it need not be the last one written, because a relay
 * that lost its lease may write an old event again. `keys` null: all keys of these topics. Returns the keys with an outdated event that had
 * to stay because a group has not handled it yet.
 */
export function compact(database: Database, topics: readonly string[], keys: readonly Key[] | null): Promise<Key[]> {
  // LATERAL and the array make the planner use the indexes. Everything else waits while the embedded database scans its log.
  return database.dataSource.query<Key[]>(
    `WITH asked AS (
       SELECT topic, event_key FROM unnest($2::text[], $3::text[]) AS k(topic, event_key) WHERE topic = ANY($1)
       UNION SELECT topic, event_key FROM bus.event WHERE $2 IS NULL AND topic = ANY($1) GROUP BY topic, event_key HAVING count(*) > 1),
     outdated AS (
       SELECT topic, event_key, log_offset FROM asked CROSS JOIN LATERAL (
         SELECT e.log_offset, row_number() OVER (ORDER BY (e.event->>'sequence')::bigint DESC, e.log_offset DESC) AS place
         FROM bus.event e WHERE e.topic = asked.topic AND e.event_key = asked.event_key) AS of_key WHERE place > 1),
     handled AS (SELECT topic, min(next_offset) AS before FROM bus.consumer_group CROSS JOIN unnest(topics) AS topic GROUP BY topic),
     gone AS (DELETE FROM bus.event WHERE log_offset = ANY(ARRAY(
       SELECT log_offset FROM outdated JOIN handled USING (topic) WHERE log_offset < before)))
     SELECT DISTINCT topic, event_key AS key FROM outdated LEFT JOIN handled USING (topic) WHERE before IS NULL OR log_offset >= before`,
    [topics, keys?.map(({ topic }) => topic) ?? null, keys?.map(({ key }) => key) ?? null],
  );
}
