import type { Database } from '@haven/persistence';
import type { EntityManager } from 'typeorm';
import { noteEmitted } from './emitted.js';
import type { HavenEvent, OutgoingEvent } from './event.js';
import { presentTrace } from './trace.js';

/** Writes an event to the outbox, in the transaction of the change that it tells of. */
export const emit = (tx: EntityManager, schema: string, event: OutgoingEvent): Promise<void> => emitAll(tx, schema, [event]);

/**
 * Writes events to the outbox in one statement. The sequence row of a key stays locked until the commit, so events of one
 * key get their sequence in the order of their commits; keys are locked in order, so two transactions never wait in a ring.
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
 * Replaces the data of events that are not on the bus yet and hold one of these ids anywhere; `rewrite` answers null to
 * leave one as it is. An event keeps its sequence, so nothing is lost and the order stays.
 */
export async function rewriteWaiting(
  tx: EntityManager,
  schema: string,
  { topic, mentions }: { readonly topic: string; readonly mentions: readonly string[] },
  rewrite: (data: unknown) => Promise<unknown>,
): Promise<void> {
  const rows = await tx.query<{ position: string; data: unknown }[]>(
    `SELECT position, data FROM "${schema}".outbox
     WHERE topic = $1 AND jsonb_path_exists(data, '$.** ? (@ == $ids[*])', jsonb_build_object('ids', $2::text[])) FOR UPDATE`,
    [topic, mentions],
  );
  for (const { position, data } of rows) {
    const next = await rewrite(data);
    if (next !== null) await tx.query(`UPDATE "${schema}".outbox SET data = $2 WHERE position = $1`, [position, JSON.stringify(next)]);
  }
}

/** A row of the outbox as a bus takes it. */
export interface OutboxRow {
  readonly position: string;
  /** Another one after each change of the row. */
  readonly version: string;
  readonly event: HavenEvent;
}

/** Whether any event is not yet on the bus. */
export async function hasWaiting({ dataSource }: Database, schema: string): Promise<boolean> {
  const [row] = await dataSource.query<{ waits: boolean }[]>(`SELECT EXISTS (SELECT FROM "${schema}".outbox) AS waits`);
  return row!.waits;
}

/** The oldest events that are not yet on the bus, in order. */
export async function readOutbox(tx: EntityManager, schema: string, limit: number): Promise<OutboxRow[]> {
  const rows = await tx.query<StoredEvent[]>(`SELECT *, xmin::text AS version FROM "${schema}".outbox ORDER BY position LIMIT $1`, [limit]);
  return rows.map((row) => ({ position: row.position, version: row.version, event: toEvent(row) }));
}

/** Forgets events that the bus has acknowledged, except those that were rewritten meanwhile: they go out again as they are now. */
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
