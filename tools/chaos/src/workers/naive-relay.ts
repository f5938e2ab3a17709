import { setTimeout as sleep } from 'node:timers/promises';
import type { HavenEvent } from '@haven/messaging';
import { forGood, stopsOf } from './stop-between.js';
import { tell, type WorkerParts } from './worker-process.js';

const pauseMilliseconds = 200;

/** Deletes events before they are sent: what a relay must not do. */
export function startNaiveRelay(parts: WorkerParts): { stop(): Promise<void> } {
  const { settings, database, bus } = parts;
  const stops = stopsOf(parts);
  let stopped = false;
  const round = async () => {
    const events = await database.dataSource.query<HavenEvent[]>(
      `WITH taken AS (DELETE FROM "${settings.schema}".outbox RETURNING *)
       SELECT event_id AS id, topic, event_key AS key, event_type AS type, sequence::int, occurred_at::text AS time,
         correlation_id AS "correlationId", data FROM taken ORDER BY position`,
    );
    if (await stops.isAsked(events)) {
      await stops.reached();
      await forGood;
    }
    await bus.publish(events);
    await sleep(pauseMilliseconds);
  };
  const running = (async () => {
    while (!stopped) await round().catch(tell);
  })();
  return { stop: () => ((stopped = true), running) };
}
