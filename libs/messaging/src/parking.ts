import type { EntityManager } from 'typeorm';
import type { Database } from '@haven/persistence';
import { forgetAttempts } from './attempts.js';
import type { EventConsumer } from './event-consumer.js';
import { keyOf, type HavenEvent } from './event.js';
import { unreadableType } from './unreadable.js';

/** An event that could not be applied, kept in order with the later ones of its key. */
export interface ParkedEvent {
  readonly consumer: string;
  readonly event: HavenEvent;
  readonly attempts: number;
  /** Name of the error; never its message, which may carry data. */
  readonly reason: string;
  readonly parkedAt: Date;
}

/**
 * Puts an event aside so that the other keys go on. Where each event tells the whole state of its key, a later one stands
 * for those before it, and these are let go: what they tell is out of date, and may be a place that has become confidential.
 */
export async function park(
  tx: EntityManager,
  schema: string,
  { name, tellsWholeState = false }: Pick<EventConsumer, 'name' | 'tellsWholeState'>,
  event: HavenEvent,
  attempts: number,
  reason: string,
): Promise<void> {
  await tx.query(
    `INSERT INTO "${schema}".parked_event (consumer, topic, event_key, sequence, event_id, event, attempts, reason)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (consumer, event_id) DO UPDATE SET attempts = excluded.attempts, reason = excluded.reason`,
    [name, event.topic, event.key, event.sequence, event.id, JSON.stringify(event), attempts, reason],
  );
  await forgetAttempts(tx, schema, name, event.id);
  if (tellsWholeState && event.type !== unreadableType)
    await tx.query(`DELETE FROM "${schema}".parked_event WHERE consumer = $1 AND topic = $2 AND event_key = $3 AND sequence < $4`, [
      name,
      event.topic,
      event.key,
      event.sequence,
    ]);
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
    `SELECT consumer, event, attempts, reason, parked_at AS "parkedAt"
     FROM "${schema}".parked_event ORDER BY consumer, topic, event_key, sequence`,
  );
}
