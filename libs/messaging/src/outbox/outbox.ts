import type { Database } from '@haven/persistence';
import type { EntityManager } from 'typeorm';
import { noteEmitted } from './emitted.js';
import type { HavenEvent, OutgoingEvent } from '../event.js';
import { presentTrace } from '../trace.js';

/** Writes an event to the outbox, in the transaction of its change. */
export const emit = (tx: EntityManager, schema: string, event: OutgoingEvent): Promise<void> => emitAll(tx, schema, [event]);

/**
 * Writes events to the outbox in one statement. The sequence row of a key stays locked until the commit, so sequences of one key follow the
 * order of commits. Keys are locked in order, so two transactions never deadlock.
 */
export async function emitAll(tx: EntityManager, schema: string, events: readonly OutgoingEvent[]): Promise<void> {
  if (events.length === 0) return;
  noteEmitted(tx);
  const rows = events.map(({ correlationId, time, ...event }) => ({ ...event, correlation: correlationId ?? null, time: time ?? null }));
  await tx.query(
    `WITH given AS (
       SELECT n, r->>'topic' AS topic, r->>'key' AS event_key, r->>'type' AS event_type, r->>'correlation' AS correlation_id,
         (r->>'time')::timestamptz AS told_time,
         nullif(r->'data', 'null'::jsonb) AS data,
         row_number() OVER (PARTITION BY r->>'topic', r->>'key' ORDER BY n) AS nth,
         count(*) OVER (PARTITION BY r->>'topic', r->>'key') AS of_key
       FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS rows(r, n)),
     least AS (SELECT floor FROM "${schema}".sequence_floor),
     next AS (
       INSERT INTO "${schema}".event_sequence AS s (topic, event_key, last_sequence)
       SELECT topic, event_key, (SELECT floor FROM least) + count(*) FROM given GROUP BY topic, event_key ORDER BY topic, event_key
       ON CONFLICT (topic, event_key) DO UPDATE
       SET last_sequence = excluded.last_sequence + greatest(s.last_sequence - (SELECT floor FROM least), 0)
       RETURNING topic, event_key, last_sequence)
     INSERT INTO "${schema}".outbox (topic, event_key, event_type, sequence, correlation_id, traceparent, occurred_at, data)
     SELECT topic, event_key, event_type, last_sequence - of_key + nth, correlation_id,
       CASE WHEN told_time IS NULL THEN $2::text END, coalesce(told_time, clock_timestamp()), data
     FROM given JOIN next USING (topic, event_key) ORDER BY n`,
    [JSON.stringify(rows), presentTrace()],
  );
}

/**
 * Replaces the data of events that are not on the bus yet with those of these events, which have the same keys. Use it for data that was
 * harmless when it was emitted and must not go out any more. Sequences stay, so nothing is lost and the order is the same; a tombstone
 * stays one.
 */
export async function replaceUnsent(tx: EntityManager, schema: string, events: readonly OutgoingEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.query(
    `UPDATE "${schema}".outbox o SET data = given.data FROM jsonb_to_recordset($1::jsonb) AS given (topic text, key text, data jsonb)
     WHERE o.topic = given.topic AND o.event_key = given.key AND o.data IS NOT NULL`,
    [JSON.stringify(events.map(({ topic, key, data }) => ({ topic, key, data })))],
  );
}

/** Keys of events that are not on the bus yet and contain one of these texts anywhere. */
export async function unsentAbout(tx: EntityManager, schema: string, topic: string, texts: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ key: string }[]>(
    `SELECT DISTINCT event_key AS key FROM "${schema}".outbox
     WHERE topic = $1 AND jsonb_path_exists(data, '$.** ? (@ == $texts[*])', jsonb_build_object('texts', $2::text[])) ORDER BY event_key`,
    [topic, texts],
  );
  return rows.map(({ key }) => key);
}

/** An outbox row, ready for a bus. */
export interface OutboxRow {
  readonly position: string;
  /** Changes with each change of the row. */
  readonly version: string;
  readonly event: HavenEvent;
}

/** Whether any event is not yet on the bus. */
export async function hasWaiting({ single }: Database, schema: string): Promise<boolean> {
  const [row] = await single.query<{ waits: boolean }[]>(`SELECT EXISTS (SELECT FROM "${schema}".outbox) AS waits`);
  return row!.waits;
}

/** The oldest events that are not yet on the bus, in order. */
export async function readOutbox(tx: EntityManager, schema: string, limit: number): Promise<OutboxRow[]> {
  const rows = await tx.query<StoredEvent[]>(`SELECT *, xmin::text AS version FROM "${schema}".outbox ORDER BY position LIMIT $1`, [limit]);
  return rows.map((row) => ({ position: row.position, version: row.version, event: toEvent(row) }));
}

/** Deletes events that the bus has acknowledged, but not those that were replaced meanwhile: they are sent again. */
export async function clearOutbox(tx: EntityManager, schema: string, rows: readonly OutboxRow[]): Promise<void> {
  await tx.query(
    `DELETE FROM "${schema}".outbox AS o USING unnest($1::bigint[], $2::text[]) AS sent(position, version)
     WHERE o.position = sent.position AND o.xmin::text = sent.version`,
    [rows.map(({ position }) => position), rows.map(({ version }) => version)],
  );
}

interface StoredEvent {
  position: string;
  version: string;
  event_id: string;
  topic: string;
  event_key: string;
  event_type: string;
  sequence: string;
  correlation_id: string | null;
  traceparent: string | null;
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
  ...(row.traceparent !== null && { traceparent: row.traceparent }),
  data: row.data,
});
