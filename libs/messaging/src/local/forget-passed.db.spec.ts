import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openDatabase, type Database } from '@haven/persistence';
import { openTestDatabase, type TestDatabase } from '@haven/testing';
import { randomUUID } from 'node:crypto';
import { openLocalEventBus } from '../index.js';
import { until } from '../shop.fixture.js';
import { startForgetting } from './forget-passed.js';

let server: TestDatabase;
let reader: Database;

beforeAll(async () => {
  server = await openTestDatabase();
  reader = await openDatabase({ context: 'look', connection: server.connection, entities: [], migrations: [] });
});
afterAll(async () => {
  await reader.close();
  await server.close();
});

it('the local log deletes events after thirty days from topics that are not compacted, and nothing else', async () => {
  const bus = await openLocalEventBus(server.connection, [], () => undefined);
  const event = (topic: string, time: string) => ({
    id: randomUUID(),
    topic,
    key: 'k',
    type: 't',
    sequence: 1,
    time,
    correlationId: null,
    data: {},
  });
  const passing = Array.from({ length: 1200 }, () => event('passing', '2026-10-30T23:00:00.000Z'));
  await bus.publish([...passing, event('passing', '2026-11-01T00:00:00.000Z'), event('kept', '2026-01-01T00:00:00.000Z')]);
  const left = async () =>
    (await reader.dataSource.query<{ line: string }[]>(`SELECT topic || ' ' || (event->>'time') AS line FROM bus.event ORDER BY 1`)).map(
      ({ line }) => line,
    );
  const errors: unknown[] = [];
  const forgetting = startForgetting(
    reader,
    ['passing'],
    (error) => errors.push(error),
    () => Date.parse('2026-11-30T12:00:00Z'),
  );
  await until(async () => (await left()).length <= 2);
  await forgetting.stop();
  expect(await left()).toEqual(['kept 2026-01-01T00:00:00.000Z', 'passing 2026-11-01T00:00:00.000Z']);
  expect(errors).toEqual([]);
  await bus.close();
}, 40_000);
