import { setTimeout as sleep } from 'node:timers/promises';
import type { HavenEvent } from '@haven/messaging';
import { tell, type WorkerParts } from './worker-process.js';

/** Between its two steps, so that a kill falls there. */
const gapMilliseconds = 1_000;

/** Forgets what it is about to send before it is sent: what a relay must not do. */
export function startNaiveRelay({ settings, database, bus }: WorkerParts): { stop(): Promise<void> } {
  let stopped = false;
  const round = async () => {
    const events = await database.dataSource.query<HavenEvent[]>(
      `WITH taken AS (DELETE FROM "${settings.schema}".outbox RETURNING *)
       SELECT event_id AS id, topic, event_key AS key, event_type AS type, sequence::int, occurred_at::text AS time,
         correlation_id AS "correlationId", data FROM taken ORDER BY position`,
    );
    await sleep(gapMilliseconds);
    await bus.publish(events);
  };
  const running = (async () => {
    while (!stopped) await round().catch(tell);
  })();
  return { stop: () => ((stopped = true), running) };
}
