import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { freePort } from '../harness/free-port.js';
import { inRepository } from '../harness/repository.js';
import { ownProcesses } from '../harness/shared-system.js';
import { templateVariable } from '../harness/system.js';

const itOwn = ownProcesses ? it : it.skip;
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'haven-npm-'));
  if (process.env[templateVariable]) await cp(process.env[templateVariable], directory, { recursive: true });
});
afterAll(() => rm(directory, { recursive: true, force: true }));

/** `npm start` without the build, in its own process group, as a terminal runs it; `end` ends it. */
async function npmStart(end: (pid: number) => void): Promise<{ code: number | null; signal: NodeJS.Signals | null; output: string }> {
  const env = { ...process.env, PORT: String(await freePort()), HAVEN_DATA: directory, HAVEN_DEMO: 'false', NODE_OPTIONS: '' };
  const child = spawn('npm', ['start', '--ignore-scripts'], { cwd: inRepository(), env, detached: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const timer = setTimeout(() => process.kill(-child.pid!, 'SIGKILL'), 120_000);
  const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  child.stderr.on('data', function look() {
    if (!output.includes('Ctrl-C')) return;
    child.stderr.off('data', look);
    end(child.pid!);
  });
  const [code, signal] = await closed;
  clearTimeout(timer);
  return { code, signal, output };
}

itOwn.each<[string, (pid: number) => void]>([
  ['Ctrl-C, which a terminal sends to npm and to what npm runs', (pid) => process.kill(-pid, 'SIGINT')],
  ['SIGTERM to npm alone', (pid) => process.kill(pid, 'SIGTERM')],
])(
  'npm start ends in order on %s',
  async (_, end) => {
    const { code, signal, output } = await npmStart(end);
    expect(output.trimEnd().split('\n').at(-1)).toBe('Stopping …');
    expect({ code, signal }).toEqual({ code: 0, signal: null });
  },
  150_000,
);
