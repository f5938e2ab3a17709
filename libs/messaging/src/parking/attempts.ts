import type { Database } from '@haven/persistence';
import type { EntityManager } from 'typeorm';
import type { HavenEvent } from '../event.js';

/**
 * SQL of the table that counts tries, each before it begins; in the database, so that a process that dies over an event does not
 * begin anew. 0: a batch that begins with this event has begun; -1: it has begun twice.
 */
export const deliveryAttemptTable = (schema: string): string => `
  CREATE TABLE IF NOT EXISTS "${schema}".delivery_attempt (
    consumer text NOT NULL, event_id uuid NOT NULL, attempts integer NOT NULL,
    PRIMARY KEY (consumer, event_id)
  )`;

/**
 * Notes, for other processes to see, that a batch begins. Answers whether it came to no end twice, or one of its events alone did:
 * one may have taken its process with it. A single end says little: processes are killed for many reasons, and one by one takes
 * far longer. One event stands for the batch, since what is delivered after a restart begins where this begins.
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

/** Counts a try that begins; answers how many there are now. */
export async function countAttempt(tx: EntityManager, schema: string, consumer: string, eventId: string): Promise<number> {
  const [row] = await tx.query<{ attempts: number }[]>(
    `INSERT INTO "${schema}".delivery_attempt AS a (consumer, event_id, attempts) VALUES ($1, $2, 1)
     ON CONFLICT (consumer, event_id) DO UPDATE SET attempts = greatest(a.attempts, 0) + 1 RETURNING attempts`,
    [consumer, eventId],
  );
  return row!.attempts;
}

/** The try, or the batch that the event begins, failed for want of a database, which does not count against the event. */
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
