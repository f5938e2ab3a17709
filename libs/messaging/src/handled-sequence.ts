import type { EntityManager } from 'typeorm';
import { keyOf, type HavenEvent } from './event.js';

/** The highest sequence that took effect, by key; see `keyOf`. */
export type Sequences = Map<string, number>;

type Key = Pick<HavenEvent, 'topic' | 'key'>;

/**
 * Locks the keys until the end of the transaction and returns their last sequences, 0 if nothing was handled. Keys are locked in order, so
 * that two transactions never deadlock.
 */
export async function lockSequences(tx: EntityManager, schema: string, consumer: string, keys: readonly Key[]): Promise<Sequences> {
  const given = [consumer, keys.map(({ topic }) => topic), keys.map(({ key }) => key)];
  await tx.query(
    `INSERT INTO "${schema}".handled_sequence (consumer, topic, event_key, last_sequence)
     SELECT DISTINCT $1, topic, event_key, 0 FROM unnest($2::text[], $3::text[]) AS k(topic, event_key) ORDER BY 2, 3
     ON CONFLICT DO NOTHING`,
    given,
  );
  const rows = await tx.query<{ topic: string; event_key: string; last_sequence: string }[]>(
    `SELECT topic, event_key, last_sequence FROM "${schema}".handled_sequence
     WHERE consumer = $1 AND (topic, event_key) IN (SELECT * FROM unnest($2::text[], $3::text[]))
     ORDER BY topic, event_key FOR UPDATE`,
    given,
  );
  return new Map(rows.map((row) => [keyOf({ topic: row.topic, key: row.event_key }), Number(row.last_sequence)]));
}

/** Stores the sequences of events that took effect. Their keys must be locked. */
export async function storeSequences(tx: EntityManager, schema: string, consumer: string, handled: readonly HavenEvent[]): Promise<void> {
  const highest = [...new Map(handled.map((event) => [keyOf(event), event])).values()];
  await tx.query(
    `UPDATE "${schema}".handled_sequence AS h SET last_sequence = n.sequence
     FROM unnest($2::text[], $3::text[], $4::bigint[]) AS n(topic, event_key, sequence)
     WHERE h.consumer = $1 AND h.topic = n.topic AND h.event_key = n.event_key AND h.last_sequence < n.sequence`,
    [consumer, highest.map(({ topic }) => topic), highest.map(({ key }) => key), highest.map(({ sequence }) => sequence)],
  );
}
