import type { Database } from '@haven/persistence';
import { keyOf, type HavenEvent } from '../event.js';
import { runLoop, type Loop } from '../loop.js';
import { compact } from './compact.js';

type Key = Pick<HavenEvent, 'topic' | 'key'>;

/** Compacts continuously while the bus is open, because the log must not keep a place that has become confidential. */
export interface Compaction {
  /** These keys have a new event. */
  note(events: readonly Key[]): void;
  /** Compacts every key now. */
  all(): Promise<void>;
  stop(): Promise<void>;
}

/** How long overtaken events may stay in the log. */
export const compactionMilliseconds = 5_000;
/** Keys in one batch: while the embedded database compacts, everything else waits. */
const keysMaximum = 500;

/** Compacts the topics whose events contain the whole state of their key: all keys now, then every few seconds those that changed. */
export async function startCompaction(
  database: Database,
  topics: readonly string[],
  onError: (error: unknown) => void,
  everyMilliseconds = compactionMilliseconds,
): Promise<Compaction> {
  const changed = new Map<string, Key>();
  const note = (events: readonly Key[]) =>
    events.filter(({ topic }) => topics.includes(topic)).forEach(({ topic, key }) => changed.set(keyOf({ topic, key }), { topic, key }));
  // Retried after all other keys: those that a group has yet to handle, and those in progress when the database failed.
  const again: Key[] = await compact(database, topics, null);
  const examine = async (keys: readonly Key[]) => {
    try {
      again.push(...(await compact(database, topics, keys)));
    } catch (error) {
      again.push(...keys);
      throw error;
    }
  };
  const round = async () => {
    const keys = [...changed.values()].slice(0, keysMaximum);
    // Removed first, so that changes meanwhile are noted again.
    keys.forEach((key) => changed.delete(keyOf(key)));
    if (keys.length > 0) await examine(keys);
    if (changed.size > 0) return true;
    note(again.splice(0));
    return false;
  };
  const loop: Loop = runLoop(round, onError, everyMilliseconds);
  return { note, all: async () => void (await compact(database, topics, null)), stop: () => loop.stop() };
}
