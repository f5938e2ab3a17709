import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@haven/persistence';

const silentMilliseconds = 2_000;
/** Connections that stay silent for so long may be dead for good, and a new process would have new ones. */
const excusedMilliseconds = 120_000;

/**
 * Does the work and gives signs for it while the database answers nothing: whoever waits for that does not stand still, and a
 * new process would wait as well. Work that hangs while the database answers has no excuse.
 */
export async function excusedWhileSilent<T>(database: Database, goesOn: () => void, work: () => Promise<T>): Promise<T> {
  const done = new AbortController();
  void excuse(database, goesOn, done.signal);
  try {
    return await work();
  } finally {
    done.abort();
  }
}

async function excuse({ single }: Database, goesOn: () => void, signal: AbortSignal): Promise<void> {
  const until = performance.now() + excusedMilliseconds;
  // One question at a time, since each that waits for an answer holds a connection.
  let asking: Promise<boolean> | null = null;
  const ask = () =>
    single.query('SELECT 1').then(
      () => true,
      () => false,
    );
  await pause(signal);
  while (!signal.aborted && performance.now() < until) {
    asking ??= ask().finally(() => (asking = null));
    const answers = await Promise.race([asking, pause(signal)]);
    if (!answers && !signal.aborted) goesOn();
    if (answers !== null) await pause(signal);
  }
}

const pause = (signal: AbortSignal): Promise<null> => sleep(silentMilliseconds, null, { signal }).catch(() => null);
