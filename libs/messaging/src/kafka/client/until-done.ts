import { setTimeout as sleep } from 'node:timers/promises';

const againMilliseconds = 2_000;

/** Retries until the work succeeds or the signal aborts, and reports each failure. */
export async function untilDone(work: () => Promise<void>, signal: AbortSignal, onError: (error: unknown) => void): Promise<void> {
  while (!signal.aborted) {
    try {
      return await work();
    } catch (error) {
      onError(error);
      await pause(againMilliseconds, signal);
    }
  }
}

/** Waits this long, or until the signal aborts. */
export const pause = (milliseconds: number, signal: AbortSignal): Promise<unknown> =>
  sleep(milliseconds, null, { signal }).catch(() => null);
