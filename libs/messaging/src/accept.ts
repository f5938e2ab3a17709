import type { EntityManager } from 'typeorm';
import { keyOf, type HavenEvent } from './event.js';

/**
 * Records the events as handled and answers those that must take effect, in order: not those that the inbox knows,
 * nor those that a later event of their key has overtaken. Three statements whatever the number of events.
 */
export async function accept(tx: EntityManager, schema: string, consumer: string, events: readonly HavenEvent[]): Promise<HavenEvent[]> {
  const unseen = await tx.query<{ event_id: string }[]>(
    `INSERT INTO "${schema}".inbox (consumer, event_id) SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING RETURNING event_id`,
    [consumer, events.map(({ id }) => id)],
  );
  const ids = new Set(unseen.map(({ event_id }) => event_id));
  const last = await lastSequences(tx, schema, consumer, events);
  const accepted = events.filter((event) => ids.has(event.id) && advances(last, event));
  await storeSequences(tx, schema, consumer, accepted);
  return accepted;
}

function advances(last: Map<string, number>, event: HavenEvent): boolean {
  if (event.sequence <= (last.get(keyOf(event)) ?? 0)) return false;
  last.set(keyOf(event), event.sequence);
  return true;
}

async function lastSequences(
  tx: EntityManager,
  schema: string,
  consumer: string,
  events: readonly HavenEvent[],
): Promise<Map<string, number>> {
  const rows = await tx.query<{ topic: string; event_key: string; last_sequence: string }[]>(
    `SELECT topic, event_key, last_sequence FROM "${schema}".handled_sequence
     WHERE consumer = $1 AND (topic, event_key) IN (SELECT * FROM unnest($2::text[], $3::text[])) FOR UPDATE`,
    [consumer, events.map(({ topic }) => topic), events.map(({ key }) => key)],
  );
  return new Map(rows.map((row) => [keyOf({ topic: row.topic, key: row.event_key }), Number(row.last_sequence)]));
}

async function storeSequences(tx: EntityManager, schema: string, consumer: string, accepted: readonly HavenEvent[]): Promise<void> {
  const highest = [...new Map(accepted.map((event) => [keyOf(event), event])).values()];
  await tx.query(
    `INSERT INTO "${schema}".handled_sequence AS h (consumer, topic, event_key, last_sequence)
     SELECT $1, * FROM unnest($2::text[], $3::text[], $4::bigint[])
     ON CONFLICT (consumer, topic, event_key) DO UPDATE SET last_sequence = greatest(h.last_sequence, excluded.last_sequence)`,
    [consumer, highest.map(({ topic }) => topic), highest.map(({ key }) => key), highest.map(({ sequence }) => sequence)],
  );
}
