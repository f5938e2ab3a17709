import type { EntityManager } from 'typeorm';
import type { HavenEvent, OutgoingEvent } from './event.js';

/**
 * Writes an event to the outbox, in the transaction of the change that it tells of. The sequence row stays locked
 * until the commit, so events of one key get their sequence in the order of their commits.
 */
export async function emit(tx: EntityManager, schema: string, event: OutgoingEvent): Promise<void> {
  await tx.query(
    `WITH next AS (
       INSERT INTO "${schema}".event_sequence AS s (topic, event_key, last_sequence) VALUES ($1, $2, 1)
       ON CONFLICT (topic, event_key) DO UPDATE SET last_sequence = s.last_sequence + 1
       RETURNING last_sequence)
     INSERT INTO "${schema}".outbox (topic, event_key, event_type, sequence, correlation_id, data)
     SELECT $1, $2, $3, last_sequence, $4, $5 FROM next`,
    [event.topic, event.key, event.type, event.correlationId ?? null, event.data === null ? null : JSON.stringify(event.data)],
  );
}

/** A row of the outbox as a bus takes it. */
export interface OutboxRow {
  readonly position: string;
  readonly event: HavenEvent;
}

/** The oldest events that are not yet on the bus, in order. */
export async function readOutbox(tx: EntityManager, schema: string, limit: number): Promise<OutboxRow[]> {
  const rows = await tx.query<StoredEvent[]>(`SELECT * FROM "${schema}".outbox ORDER BY position LIMIT $1`, [limit]);
  return rows.map((row) => ({ position: row.position, event: toEvent(row) }));
}

/** Forgets events that the bus has acknowledged. */
export async function clearOutbox(tx: EntityManager, schema: string, rows: readonly OutboxRow[]): Promise<void> {
  await tx.query(`DELETE FROM "${schema}".outbox WHERE position = ANY($1::bigint[])`, [rows.map(({ position }) => position)]);
}

interface StoredEvent {
  position: string;
  event_id: string;
  topic: string;
  event_key: string;
  event_type: string;
  sequence: string;
  correlation_id: string | null;
  occurred_at: Date;
  data: unknown;
}

const toEvent = (row: StoredEvent): HavenEvent => ({
  id: row.event_id,
  topic: row.topic,
  key: row.event_key,
  type: row.event_type,
  sequence: Number(row.sequence),
  time: row.occurred_at.toISOString(),
  correlationId: row.correlation_id,
  data: row.data,
});
