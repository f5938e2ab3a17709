import type { Database } from '@haven/persistence';
import { keyOf, type HavenEvent } from '../event.js';
import { runLoop, type Loop } from '../loop.js';
import { compact } from './compact.js';

type Key = Pick<HavenEvent, 'topic' | 'key'>;

/** Keeps compacting while the bus is open: what a place was before it became confidential must not stay in the log. */
export interface Compaction {
  /** These keys have a new event. */
  note(events: readonly Key[]): void;
  stop(): Promise<void>;
}

const everyMilliseconds = 5_000;

/** Compacts the topics whose events each tell the whole state of their key: now, and every few seconds the keys that changed. */
export async function startCompaction(
  database: Database,
  topics: readonly string[],
  onError: (error: unknown) => void,
): Promise<Compaction> {
  const changed = new Map<string, Key>();
  const note = (events: readonly Key[]) =>
    events.filter(({ topic }) => topics.includes(topic)).forEach(({ topic, key }) => changed.set(keyOf({ topic, key }), { topic, key }));
  // What a group has yet to handle is looked at again, and so is everything when the database was away.
  const hasLeft = (keys: readonly Key[]) =>
    compact(database, topics, keys).catch((error: unknown) => {
      note(keys);
      throw error;
    });
  const round = async () => {
    const keys = [...changed.values()];
    changed.clear();
    if (keys.length > 0 && (await hasLeft(keys))) note(keys);
    return false;
  };
  await compact(database, topics, null);
  const loop: Loop = runLoop(round, onError, everyMilliseconds);
  return { note, stop: () => loop.stop() };
}
