import type { Database } from '@haven/persistence';
import type { EntityManager } from 'typeorm';
import type { EventConsumer } from '../event-consumer.js';
import type { HavenEvent } from '../event.js';
import { lockSequences, storeSequences } from '../handled-sequence.js';
import { handleInTrace } from '../trace.js';
import { isTransient } from '../transient.js';
import { UnreadableEvent, unreadableType } from '../unreadable.js';

/** What a replay did. */
export interface ReplayResult {
  readonly applied: number;
  readonly stillParked: number;
}

type Key = Pick<HavenEvent, 'topic' | 'key'>;

/**
 * Applies the parked events of a consumer again, by key and in order. Each runs in its own transaction, which locks the key against the
 * running consumer. A key stops at its first failure; the other keys continue. Rejects if the database is away.
 */
export async function replayParked(database: Database, schema: string, consumer: EventConsumer): Promise<ReplayResult> {
  let applied = 0;
  for (const key of await keysOf(database, schema, consumer.name)) applied += await replayKey(database, schema, consumer, key);
  const [row] = await database.single.query<{ n: number }[]>(
    `SELECT count(*)::int AS n FROM "${schema}".parked_event WHERE consumer = $1`,
    [consumer.name],
  );
  return { applied, stillParked: row!.n };
}

const keysOf = (database: Database, schema: string, consumer: string): Promise<Key[]> =>
  database.single.query<Key[]>(
    `SELECT DISTINCT topic, event_key AS key FROM "${schema}".parked_event WHERE consumer = $1 ORDER BY topic, event_key`,
    [consumer],
  );

/** Returns how many took effect. */
async function replayKey(database: Database, schema: string, consumer: EventConsumer, key: Key): Promise<number> {
  for (let applied = 0; ;) {
    let tried: HavenEvent | null = null;
    try {
      tried = null;
      const next = await database.transaction((tx) => applyNext(tx, schema, consumer, key, (event) => (tried = event)));
      if (next === null) return applied;
      applied += next;
    } catch (error) {
      if (tried === null || isTransient(error)) throw error;
      await noteFailure(database, schema, consumer.name, tried, error);
      return applied;
    }
  }
}

/** Applies the oldest parked event of the key. Returns 1, 0 if a later one had overtaken it, null if none is left. */
async function applyNext(
  tx: EntityManager,
  schema: string,
  consumer: EventConsumer,
  key: Key,
  trying: (event: HavenEvent) => void,
): Promise<0 | 1 | null> {
  const [last] = (await lockSequences(tx, schema, consumer.name, [key])).values();
  const [row] = await tx.query<{ event: HavenEvent }[]>(
    `SELECT event FROM "${schema}".parked_event WHERE consumer = $1 AND topic = $2 AND event_key = $3 ORDER BY sequence LIMIT 1`,
    [consumer.name, key.topic, key.key],
  );
  if (!row) return null;
  const { event } = row;
  trying(event);
  if (event.type === unreadableType) throw new UnreadableEvent();
  const isNews = event.sequence > (last ?? 0);
  if (isNews) await handleInTrace(event, consumer.name, () => consumer.apply(tx, event));
  if (isNews) await storeSequences(tx, schema, consumer.name, [event]);
  await tx.query(`DELETE FROM "${schema}".parked_event WHERE consumer = $1 AND event_id = $2`, [consumer.name, event.id]);
  await tx.query(`INSERT INTO "${schema}".inbox (consumer, event_id) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [consumer.name, event.id]);
  return isNews ? 1 : 0;
}

async function noteFailure(database: Database, schema: string, consumer: string, event: HavenEvent, error: unknown): Promise<void> {
  await database.single.query(
    `UPDATE "${schema}".parked_event SET attempts = attempts + 1, reason = $3 WHERE consumer = $1 AND event_id = $2`,
    [consumer, event.id, error instanceof Error ? error.name : 'unknown error'],
  );
}
