import type { Database } from '@haven/persistence';
import type { EntityManager } from 'typeorm';
import type { HavenEvent } from '../event.js';

/**
 * SQL of the table that counts attempts, each before it begins. They are in the database, so that a process killed by an event does not
 * start from zero. 0: a batch whose first event this is has begun; -1: it has begun twice.
 */
export const deliveryAttemptTable = (schema: string): string => `
  CREATE TABLE IF NOT EXISTS "${schema}".delivery_attempt (
    consumer text NOT NULL, event_id uuid NOT NULL, attempts integer NOT NULL,
    PRIMARY KEY (consumer, event_id)
  )`;

/**
 * Records that a batch begins, for other processes to see. Returns whether it was begun twice before without an end, or one of its events
 * alone was: then an event may have killed its process. A single unfinished batch proves little: processes are killed for many reasons, and
 * handling events one by one takes far longer. The first event stands for the batch, since a delivery after a restart begins with the same
 * event.
 */
export async function beginBatch({ single }: Database, schema: string, consumer: string, events: readonly HavenEvent[]): Promise<boolean> {
  const [row] = await single.query<{ unfinished: boolean }[]>(
    `WITH begins AS (INSERT INTO "${schema}".delivery_attempt (consumer, event_id, attempts) VALUES ($1, $2, 0)
       ON CONFLICT (consumer, event_id) DO UPDATE SET attempts = -1 WHERE delivery_attempt.attempts = 0)
     SELECT EXISTS (SELECT FROM "${schema}".delivery_attempt WHERE consumer = $1 AND event_id = ANY($3) AND attempts <> 0) AS unfinished`,
    [consumer, events[0]!.id, events.map(({ id }) => id)],
  );
  return row!.unfinished;
}

/** Counts an attempt that begins; returns how many there are now. */
export async function countAttempt(tx: EntityManager, schema: string, consumer: string, eventId: string): Promise<number> {
  const [row] = await tx.query<{ attempts: number }[]>(
    `INSERT INTO "${schema}".delivery_attempt AS a (consumer, event_id, attempts) VALUES ($1, $2, 1)
     ON CONFLICT (consumer, event_id) DO UPDATE SET attempts = greatest(a.attempts, 0) + 1 RETURNING attempts`,
    [consumer, eventId],
  );
  return row!.attempts;
}

/** The attempt, or the batch that begins with the event, failed because the database was away. That does not count against the event. */
export async function takeBackAttempt({ single }: Database, schema: string, consumer: string, eventId: string): Promise<void> {
  await single.query(
    `WITH none_left AS (DELETE FROM "${schema}".delivery_attempt WHERE consumer = $1 AND event_id = $2 AND attempts <= 1)
     UPDATE "${schema}".delivery_attempt SET attempts = attempts - 1 WHERE consumer = $1 AND event_id = $2 AND attempts > 1`,
    [consumer, eventId],
  );
}

/** The event took effect or is parked. */
export async function forgetAttempts(tx: EntityManager, schema: string, consumer: string, eventId: string): Promise<void> {
  await tx.query(`DELETE FROM "${schema}".delivery_attempt WHERE consumer = $1 AND event_id = $2`, [consumer, eventId]);
}
