import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ownProcesses, sharedSystem } from '../harness/shared-system.js';
import { startSystem, type OwnSystem, type System } from '../harness/system.js';
import { mark, sendOverHttp, sendOverWebSocket, sendRaw } from './hostile-input.js';

/** A system that logs as much as it can; of a deployment, the output of all its processes. */
let system: System;
let own: OwnSystem | null = null;

beforeAll(async () => {
  own = ownProcesses ? await startSystem({ env: { HAVEN_LOG: 'debug', NODE_ENV: 'development' } }) : null;
  system = own ?? sharedSystem();
});
afterAll(() => own?.remove());

async function logs(): Promise<string> {
  if (own) return own.output();
  const directory = join(system.dataDirectory, 'logs');
  const files = await readdir(directory, { recursive: true, withFileTypes: true });
  const texts = files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name), 'utf8'));
  return (await Promise.all(texts)).join('\n');
}

describe('text that a caller sends is in no log', () => {
  it.each([
    ['over HTTP', async () => sendOverHttp(system.url, await system.token('COORDINATOR'))],
    ['as a request that is none', () => sendRaw(system.url)],
    ['over a WebSocket', async () => sendOverWebSocket(system.url, await system.token('COORDINATOR'))],
  ])('%s', async (_way, send) => {
    await send();
    expect((await fetch(`${system.url}/health/live`)).status).toBe(200);
    const lines = (await logs()).split('\n');
    expect(lines.filter((line) => line.includes(mark))).toEqual([]);
  });
});

describe('all output after the start', () => {
  it('is in lines of the log, which HAVEN_LOG=silent suppresses', async () => {
    if (!own) return;
    const written = (await logs()).split('\n').filter((line) => line !== '');
    const lines = written.slice(1 + written.findIndex((line) => line.includes('Ctrl-C')));
    expect(lines.filter((line) => !/^\{"level":\d\d,"time":\d+,"service":"standalone",.*"msg":".*"\}$/.test(line))).toEqual([]);
  });
});
