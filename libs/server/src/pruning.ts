import { setTimeout as sleep } from 'node:timers/promises';
import { prune, type AgingRows, type Database } from '@haven/persistence';

/** Milliseconds between two runs: few if there is more, many if there is nothing. */
const pace = { more: 1_000, nothing: 60_000 };

/** Deletes old rows slowly, in the background, while the process runs. */
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
