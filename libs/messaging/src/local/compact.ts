import type { Database } from '@haven/persistence';
import type { HavenEvent } from '../event.js';

type Key = Pick<HavenEvent, 'topic' | 'key'>;

/**
 * Drops every event that all groups have handled and that another of its key has overtaken, as Kafka's compaction does;
 * the newest event of each key stays for replay, tombstones too. The newest is the one with the highest sequence and not
 * the last one written: a relay that lost its lease may write an old event again. `keys` null: all of these topics.
 * Answers whether something outdated had to stay, because a group has not handled it yet.
 */
export async function compact(database: Database, topics: readonly string[], keys: readonly Key[] | null): Promise<boolean> {
  const [row] = await database.dataSource.query<{ left: number }[]>(
    `WITH outdated AS (
       SELECT e.log_offset, e.topic FROM bus.event e JOIN bus.event newer ON newer.topic = e.topic AND newer.event_key = e.event_key
         AND ((newer.event->>'sequence')::bigint, newer.log_offset) > ((e.event->>'sequence')::bigint, e.log_offset)
       WHERE e.topic = ANY($1)
         AND ($2::text[] IS NULL OR (e.topic, e.event_key) IN (SELECT * FROM unnest($2::text[], $3::text[])))),
     handled AS (SELECT topic, min(next_offset) AS before FROM bus.consumer_group CROSS JOIN unnest(topics) AS topic GROUP BY topic),
     gone AS (DELETE FROM bus.event WHERE log_offset IN (SELECT o.log_offset FROM outdated o JOIN handled h USING (topic)
       WHERE o.log_offset < h.before) RETURNING 1)
     SELECT (SELECT count(DISTINCT log_offset) FROM outdated) - (SELECT count(*) FROM gone) AS left`,
    [topics, keys?.map(({ topic }) => topic) ?? null, keys?.map(({ key }) => key) ?? null],
  );
  return Number(row?.left) > 0;
}
