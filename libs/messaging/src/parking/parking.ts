import type { EntityManager } from 'typeorm';
import type { Database } from '@haven/persistence';
import { forgetAttempts } from './attempts.js';
import type { EventConsumer } from '../event-consumer.js';
import { keyOf, type HavenEvent } from '../event.js';
import { unreadableType } from '../unreadable.js';

/** An event that could not be applied, stored in order with the later ones of its key. */
export interface ParkedEvent {
  readonly consumer: string;
  readonly event: HavenEvent;
  readonly attempts: number;
  /** Name of the error. Never its message, which may contain data. */
  readonly reason: string;
  readonly parkedAt: Date;
}

/**
 * Parks an event so that other keys continue. If events contain the whole state of their key, a later one replaces those before it, and
 * these are deleted: they are out of date, and may contain a place that has become confidential.
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
  if (tellsWholeState) await keepLatest(tx, schema, name, event);
}

/** Deletes all but the latest event of the key. It inherits how often, why and since when its key failed. */
async function keepLatest(tx: EntityManager, schema: string, consumer: string, { topic, key }: HavenEvent): Promise<void> {
  await tx.query(
    `WITH of_key AS (SELECT * FROM "${schema}".parked_event
       WHERE consumer = $1 AND topic = $2 AND event_key = $3 AND event->>'type' <> $4),
     latest AS (SELECT event_id, sequence, attempts FROM of_key ORDER BY sequence DESC LIMIT 1),
     old AS (SELECT o.event_id, o.attempts, o.reason, o.parked_at FROM of_key o, latest WHERE o.sequence < latest.sequence),
     gone AS (DELETE FROM "${schema}".parked_event p USING old WHERE p.consumer = $1 AND p.event_id = old.event_id),
     most AS (SELECT attempts, reason, (SELECT min(parked_at) FROM old) AS since FROM old ORDER BY attempts DESC LIMIT 1)
     UPDATE "${schema}".parked_event p SET attempts = greatest(latest.attempts, most.attempts), parked_at = least(p.parked_at, most.since),
       reason = CASE WHEN most.attempts > latest.attempts THEN most.reason ELSE p.reason END
     FROM latest, most WHERE p.consumer = $1 AND p.event_id = latest.event_id`,
    // An unreadable message cannot replace others.
    [consumer, topic, key, unreadableType],
  );
}

/** The keys of these events that wait for a repair. */
export async function parkedKeys(tx: EntityManager, schema: string, consumer: string, events: readonly HavenEvent[]): Promise<Set<string>> {
  const rows = await tx.query<{ topic: string; key: string }[]>(
    `SELECT DISTINCT topic, event_key AS key FROM "${schema}".parked_event WHERE consumer = $1 AND event_key = ANY($2)`,
    [consumer, events.map(({ key }) => key)],
  );
  return new Set(rows.map(keyOf));
}

/** The parked events, the oldest first. */
export async function listParked(database: Database, schema: string): Promise<ParkedEvent[]> {
  return database.single.query<ParkedEvent[]>(
    `SELECT consumer, event, attempts, reason, parked_at AS "parkedAt"
     FROM "${schema}".parked_event ORDER BY consumer, topic, event_key, sequence`,
  );
}
