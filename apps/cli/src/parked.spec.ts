import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '@haven/config';
import { openControlServer, type ControlServer } from '@haven/server/process';
import { parseCommand, type Command } from './parse-command.js';
import { runCommand } from './run-command.js';

const waiting = { consumer: 'matching-read-model', topic: 'goods', key: 'k', sequence: 3, attempts: 4, reason: 'TypeError' };

describe('haven parked, asking a server where an event waits', () => {
  let directory: string;
  let server: ControlServer;
  let asked: unknown;
  let answer: unknown;
  const written = { stdout: '', stderr: '' };

  beforeEach(async () => {
    answer = { applied: 2, parked: [waiting] };
    directory = await mkdtemp(join(tmpdir(), 'haven-cli-'));
    server = await openControlServer(directory);
    server.serve((request, tell) => {
      asked = request;
      return tell({ result: answer });
    });
    for (const name of ['stdout', 'stderr'] as const) {
      written[name] = '';
      jest.spyOn(process[name], 'write').mockImplementation((text) => ((written[name] += String(text)), true));
    }
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await server.close();
    await rm(directory, { recursive: true });
  });
  const run = (...words: string[]) =>
    runCommand(parseCommand(words, directory) as Exclude<Command, { name: 'help' }>, readSettings({ HAVEN_DATA: directory }));

  it('lists it, which is no failure', async () => {
    expect(await run('parked')).toBe(0);
    expect(asked).toEqual({ command: 'parked', replay: false, consumer: null });
    expect(written).toEqual({ stdout: `${JSON.stringify(waiting)}\n`, stderr: '' });
  });

  it('fails when it stays parked after a replay, and says what to do', async () => {
    expect(await run('parked', 'replay', '--consumer', 'matching-read-model')).toBe(1);
    expect(asked).toEqual({ command: 'parked', replay: true, consumer: 'matching-read-model' });
    expect(written.stderr).toBe(
      '2 applied, 1 still parked.\nRepair what "reason" names (see docs/runbook.md, Parked events), then replay again.\n',
    );
  });

  const id = '00000000-0000-4000-8000-000000000001';

  it('gives one up, and says what is lost and what to do', async () => {
    answer = { discarded: [{ consumer: 'matching-read-model', topic: 'goods', key: 'k', id }] };
    expect(await run('parked', 'discard', '--id', id)).toBe(0);
    expect(asked).toEqual({ command: 'discard', id, consumer: null });
    expect(written.stderr).toBe(
      `Discarded: matching-read-model will never know what event ${id} said of k. Call the shelter, then have the service verified or its beds counted again.\n`,
    );
  });

  it('fails when nothing of that id is parked, and asks nobody without an id', async () => {
    answer = { discarded: [] };
    await expect(run('parked', 'discard', '--id', id)).rejects.toThrow(`No event ${id} is parked.`);
    asked = null;
    expect(() => run('parked', 'discard')).toThrow('--id ID');
    expect(() => run('parked', 'discard', '--id', 'k')).toThrow('--id ID');
    expect(asked).toBeNull();
  });
});
