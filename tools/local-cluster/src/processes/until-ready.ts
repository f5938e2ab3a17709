import { setTimeout as sleep } from 'node:timers/promises';
import { ClusterProblem } from '../problem.js';
import { lastLine } from './log-file.js';
import type { Supervised } from './supervise.js';

const usualMilliseconds = 90_000;
const restartsMaximum = 2;

/** Resolves when the process is ready; rejects if it keeps ending, takes too long, or the signal aborts. */
export async function untilReady(
  supervised: Supervised,
  isReady: () => Promise<boolean>,
  log: string,
  signal: AbortSignal,
  limitMilliseconds = usualMilliseconds,
): Promise<void> {
  const deadline = Date.now() + limitMilliseconds;
  while (!(await isReady())) {
    signal.throwIfAborted();
    if (supervised.restarts() > restartsMaximum || Date.now() > deadline) {
      throw new ClusterProblem(`${supervised.name} does not get ready. It says: ${await lastLine(log)}\n  Log: ${log}`);
    }
    await sleep(100, null, { signal });
  }
}
