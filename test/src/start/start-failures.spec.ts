import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { freePort } from '../harness/free-port.js';
import { spawnServer } from '../harness/server-process.js';
import { ownProcesses, sharedSystem } from '../harness/shared-system.js';

const describeOwn = ownProcesses ? describe : describe.skip;
// Root may write everywhere, so nothing fails.
const itUnlessRoot = process.getuid?.() === 0 ? it.skip : it;
const exitMilliseconds = 60_000;
jest.setTimeout(2 * exitMilliseconds);

let directory: string;
let occupied: Server;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'haven-start-'));
  occupied = createServer().listen(0, '127.0.0.1');
  await once(occupied, 'listening');
});

afterAll(async () => {
  occupied.close();
  await rm(directory, { recursive: true, force: true });
});

/** Starts with this environment and waits for the end; returns the output, line by line. */
async function failedStart(env: Readonly<Record<string, string>>, nodeFlags: readonly string[] = []) {
  const defaults = { PORT: String(await freePort()), HAVEN_DATA: join(directory, 'new'), HAVEN_DEMO: 'false' };
  const server = spawnServer({ ...defaults, ...env }, { nodeFlags });
  const code = await server.ended(exitMilliseconds);
  return { code, lines: server.output().trimEnd().split('\n') };
}

/** A directory in the temporary one, with the mark of a data directory of another version. */
async function directoryMarked(mark: string): Promise<string> {
  const path = await mkdtemp(join(directory, 'marked-'));
  await writeFile(join(path, 'format.json'), mark);
  return path;
}

const olderNode = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'18.20.4'}})`;

describeOwn('a start that cannot succeed says why in one line, and ends with 1', () => {
  it('if the port is taken', async () => {
    const { port } = occupied.address() as AddressInfo;
    const { code, lines } = await failedStart({ PORT: String(port) });
    expect({ code, lines }).toEqual({ code: 1, lines: [expect.stringMatching(new RegExp(`${port}.*PORT=`))] });
  });

  it('if another process has the data directory, and that process continues', async () => {
    const { url, dataDirectory } = sharedSystem();
    const { code, lines } = await failedStart({ HAVEN_DATA: dataDirectory });
    expect({ code, lines }).toEqual({ code: 1, lines: [expect.stringMatching(/in use by another.*HAVEN_DATA=/)] });
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  });

  it('if the data directory cannot be made', async () => {
    const file = join(directory, 'a-file');
    await writeFile(file, '');
    const { code, lines } = await failedStart({ HAVEN_DATA: join(file, 'data') });
    expect({ code, lines }).toEqual({ code: 1, lines: [expect.stringMatching(/not writable.*HAVEN_DATA=/)] });
  });

  itUnlessRoot('when the data directory is read-only', async () => {
    const path = await mkdtemp(join(directory, 'read-only-'));
    await chmod(path, 0o555);
    const { code, lines } = await failedStart({ HAVEN_DATA: path });
    expect({ code, lines }).toEqual({ code: 1, lines: [expect.stringMatching(/not writable.*HAVEN_DATA=/)] });
  });

  it('if a newer version wrote the data directory', async () => {
    const { code, lines } = await failedStart({ HAVEN_DATA: await directoryMarked('{"format": 1000}') });
    expect({ code, lines }).toEqual({ code: 1, lines: [expect.stringMatching(/newer version of Haven/)] });
  });

  it('if the mark of the data directory is damaged', async () => {
    const { code, lines } = await failedStart({ HAVEN_DATA: await directoryMarked('{"for') });
    expect({ code, lines }).toEqual({ code: 1, lines: [expect.stringMatching(/damaged.*backup.*HAVEN_DATA=/)] });
  });

  it('if Node is too old', async () => {
    const { code, lines } = await failedStart({}, ['--import', olderNode]);
    expect({ code, lines }).toEqual({ code: 1, lines: [expect.stringMatching(/needs Node [\d.]+ or newer.*npm ci/)] });
  });

  it('if a setting is wrong', async () => {
    const { code, lines } = await failedStart({ PORT: 'http' });
    expect({ code, lines }).toEqual({ code: 1, lines: [expect.stringMatching(/PORT/)] });
  });
});
