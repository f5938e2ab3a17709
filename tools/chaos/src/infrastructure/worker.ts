import { setTimeout as sleep } from 'node:timers/promises';
import { inRepository } from '@haven/test/harness/repository';
import type { Freeze, FromWorker, ToWorker, WorkerSettings } from '../workers/settings.js';
import { endOf, isRunning, keepRunning, spawnLogged, stopChild, type KeptProcess } from './kept-process.js';

/** Program of a worker below `workers/`. */
export type Program = 'emitter' | 'relay' | 'consumer' | 'prepare' | 'replay';

/** A worker that is kept running. */
export interface Worker extends KeptProcess {
  freeze(how: Freeze): void;
}

/** Settings of the liveness probe. */
export interface Probe {
  /** After so long without an answer, the process is killed; it is started again. */
  readonly patienceMilliseconds: number;
}

const probeMilliseconds = 500;

/** The closed channel tells it that this process is gone, however it ended. */
const spawnWorker = (program: Program, settings: WorkerSettings, log: string) => {
  const file = inRepository('tools/chaos/dist/workers', `${program}.js`);
  const flags = ['--disable-warning=ExperimentalWarning', '--disable-warning=TimeoutNegativeWarning'];
  const options = { cwd: inRepository(), env: { ...process.env, NODE_OPTIONS: '' }, ipc: true };
  return spawnLogged(process.execPath, [...flags, file, JSON.stringify(settings)], log, options);
};

/** Starts a worker and keeps it running; with a probe also if it no longer answers. */
export function keepWorker(name: string, program: Program, settings: WorkerSettings, log: string, probe?: Probe): Worker {
  const kept = keepRunning(name, () => spawnWorker(program, settings, log));
  const stopProbing = probe ? probeWorker(kept, probe) : () => Promise.resolve();
  return {
    ...kept,
    freeze: (how) => send(kept, { freeze: how }),
    stop: async (signal) => {
      await stopProbing();
      await kept.stop(signal);
    },
  };
}

function send(kept: KeptProcess, message: ToWorker): void {
  const child = kept.child();
  if (child?.connected) child.send(message, () => undefined);
}

/** A new process is probed once it has answered for the first time. */
function probeWorker(kept: KeptProcess, { patienceMilliseconds }: Probe): () => Promise<void> {
  const stopping = new AbortController();
  const probing = (async () => {
    let probed = kept.child();
    let answered: number | null = null;
    const hear = (message: unknown) => ('pong' in (message as FromWorker) ? (answered = performance.now()) : null);
    probed?.on('message', hear);
    while (!stopping.signal.aborted) {
      if (kept.child() !== probed) {
        probed = kept.child();
        answered = null;
        probed?.on('message', hear);
      }
      send(kept, { ping: performance.now() });
      await sleep(probeMilliseconds, null, { signal: stopping.signal }).catch(() => null);
      if (answered !== null && performance.now() - answered > patienceMilliseconds) probed?.kill('SIGKILL');
    }
  })();
  return () => (stopping.abort(), probing);
}

/** Runs a program that reports one thing and ends; returns what it reported. */
export async function runWorkerOnce(program: Program, settings: WorkerSettings, log: string, limitMilliseconds = 90_000): Promise<unknown> {
  const child = spawnWorker(program, settings, log);
  let told: FromWorker | null = null;
  child.on('message', (message: FromWorker) => (told = message));
  const timer = setTimeout(() => child.kill('SIGKILL'), limitMilliseconds);
  const heard = new Promise<void>((resolve) => child.once('message', () => resolve()));
  await Promise.race([heard, endOf(child)]);
  clearTimeout(timer);
  if (isRunning(child)) await stopChild(child);
  if (told === null || !('done' in told)) throw new Error(`${program} failed. See ${log}`);
  return (told as { done: unknown }).done;
}
