import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process that is started again whenever it ends. */
export interface KeptProcess {
  readonly name: string;
  /** The current run; null: between two runs. */
  child(): ChildProcess | null;
  restarts(): number;
  /** `kill -9`, if it runs; returns whether that ended it. */
  kill(): Promise<boolean>;
  /** Ends it for good. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

const againMilliseconds = 250;
const stopMilliseconds = 10_000;

/** Starts a program that appends to a log file, with a message channel if it is a Node program. */
export function spawnLogged(
  command: string,
  args: readonly string[],
  log: string,
  options: SpawnOptions & { ipc?: boolean },
): ChildProcess {
  const output = openSync(log, 'a');
  const stdio = ['ignore', output, output, ...(options.ipc ? (['ipc'] as const) : [])] as SpawnOptions['stdio'];
  const child = spawn(command, [...args], { ...options, stdio });
  closeSync(output);
  return child;
}

/** The same for any other program; it is told to stop when this process is gone, however it ended. */
export function spawnBound(words: readonly string[], log: string, options: SpawnOptions = {}): ChildProcess {
  const [command, ...args] = ['setpriv', '--pdeathsig=TERM', ...words];
  return spawnLogged(command!, args, log, options);
}

/** Whether the process has not ended yet. */
export const isRunning = (child: ChildProcess): boolean => child.pid !== undefined && child.exitCode === null && child.signalCode === null;

/** Resolves when the process has ended. */
export const endOf = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (!isRunning(child)) return resolve();
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });

/** Asks it to stop, and kills it if it takes too long. */
export async function stopChild(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM', patience = stopMilliseconds): Promise<void> {
  if (!isRunning(child)) return;
  child.kill(signal);
  // A process stopped by SIGSTOP reacts to nothing else.
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  await endOf(child);
  clearTimeout(timer);
}

/** Starts the process and keeps it running. */
export function keepRunning(name: string, start: () => ChildProcess): KeptProcess {
  let current: ChildProcess | null = null;
  let restarts = -1;
  let isStopping = false;
  const running = (async () => {
    while (!isStopping) {
      restarts += 1;
      current = start();
      await endOf(current);
      current = null;
      if (!isStopping) await sleep(againMilliseconds);
    }
  })();
  return {
    name,
    child: () => current,
    restarts: () => restarts,
    kill: async () => {
      const victim = current;
      if (!victim || !isRunning(victim)) return false;
      victim.kill('SIGKILL');
      await endOf(victim);
      return victim.signalCode === 'SIGKILL';
    },
    stop: async (signal) => {
      isStopping = true;
      if (current) await stopChild(current, signal);
      await running;
    },
  };
}
