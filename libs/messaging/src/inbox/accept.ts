import type { EntityManager } from 'typeorm';
import { keyOf, type HavenEvent } from '../event.js';
import { storeSequences, type Sequences } from '../handled-sequence.js';

/**
 * Records the events as handled and returns those that must take effect, in order. It leaves out events that the inbox contains, and events
 * that a later one of their key has overtaken. `last` are the sequences of their keys, which are locked.
 */
export async function acceptLocked(
  tx: EntityManager,
  schema: string,
  consumer: string,
  events: readonly HavenEvent[],
  last: Sequences,
): Promise<HavenEvent[]> {
  const unseen = await tx.query<{ event_id: string }[]>(
    `INSERT INTO "${schema}".inbox (consumer, event_id) SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING RETURNING event_id`,
    [consumer, events.map(({ id }) => id)],
  );
  const ids = new Set(unseen.map(({ event_id }) => event_id));
  const accepted = events.filter((event) => ids.has(event.id) && advances(last, event));
  await storeSequences(tx, schema, consumer, accepted);
  return accepted;
}

function advances(last: Sequences, event: HavenEvent): boolean {
  if (event.sequence <= (last.get(keyOf(event)) ?? 0)) return false;
  last.set(keyOf(event), event.sequence);
  return true;
}
