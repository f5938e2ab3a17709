import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** How to run a program. */
export interface ChildSpec {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly directory?: string;
  /** Both its streams are appended to this file. */
  readonly log: string;
  /** The signal that asks it to stop; default SIGTERM. */
  readonly stopSignal?: NodeJS.Signals;
}

/** A running program. */
export interface Child {
  readonly pid: number;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  /** Asks it to stop; after 10 s it is killed. */
  stop(): Promise<void>;
  kill(): void;
}

const patienceMilliseconds = 10_000;

/**
 * Starts a program in its own process group, so that Ctrl-C at the terminal reaches only the launcher, which decides on the order. The
 * program writes to its log file itself, so that it outlives a killed launcher.
 */
export function startChild(spec: ChildSpec): Child {
  const log = openSync(spec.log, 'a', 0o600);
  const child = spawn(spec.command, [...spec.args], {
    cwd: spec.directory,
    env: spec.environment ?? process.env,
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  const ended = endOf(child);
  const signal = (which: NodeJS.Signals) => void (child.exitCode === null && child.signalCode === null && child.kill(which));
  return {
    pid: child.pid ?? -1,
    ended,
    kill: () => killGroup(child),
    stop: async () => {
      signal(spec.stopSignal ?? 'SIGTERM');
      const patience = new AbortController();
      const late = sleep(patienceMilliseconds, 'late', { signal: patience.signal }).catch(() => null);
      if ((await Promise.race([ended, late])) === 'late') killGroup(child);
      patience.abort();
      await ended;
    },
  };
}

function endOf(child: ChildProcess): Promise<number | NodeJS.Signals> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? code ?? 1));
    // The program could not be run at all.
    child.once('error', () => child.pid === undefined && resolve(127));
  });
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}
