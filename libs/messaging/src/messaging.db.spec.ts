import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openDatabase, type Database } from '@haven/persistence';
import { openTestDatabase, type TestDatabase } from '@haven/testing';
import { emit, emitAll, listParked, openLocalEventBus, replayParked, startConsumer, startRelay } from './index.js';
import type { EventBus, EventConsumer, HavenEvent, Subscription } from './index.js';
import { Shop1, until } from './shop.fixture.js';

describe('messaging on a database', () => {
  let server: TestDatabase;
  let database: Database;
  let bus: EventBus;
  let poison: Set<string>;
  const errors: unknown[] = [];

  const consumer: EventConsumer = {
    name: 'shop-effects',
    topics: ['goods'],
    apply: async (tx, event) => {
      await tx.query('INSERT INTO shop.effect (event_id, event_key, sequence) VALUES ($1, $2, $3)', [event.id, event.key, event.sequence]);
      if (poison.has(event.key)) throw new Error('cannot apply');
    },
  };
  const say = (key: string, data: unknown = {}) =>
    database.transaction((tx) => emit(tx, 'shop', { topic: 'goods', key, type: 'changed', data }));
  const effects = () =>
    database.dataSource.query<{ event_key: string; sequence: number }[]>('SELECT event_key, sequence FROM shop.effect ORDER BY n');
  const settled = (relay: { backlog(): Promise<number> }, subscription: Subscription) =>
    until(async () => (await relay.backlog()) === 0 && (await subscription.lag()) === 0);

  beforeAll(async () => {
    server = await openTestDatabase();
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    poison = new Set();
    database = await openDatabase({ context: 'shop', connection: server.connection, entities: [], migrations: [Shop1] });
    bus = await openLocalEventBus(server.connection, [], (error) => errors.push(error));
  });

  const closeAll = async (...parts: { stop(): Promise<void> }[]) => {
    for (const part of parts) await part.stop();
    await bus.close();
    await database.close();
  };

  it('carries each event once, in order for each key, to a consumer that subscribes later', async () => {
    for (let n = 0; n < 30; n++) await say(`k${n % 3}`, { n });
    const relay = startRelay(database, 'shop', bus, (error) => errors.push(error));
    await until(async () => (await relay.backlog()) === 0);
    const subscription = await startConsumer(database, 'shop', bus, consumer);
    await settled(relay, subscription);
    const seen = await effects();
    expect(seen).toHaveLength(30);
    for (const key of ['k0', 'k1', 'k2']) {
      expect(seen.filter((row) => row.event_key === key).map((row) => row.sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    }
    expect(errors).toEqual([]);
    await closeAll(relay, subscription);
  });

  it('ignores an event that is delivered again, and one that was overtaken', async () => {
    const [{ event }] = (await database.dataSource.query(`SELECT event FROM bus.event ORDER BY log_offset LIMIT 1`)) as [
      { event: HavenEvent },
    ];
    const before = (await effects()).length;
    const subscription = await startConsumer(database, 'shop', bus, consumer);
    await bus.publish([event, { ...event, id: '11111111-1111-4111-8111-111111111111', sequence: 2 }]);
    await until(async () => (await subscription.lag()) === 0);
    expect((await effects()).length).toBe(before);
    await closeAll(subscription);
  });

  it('parks a key whose event fails, lets others pass, and applies the parked events in order after the repair', async () => {
    poison.add('bad');
    await say('bad');
    await say('good');
    await say('bad');
    const relay = startRelay(database, 'shop', bus, (error) => errors.push(error));
    const subscription = await startConsumer(database, 'shop', bus, consumer);
    await settled(relay, subscription);
    expect((await effects()).filter((row) => row.event_key === 'good')).toHaveLength(1);
    expect((await effects()).filter((row) => row.event_key === 'bad')).toHaveLength(0);
    expect((await listParked(database, 'shop')).map(({ event }) => event.sequence)).toEqual([1, 2]);
    poison.clear();
    expect(await replayParked(database, 'shop', consumer)).toEqual({ applied: 2, stillParked: 0 });
    expect((await effects()).filter((row) => row.event_key === 'bad').map((row) => row.sequence)).toEqual([1, 2]);
    expect(await listParked(database, 'shop')).toEqual([]);
    await closeAll(relay, subscription);
  });

  it('rolls an event back with its change', async () => {
    const failing = database.transaction(async (tx) => {
      await emit(tx, 'shop', { topic: 'goods', key: 'never', type: 'changed', data: {} });
      throw new Error('the change failed');
    });
    await expect(failing).rejects.toThrow('the change failed');
    expect(await database.dataSource.query(`SELECT 1 FROM shop.outbox WHERE event_key = 'never'`)).toEqual([]);
    await closeAll();
  });

  it('numbers events of one key that are emitted together in the given order', async () => {
    const event = (key: string, n: number) => ({ topic: 'notes', key, type: 'changed', data: { n } });
    await database.transaction((tx) => emitAll(tx, 'shop', [event('a', 1), event('b', 2), event('a', 3)]));
    await database.transaction((tx) => emitAll(tx, 'shop', [event('a', 4)]));
    const rows = await database.dataSource.query(
      `SELECT event_key, sequence::int, data->'n' AS n FROM shop.outbox WHERE topic = 'notes' ORDER BY position`,
    );
    expect(rows).toEqual([
      { event_key: 'a', sequence: 1, n: 1 },
      { event_key: 'b', sequence: 1, n: 2 },
      { event_key: 'a', sequence: 2, n: 3 },
      { event_key: 'a', sequence: 3, n: 4 },
    ]);
    await database.dataSource.query(`DELETE FROM shop.outbox WHERE topic = 'notes'`);
    await closeAll();
  });

  it('replays everything that the bus has', async () => {
    const subscription = await startConsumer(database, 'shop', bus, consumer);
    await until(async () => (await subscription.lag()) === 0);
    await subscription.replay(async () => {
      await database.dataSource.query('TRUNCATE shop.effect, shop.inbox, shop.handled_sequence');
    });
    await until(async () => (await subscription.lag()) === 0);
    const keys = new Set((await effects()).map((row) => row.event_key));
    expect(keys).toEqual(new Set(['k0', 'k1', 'k2', 'good', 'bad']));
    await closeAll(subscription);
  });
});
