import { describe, expect, it } from '@jest/globals';
import type { ControlMessage, ControlRequest } from '@haven/config';
import { askControl } from '@haven/server/process';
import { forwardTo } from './forward.js';
import { settleAll, type Ask } from './settle-all.js';

const destinations = { registry: 'registry', capacity: 'capacity', matching: ['matching-1', 'matching-2'] };
const everyone = ['registry', 'capacity', 'matching-1', 'matching-2'];
const settles = everyone.map((name) => `${name}: settle`);

/** Processes that answer at once; requests are recorded. */
function processes(answers: Record<string, ControlMessage[] | Error> = {}) {
  const asked: string[] = [];
  const ask: Ask = async function* (directory: string, { command }: ControlRequest) {
    asked.push(`${directory}: ${command}`);
    const answer = answers[`${directory}: ${command}`] ?? answers[directory] ?? [{ result: directory }];
    await Promise.resolve();
    if (answer instanceof Error) throw answer;
    yield* answer;
  };
  return { asked, ask };
}

async function run(request: object, { ask }: { ask: Ask }) {
  const told: ControlMessage[] = [];
  await forwardTo(destinations, ask)(request as ControlRequest, (message) => Promise.resolve(void told.push(message)));
  return told;
}

/** The error if no process has the directory. */
const refused = (await askControl('/nobody/has/this', { command: 'settle' }).catch((error: unknown) => error)) as Error;
const anImport = { command: 'import', path: '/x', dryRun: false, source: 'haven' };

describe('commands of the cluster', () => {
  it('imports into the registry and reports the result once every process has applied the events', async () => {
    const cluster = processes({ 'registry: import': [{ report: 'line' }, { result: 'done' }] });
    expect(await run(anImport, cluster)).toEqual([{ report: 'line' }, { result: 'done' }]);
    expect(cluster.asked).toEqual(['registry: import', ...settles]);
  });

  it('waits for nothing after a dry run or an export', async () => {
    const cluster = processes();
    await run({ ...anImport, dryRun: true }, cluster);
    expect(await run({ command: 'export', path: '/x', format: 'json' }, cluster)).toEqual([{ result: 'registry' }]);
    expect(cluster.asked).toEqual(['registry: import', 'registry: export']);
  });

  it('rebuilds with the first replica of matching', async () => {
    const cluster = processes();
    expect(await run({ command: 'rebuild', readModel: 'matching' }, cluster)).toEqual([{ result: 'matching-1' }]);
    expect(cluster.asked).toEqual(['matching-1: rebuild', ...settles]);
  });

  it('lets the registry publish everything again, and then capacity', async () => {
    const cluster = processes({
      'registry: retell': [{ result: { told: { services: 3 } } }],
      'capacity: retell': [{ result: { told: { shelters: 2 } } }],
    });
    expect(await run({ command: 'retell' }, cluster)).toEqual([{ result: { told: { services: 3, shelters: 2 } } }]);
    expect(cluster.asked).toEqual(['registry: retell', 'capacity: retell', ...settles]);
  });

  it('takes the second replica if the first is away', async () => {
    const cluster = processes({ 'matching-1: rebuild': refused });
    expect(await run({ command: 'rebuild', readModel: 'matching' }, cluster)).toEqual([{ result: 'matching-2' }]);
  });

  it('says so if nobody can do it now', async () => {
    await expect(run(anImport, processes({ 'registry: import': refused }))).rejects.toThrow('Repeat the command in a moment.');
  });

  it('does not repeat what broke off', async () => {
    const cluster = processes({ 'matching-1: rebuild': new Error('The process ended') });
    await expect(run({ command: 'rebuild', readModel: 'matching' }, cluster)).rejects.toThrow('The process ended');
    expect(cluster.asked).toEqual(['matching-1: rebuild']);
  });

  it('passes a failure on, and settles nothing', async () => {
    const cluster = processes({ 'registry: import': [{ failed: 'No such file' }] });
    await expect(run(anImport, cluster)).rejects.toThrow('No such file');
    expect(cluster.asked).toEqual(['registry: import']);
  });

  it('asks all services for parked events, one after the other, and makes one list', async () => {
    const cluster = processes({
      registry: [{ result: { parked: [] } }],
      capacity: [{ result: { applied: 2, parked: [1] } }],
      'matching-1': [{ result: { applied: 1, parked: [2, 3] } }],
    });
    expect(await run({ command: 'parked', replay: true, consumer: null }, cluster)).toEqual([
      { result: { applied: 3, parked: [1, 2, 3] } },
    ]);
    expect(cluster.asked).toEqual(['registry: parked', 'capacity: parked', 'matching-1: parked']);
  });

  it('asks only the right service for the parked events of one consumer', async () => {
    const unknown = [{ failed: 'There is no such consumer here.' }];
    const known = { registry: unknown, capacity: [{ result: { parked: [1] } }], 'matching-1': unknown };
    const request = { command: 'parked', replay: false, consumer: 'capacity' };
    expect(await run(request, processes(known))).toEqual([{ result: { parked: [1] } }]);
    await expect(run(request, processes({ ...known, capacity: unknown }))).rejects.toThrow('no such consumer');
    await expect(run({ ...request, consumer: null }, processes(known))).rejects.toThrow('no such consumer');
  });

  it('asks all services to give up a parked event', async () => {
    const cluster = processes({
      registry: [{ result: { discarded: [] } }],
      capacity: [{ result: { discarded: [1] } }],
      'matching-1': [{ result: { discarded: [2] } }],
    });
    expect(await run({ command: 'discard', id: 'x', consumer: null }, cluster)).toEqual([{ result: { discarded: [1, 2] } }]);
    expect(cluster.asked).toEqual(['registry: discard', 'capacity: discard', 'matching-1: discard']);
  });

  it('settles if it is asked to', async () => {
    const cluster = processes();
    expect(await run({ command: 'settle' }, cluster)).toEqual([{ result: { settled: true } }]);
    expect(cluster.asked).toEqual(settles);
  });
});

describe('settling', () => {
  it('asks a process that is away again before it continues with the next', async () => {
    const asked: string[] = [];
    const ask: Ask = async function* (directory: string) {
      asked.push(directory);
      await Promise.resolve();
      if (asked.length === 2) throw refused;
      if (asked.length === 3) yield { failed: 'Kafka is away' };
      else yield { result: { settled: true } };
    };
    await settleAll(everyone, ask, 1);
    expect(asked).toEqual(['registry', 'capacity', 'capacity', 'capacity', 'matching-1', 'matching-2']);
  });
});
