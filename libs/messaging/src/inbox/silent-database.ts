import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@haven/persistence';

const silentMilliseconds = 2_000;
/** Connections that are silent for this long may be dead for good, and a new process would open new ones. */
const excusedMilliseconds = 120_000;

/**
 * Does the work, and signals progress for it while the database does not answer: waiting for the database is no reason to replace the
 * process, because a new one would wait, too. Work that hangs while the database answers gets no signals.
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
  // One probe at a time, because each waiting probe keeps a connection.
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
