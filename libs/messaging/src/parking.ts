import type { Database } from '@haven/persistence';
import type { EntityManager } from 'typeorm';
import type { EventConsumer } from './event-consumer.js';
import { keyOf, type HavenEvent } from './event.js';

/** An event that could not be applied, kept in order with the later ones of its key. */
export interface ParkedEvent {
  readonly consumer: string;
  readonly event: HavenEvent;
  readonly attempts: number;
  /** Name of the error; never its message, which may carry data. */
  readonly reason: string;
}

/** Puts an event aside so that the other keys go on. */
export async function park(
  tx: EntityManager,
  schema: string,
  consumer: string,
  event: HavenEvent,
  attempts: number,
  reason: string,
): Promise<void> {
  await tx.query(
    `INSERT INTO "${schema}".parked_event (consumer, topic, event_key, sequence, event_id, event, attempts, reason)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (consumer, event_id) DO UPDATE SET attempts = excluded.attempts, reason = excluded.reason`,
    [consumer, event.topic, event.key, event.sequence, event.id, JSON.stringify(event), attempts, reason],
  );
}

/** Those keys of the events that wait for a repair. */
export async function parkedKeys(tx: EntityManager, schema: string, consumer: string, events: readonly HavenEvent[]): Promise<Set<string>> {
  const rows = await tx.query<{ topic: string; key: string }[]>(
    `SELECT DISTINCT topic, event_key AS key FROM "${schema}".parked_event WHERE consumer = $1 AND event_key = ANY($2)`,
    [consumer, events.map(({ key }) => key)],
  );
  return new Set(rows.map(keyOf));
}

/** What waits, oldest first. */
export async function listParked(database: Database, schema: string): Promise<ParkedEvent[]> {
  return database.dataSource.query<ParkedEvent[]>(
    `SELECT consumer, event, attempts, reason FROM "${schema}".parked_event ORDER BY consumer, topic, event_key, sequence`,
  );
}

/** Applies the parked events of a consumer again, in order, each once; answers how many took effect. Throws at the first that fails. */
export async function replayParked(database: Database, schema: string, consumer: EventConsumer): Promise<number> {
  const waiting = (await listParked(database, schema)).filter((parked) => parked.consumer === consumer.name);
  for (const { event } of waiting) await database.transaction((tx) => unpark(tx, schema, consumer, event));
  return waiting.length;
}

async function unpark(tx: EntityManager, schema: string, consumer: EventConsumer, event: HavenEvent): Promise<void> {
  await consumer.apply(tx, event);
  await tx.query(`DELETE FROM "${schema}".parked_event WHERE consumer = $1 AND event_id = $2`, [consumer.name, event.id]);
  await tx.query(`INSERT INTO "${schema}".inbox (consumer, event_id) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [consumer.name, event.id]);
}
