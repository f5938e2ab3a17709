import { spawn } from 'node:child_process';
import { inRepository } from './repository.js';
import { asUser } from './server-process.js';

/** The result of running the `haven` command. */
export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Options of a run. */
export interface CommandOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly limitMilliseconds?: number;
  /** The user to run it as; only root may choose one. */
  readonly uid?: number | undefined;
  /** Called with each piece of stderr when it arrives. */
  readonly onStderr?: (text: string) => void;
}

/** Runs the built `haven` command to its end; a run over the time limit is killed and has code null. */
export function runHaven(args: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', inRepository('apps/cli/dist/main.js'), ...args], {
    cwd: inRepository(),
    env: { ...process.env, NODE_OPTIONS: '', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...asUser(options.uid),
    timeout: options.limitMilliseconds ?? 120_000,
    killSignal: 'SIGKILL',
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => {
    stderr.push(chunk);
    options.onStderr?.(chunk.toString());
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }));
  });
}

/** Runs it and fails with its output unless it exits with 0. */
export async function haven(args: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  const result = await runHaven(args, options);
  if (result.code !== 0) throw new Error(`haven ${args.join(' ')} ended with ${result.code}:\n${result.stdout}\n${result.stderr}`);
  return result;
}
