import type { Database } from '@haven/persistence';
import type { EntityManager } from 'typeorm';

/** SQL of the table that counts tries; in the database, so that a process that dies over an event does not begin anew. */
export const deliveryAttemptTable = (schema: string): string => `
  CREATE TABLE IF NOT EXISTS "${schema}".delivery_attempt (
    consumer text NOT NULL, event_id uuid NOT NULL, attempts integer NOT NULL,
    PRIMARY KEY (consumer, event_id)
  )`;

/** Counts a try that begins; answers how many there are now. */
export async function countAttempt(tx: EntityManager, schema: string, consumer: string, eventId: string): Promise<number> {
  const [row] = await tx.query<{ attempts: number }[]>(
    `INSERT INTO "${schema}".delivery_attempt AS a (consumer, event_id, attempts) VALUES ($1, $2, 1)
     ON CONFLICT (consumer, event_id) DO UPDATE SET attempts = a.attempts + 1 RETURNING attempts`,
    [consumer, eventId],
  );
  return row!.attempts;
}

/** The try failed for want of a database, which does not count against the event. */
export async function takeBackAttempt({ dataSource }: Database, schema: string, consumer: string, eventId: string): Promise<void> {
  await dataSource.query(`UPDATE "${schema}".delivery_attempt SET attempts = attempts - 1 WHERE consumer = $1 AND event_id = $2`, [
    consumer,
    eventId,
  ]);
}

/** The event took effect or is parked. */
export async function forgetAttempts(tx: EntityManager, schema: string, consumer: string, eventId: string): Promise<void> {
  await tx.query(`DELETE FROM "${schema}".delivery_attempt WHERE consumer = $1 AND event_id = $2`, [consumer, eventId]);
}
