import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inRepository } from './repository.js';

const keptOutputChars = 1_000_000;
const stopMilliseconds = 30_000;

/** One run of the standalone process. */
export interface ServerProcess {
  readonly pid: number;
  /** The end of its output so far, both streams. */
  output(): string;
  running(): boolean;
  /**
   * Resolves to the exit code or the signal when it ends by itself. If it does not in time, it is killed, and this rejects with its output.
   */
  ended(limitMilliseconds: number): Promise<number | NodeJS.Signals>;
  /** Sends SIGTERM or SIGINT, after 30 s SIGKILL. Resolves to the exit code, or the signal that ended it. */
  stop(signal?: 'SIGTERM' | 'SIGINT'): Promise<number | NodeJS.Signals>;
  /** Sends SIGKILL: the process cannot tidy up. */
  kill(): Promise<void>;
}

/** Options of a run: flags for Node, the top of another copy of the product, and the user (only root may choose one). */
export interface SpawnOptions {
  readonly uid?: number | undefined;
  readonly nodeFlags?: readonly string[];
  readonly root?: string;
}

/** Spawn options for a process of this user; undefined: our own user. */
export const asUser = (uid: number | undefined) => (uid === undefined ? {} : { uid, gid: uid });

/** Starts the built standalone process with this environment added to ours. */
export function spawnServer(env: Readonly<Record<string, string>>, { nodeFlags = [], root, uid }: SpawnOptions = {}): ServerProcess {
  const main = join(root ?? inRepository(), 'apps/standalone/dist/main.js');
  const child = spawn(process.execPath, [...nodeFlags, '--disable-warning=ExperimentalWarning', main], {
    cwd: inRepository(),
    env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production', ...env },
    ...asUser(uid),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | NodeJS.Signals>((resolve) => child.once('close', (code, signal) => resolve(signal ?? code ?? 1)));
  const output = keepOutput(child);
  const running = () => child.exitCode === null && child.signalCode === null;
  return {
    pid: child.pid ?? -1,
    output,
    running,
    ended: (limit) => endedWithin(limit, child, ended, output),
    stop: (signal = 'SIGTERM') => stop(child, signal, ended),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function endedWithin(
  limit: number,
  child: ChildProcess,
  ended: Promise<number | NodeJS.Signals>,
  output: () => string,
): Promise<number | NodeJS.Signals> {
  const timer = setTimeout(() => child.kill('SIGKILL'), limit);
  const how = await ended;
  clearTimeout(timer);
  if (how === 'SIGKILL') throw new Error(`It did not end within ${limit / 1000} s. It wrote:\n${output()}`);
  return how;
}

function keepOutput(child: ChildProcess): () => string {
  let kept = '';
  const keep = (chunk: Buffer) => {
    kept = (kept + chunk.toString('utf8')).slice(-keptOutputChars);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => kept;
}

async function stop(
  child: ChildProcess,
  signal: NodeJS.Signals,
  ended: Promise<number | NodeJS.Signals>,
): Promise<number | NodeJS.Signals> {
  child.kill(signal);
  const timer = setTimeout(() => child.kill('SIGKILL'), stopMilliseconds);
  const how = await ended;
  clearTimeout(timer);
  return how;
}

/** Resolves when the system reports that it is ready. Rejects with the process's output if it ends or takes too long. */
export async function untilReady(url: string, server: ServerProcess, limitMilliseconds: number): Promise<void> {
  const deadline = Date.now() + limitMilliseconds;
  while (Date.now() < deadline) {
    if (!server.running()) throw new Error(`The system ended while starting. It wrote:\n${server.output()}`);
    if (await isReady(url)) return;
    await sleep(100);
  }
  throw new Error(`The system was not ready after ${limitMilliseconds / 1000} s. It wrote:\n${server.output()}`);
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}
