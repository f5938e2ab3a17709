import { setTimeout as sleep } from 'node:timers/promises';
import { prune, type AgingRows, type Database } from '@haven/persistence';

/** How long it rests between two looks, in milliseconds: a short while when there is more, a longer one when there is nothing. */
const pace = { more: 1_000, nothing: 60_000 };

/** Forgets old rows as long as the process runs, slowly, beside everything else. */
export function startPruning(
  database: Database,
  aged: readonly AgingRows[],
  onError: (error: unknown) => void,
  { more, nothing } = pace,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const rest = (milliseconds: number) => sleep(milliseconds, null, { signal }).catch(() => null);
  const look = async () => {
    let isMore = false;
    for (const rows of aged) isMore = (await prune(database, rows)) || isMore;
    return isMore;
  };
  const running = (async () => {
    // Not while the process starts.
    await rest(nothing);
    while (!signal.aborted) {
      const isMore = await look().catch((error: unknown) => (onError(error), false));
      await rest(isMore ? more : nothing);
    }
  })();
  return { stop: () => (stopping.abort(), running) };
}
