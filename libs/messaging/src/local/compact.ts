import type { Database } from '@haven/persistence';

/**
 * Drops every event that all groups have handled and that a later event of its key has overtaken, as Kafka's
 * compaction does; the last event of each key stays for replay, tombstones too.
 */
export async function compact(database: Database): Promise<void> {
  await database.dataSource.query(
    `DELETE FROM bus.event e USING bus.event later
     WHERE later.topic = e.topic AND later.event_key = e.event_key AND later.log_offset > e.log_offset
       AND e.log_offset < (SELECT coalesce(min(next_offset), 0) FROM bus.consumer_group)`,
  );
}
