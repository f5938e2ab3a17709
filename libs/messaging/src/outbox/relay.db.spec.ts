import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase, type Database } from '@haven/persistence';
import { openTestDatabase, type TestDatabase } from '@haven/testing';
import { emitAll, replaceUnsent, startRelay, type EventBus, type HavenEvent, type Relay } from '../index.js';
import { Shop1, until } from '../shop.fixture.js';

/** A bus that takes its time. */
const slowBus = (before: () => Promise<unknown>, after: () => Promise<unknown> = () => Promise.resolve()) => {
  const sent: HavenEvent[][] = [];
  const publish: EventBus['publish'] = async (events, mayStill = () => undefined) => {
    await before();
    mayStill();
    sent.push([...events]);
    await after();
  };
  return { sent, bus: { publish } as EventBus };
};

describe('two relays of one outbox', () => {
  let server: TestDatabase;
  let database: Database;
  const relays: Relay[] = [];
  const errors: unknown[] = [];
  const start = (bus: EventBus) => {
    const relay = startRelay(database, 'shop', bus, (error) => errors.push(error));
    relays.push(relay);
    return relay;
  };
  const say = (key: string, count: number, data: unknown = {}) =>
    database.transaction((tx) =>
      emitAll(
        tx,
        'shop',
        Array.from({ length: count }, () => ({ topic: 'goods', key, type: 'changed', data })),
      ),
    );
  const sequences = (sent: readonly HavenEvent[][]) => sent.flat().map(({ sequence }) => sequence);
  const steal = () =>
    database.dataSource.query(`UPDATE shop.relay_lease SET holder = 'another', leased_until = clock_timestamp() + interval '1 hour'`);

  beforeAll(async () => {
    server = await openTestDatabase();
    database = await openDatabase({ context: 'shop', connection: server.connection, entities: [], migrations: [Shop1] });
  });
  afterEach(async () => {
    for (const relay of relays.splice(0)) await relay.stop();
    await database.dataSource.query(`DELETE FROM shop.outbox`);
    await database.dataSource.query(`UPDATE shop.relay_lease SET holder = NULL, leased_until = '-infinity'`);
    errors.length = 0;
  });
  afterAll(async () => {
    await database.close();
    await server.close();
  });

  it('leave the outbox to the one with the lease, however long its bus takes', async () => {
    const slow = slowBus(
      () => Promise.resolve(),
      () => sleep(8_000),
    );
    const other = slowBus(() => Promise.resolve());
    await say('a', 3);
    start(slow.bus);
    await until(() => Promise.resolve(slow.sent.length > 0));
    const second = start(other.bus);
    await until(async () => (await second.backlog()) === 0);
    expect([sequences(slow.sent), sequences(other.sent)]).toEqual([[1, 2, 3], []]);
    expect(errors).toEqual([]);
  });

  it('send nothing more after the lease was lost on the way', async () => {
    const slow = slowBus(async () => {
      await steal();
      await sleep(2_500);
    });
    await say('b', 2);
    const relay = start(slow.bus);
    await until(() => Promise.resolve(errors.length > 0));
    expect(slow.sent).toEqual([]);
    expect((errors[0] as Error).name).toBe('LeaseLost');
    expect(await relay.backlog()).toBe(2);
  });

  it('clear nothing if the lease was lost while the bus worked', async () => {
    const slow = slowBus(() => Promise.resolve(), steal);
    await say('c', 2);
    const relay = start(slow.bus);
    await until(() => Promise.resolve(errors.length > 0));
    expect(sequences(slow.sent)).toEqual([1, 2]);
    expect(await relay.backlog()).toBe(2);
  });

  it('send nothing after the process paused for longer than the lease, whatever the database says', async () => {
    const slow = slowBus(() => {
      const end = performance.now() + 5_200;
      while (performance.now() < end);
      return Promise.resolve();
    });
    await say('d', 1);
    start(slow.bus);
    await until(() => Promise.resolve(errors.length > 0));
    expect(slow.sent).toEqual([]);
  });

  it('take over at once when the other one stops, and are woken by a commit', async () => {
    const [one, two] = [slowBus(() => Promise.resolve()), slowBus(() => Promise.resolve())];
    const first = start(one.bus);
    await say('e', 1);
    await until(() => Promise.resolve(one.sent.length > 0));
    await first.stop();
    start(two.bus);
    await say('e', 1);
    await until(() => Promise.resolve(two.sent.length > 0));
    expect([sequences(one.sent), sequences(two.sent)]).toEqual([[1], [2]]);
  });

  it('do not retry more often because there are new events', async () => {
    let tries = 0;
    const start0 = performance.now();
    start({ publish: () => Promise.reject(new Error(`away ${++tries}`)) } as unknown as EventBus);
    for (let n = 0; n < 20; n++) await say('h', 1);
    while (performance.now() - start0 < 1_500) await sleep(50);
    expect(tries).toBeLessThanOrEqual(3);
  });

  it('keep each send below the size that a broker accepts', async () => {
    const { sent, bus } = slowBus(() => Promise.resolve());
    await say('f', 30, { text: 'x'.repeat(100_000) });
    const relay = start(bus);
    await until(async () => (await relay.backlog()) === 0);
    expect(sequences(sent)).toEqual(Array.from({ length: 30 }, (_, n) => n + 1));
    expect(Math.max(...sent.map((events) => JSON.stringify(events).length))).toBeLessThan(900_000);
  });

  it('send an event again that was replaced on its way', async () => {
    let hasRewritten = false;
    const { sent, bus } = slowBus(
      () => Promise.resolve(),
      async () => {
        if (hasRewritten) return;
        hasRewritten = true;
        const now = { topic: 'goods', key: 'g', type: 'priced', data: { id: 'place', where: null } };
        await database.transaction((tx) => replaceUnsent(tx, 'shop', [now]));
      },
    );
    await say('g', 1, { id: 'place', where: 'here' });
    const relay = start(bus);
    await until(async () => sent.length >= 2 && (await relay.backlog()) === 0);
    expect(sent.flat().map(({ data, sequence }) => ({ data, sequence }))).toEqual([
      { data: { id: 'place', where: 'here' }, sequence: 1 },
      { data: { id: 'place', where: null }, sequence: 1 },
    ]);
  });
});
