import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase, type Database } from '@haven/persistence';
import { openTestDatabase, type TestDatabase } from '@haven/testing';
import type { HavenEvent } from '../event.js';
import { openLocalEventBus } from '../index.js';
import { until } from '../shop.fixture.js';
import { startCompaction } from './compaction.js';

const event = (key: string, sequence: number, topic = 'states'): HavenEvent => ({
  id: `00000000-0000-4000-8000-${key.charCodeAt(0)}${String(sequence).padStart(10, '0')}`,
  topic,
  key,
  type: 'changed',
  sequence,
  time: '2026-01-01T00:00:00Z',
  correlationId: null,
  data: {},
});

const roundMilliseconds = 100;

describe('compaction of the local log', () => {
  let server: TestDatabase;
  let reader: Database;
  const errors: unknown[] = [];
  const stored = async (topic: string) =>
    (
      await reader.dataSource.query<{ line: string }[]>(
        `SELECT (event->>'key') || (event->>'sequence') AS line FROM bus.event WHERE topic = $1 ORDER BY 1`,
        [topic],
      )
    ).map(({ line }) => line);

  beforeAll(async () => {
    server = await openTestDatabase();
    reader = await openDatabase({ context: 'look', connection: server.connection, entities: [], migrations: [] });
  });
  afterAll(async () => {
    await reader.close();
    await server.close();
  });

  it('keeps the highest sequence of each key while the bus runs, even if an older event was written again after it', async () => {
    const bus = await openLocalEventBus(server.connection, ['states'], (error) => errors.push(error), roundMilliseconds);
    await bus.subscribe('reader', ['states', 'steps'], () => Promise.resolve());
    await bus.publish([event('a', 1), event('a', 2), event('b', 7), event('a', 1), event('a', 1, 'steps'), event('a', 2, 'steps')]);
    await until(async () => (await stored('states')).length === 2);
    expect(await stored('states')).toEqual(['a2', 'b7']);
    expect(await stored('steps')).toEqual(['a1', 'a2']);
    expect(errors).toEqual([]);
    await bus.close();
  });

  it('keeps what a group has not handled', async () => {
    const bus = await openLocalEventBus(server.connection, ['held'], (error) => errors.push(error), roundMilliseconds);
    let go: () => void = () => undefined;
    const waiting = new Promise<void>((resolve) => (go = resolve));
    await bus.subscribe('slow', ['held'], () => waiting);
    await bus.publish([event('c', 1, 'held'), event('c', 2, 'held')]);
    await new Promise((resolve) => setTimeout(resolve, 10 * roundMilliseconds));
    expect(await stored('held')).toEqual(['c1', 'c2']);
    go();
    await until(async () => (await stored('held')).length === 1);
    expect(await stored('held')).toEqual(['c2']);
    await bus.close();
  }, 40_000);

  it('retries the keys of a round that failed', async () => {
    const bus = await openLocalEventBus(server.connection, [], (error) => errors.push(error), roundMilliseconds);
    const subscription = await bus.subscribe('again', ['failed'], () => Promise.resolve());
    let broken = false;
    const query = (sql: string, parameters: unknown[]) =>
      broken ? Promise.reject(new Error('no database')) : reader.dataSource.query(sql, parameters);
    const problems: unknown[] = [];
    const flaky = { ...reader, dataSource: { query } } as unknown as Database;
    const compaction = await startCompaction(flaky, ['failed'], (error) => problems.push(error), roundMilliseconds);
    await bus.publish([event('d', 1, 'failed'), event('d', 2, 'failed')]);
    await until(async () => (await subscription.lag()) === 0);
    broken = true;
    compaction.note([event('d', 2, 'failed')]);
    await until(() => Promise.resolve(problems.length > 0));
    broken = false;
    await until(async () => (await stored('failed')).length === 1);
    expect(await stored('failed')).toEqual(['d2']);
    await compaction.stop();
    await bus.close();
  }, 40_000);

  it('retries keys whose events it had to keep when the bus opened', async () => {
    const before = await openLocalEventBus(server.connection, [], (error) => errors.push(error), roundMilliseconds);
    const slow = await before.subscribe('late', ['found'], () => Promise.reject(new Error('not yet')));
    await before.publish([event('e', 1, 'found'), event('e', 2, 'found')]);
    await slow.stop();
    await before.close();
    const bus = await openLocalEventBus(server.connection, ['found'], (error) => errors.push(error), roundMilliseconds);
    expect(await stored('found')).toEqual(['e1', 'e2']);
    await bus.subscribe('late', ['found'], () => Promise.resolve());
    await until(async () => (await stored('found')).length === 1);
    expect(await stored('found')).toEqual(['e2']);
    await bus.close();
  }, 40_000);
});
