import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runJob } from './run-job.js';
import { supervise, type Supervised } from './supervise.js';

let folder: string;
let running: Supervised | null = null;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'haven-supervise-'))));
afterEach(async () => {
  await running?.stop();
  running = null;
  await rm(folder, { recursive: true });
});

const program = (script: string) => ({ name: 'program', command: process.execPath, args: ['-e', script], log: join(folder, 'log') });
const start = (script: string, isHeld = () => false) => {
  const lines: string[] = [];
  running = supervise(program(script), { say: (line) => lines.push(line), changed: () => undefined, isHeld });
  return { process: running, lines };
};
const until = async (isSo: () => boolean) => {
  for (let left = 100; !isSo() && left > 0; left--) await sleep(50);
  expect(isSo()).toBe(true);
};
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('supervise', () => {
  it('starts a killed process again, and reports it in one line', async () => {
    const { process: supervised, lines } = start('setInterval(() => {}, 1000)');
    const first = supervised.pid()!;
    process.kill(first, 'SIGKILL');
    await until(() => supervised.restarts() === 1 && supervised.pid() !== null);
    expect(supervised.pid()).not.toBe(first);
    expect(lines).toEqual([expect.stringMatching(/^program was ended by SIGKILL; starting it again in 0.5 s. Log: /)]);
  });

  it('reports why it was replaced', async () => {
    const { process: supervised, lines } = start('setInterval(() => {}, 1000)');
    supervised.replace('is not live');
    await until(() => lines.length === 1);
    expect(lines[0]).toMatch(/^program is not live; starting it again/);
  });

  it('keeps a process away while it is held', async () => {
    let held = true;
    const { process: supervised, lines } = start('process.exit(3)', () => held);
    await until(() => lines.length === 1);
    expect(lines[0]).toMatch(/ended with code 3/);
    await sleep(1_000);
    expect(supervised.restarts()).toBe(0);
    held = false;
    await until(() => supervised.restarts() > 0);
  });

  it('stops without output, and for good', async () => {
    const { process: supervised, lines } = start('process.on("SIGTERM", () => process.exit(0)); setInterval(() => {}, 1000)');
    const pid = supervised.pid()!;
    await sleep(300);
    await supervised.stop();
    expect(isAlive(pid)).toBe(false);
    expect(lines).toEqual([]);
  });

  it('stops during the pause before a new start', async () => {
    const { process: supervised, lines } = start('');
    await until(() => lines.length === 1);
    await supervised.stop();
    expect(supervised.pid()).toBeNull();
  });
});

describe('a job', () => {
  it('that fails reports its last line and the path of the log', async () => {
    const job = { ...program('console.error("first"); console.error("no such table"); process.exit(4)'), name: 'The migration' };
    await expect(runJob(job, new AbortController().signal)).rejects.toThrow(`The migration failed (4): no such table\n  Log: ${job.log}`);
    expect(await readFile(job.log, 'utf8')).toBe('first\nno such table\n');
  });

  it('ends when the start is cancelled', async () => {
    const stopping = new AbortController();
    const job = runJob(program('setInterval(() => {}, 1000)'), stopping.signal);
    setTimeout(() => stopping.abort(), 100);
    await expect(job).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('of a missing program fails', async () => {
    const job = { name: 'Nothing', command: '/no/such/program', args: [], log: join(folder, 'log') };
    await expect(runJob(job, new AbortController().signal)).rejects.toThrow('Nothing failed (127)');
  });
});
