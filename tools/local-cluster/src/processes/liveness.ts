import { setTimeout as sleep } from 'node:timers/promises';
import { probe } from './probe.js';
import type { Supervised } from './supervise.js';

/** Failed probes in a row after which a process is replaced. */
export const failuresMaximum = 3;
const everyMilliseconds = 2_000;
/** A process that has never answered has this long to start. */
const startProbes = 30;

/** Judges one probe after the other; true: replace the process. A starting process gets more time. */
export function createLivenessJudge(): (pid: number, answered: boolean) => boolean {
  let judged: number | null = null;
  let left = 0;
  return (pid, answered) => {
    if (pid !== judged) {
      judged = pid;
      left = startProbes;
    }
    left = answered ? failuresMaximum : left - 1;
    if (left > 0) return false;
    judged = null;
    return true;
  };
}

/** Acts like an orchestrator with a liveness probe, until the signal aborts. */
export async function watchLiveness(supervised: Supervised, port: number, path: string, signal: AbortSignal): Promise<void> {
  const mustReplace = createLivenessJudge();
  let next = Date.now() + everyMilliseconds;
  while (!signal.aborted) {
    await sleep(Math.max(0, next - Date.now()), null, { signal }).catch(() => null);
    next = Date.now() + everyMilliseconds;
    const pid = supervised.pid();
    if (pid === null || signal.aborted) continue;
    const answered = await probe(port, path);
    // Another process may have taken its place meanwhile.
    if (pid === supervised.pid() && mustReplace(pid, answered))
      supervised.replace(`is not live (${failuresMaximum} probes of ${path} failed) and was killed`);
  }
}
