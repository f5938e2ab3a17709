import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase, type Database } from '@haven/persistence';
import { openTestDatabase, type TestDatabase } from '@haven/testing';
import { emitAll, leapSequences, openLocalEventBus, startConsumer, startRelay } from '../index.js';
import type { EventBus, EventConsumer, Relay, Subscription } from '../index.js';
import { Shop1, until } from '../shop.fixture.js';

describe('a database that publishes after it was restored from a backup', () => {
  let server: TestDatabase;
  let database: Database;
  let bus: EventBus;
  let relay: Relay;
  let subscription: Subscription;

  const consumer: EventConsumer = {
    name: 'shop-effects',
    topics: ['goods'],
    apply: (tx, { id, key, sequence }) =>
      tx.query('INSERT INTO shop.effect (event_id, event_key, sequence) VALUES ($1, $2, $3)', [id, key, sequence]),
  };
  const query = <Row>(sql: string) => database.dataSource.query<Row[]>(sql);
  /** Emits an event for each of these keys, in one statement. */
  const say = async (...keys: string[]) => {
    await database.transaction((tx) =>
      emitAll(
        tx,
        'shop',
        keys.map((key) => ({ topic: 'goods', key, type: 'changed', data: {} })),
      ),
    );
    await until(async () => (await relay.backlog()) === 0 && (await subscription.lag()) === 0);
  };
  const heard = async (key: string) =>
    (await query<{ sequence: number }>(`SELECT sequence FROM shop.effect WHERE event_key = '${key}' ORDER BY n`)).map(
      ({ sequence }) => sequence,
    );
  /** The state before anything was published for the key `new`, and after one event for `old`. */
  const restore = async () => {
    await query('UPDATE shop.sequence_floor SET floor = 0');
    await query(`DELETE FROM shop.event_sequence WHERE event_key = 'new'`);
    await query(`UPDATE shop.event_sequence SET last_sequence = 1 WHERE event_key = 'old'`);
  };
  const leap = async () => {
    await database.transaction((tx) => leapSequences(tx, 'shop'));
    return Number((await query<{ floor: string }>('SELECT floor FROM shop.sequence_floor'))[0]!.floor);
  };

  beforeAll(async () => {
    server = await openTestDatabase();
    database = await openDatabase({ context: 'shop', connection: server.connection, entities: [], migrations: [Shop1] });
    bus = await openLocalEventBus(server.connection, [], (error) => Promise.reject(error as Error));
    relay = startRelay(database, 'shop', bus, (error) => Promise.reject(error as Error));
    subscription = await startConsumer(database, 'shop', bus, consumer);
    await say('old', 'old', 'old', 'new', 'new');
  });
  afterAll(async () => {
    await relay.stop();
    await subscription.stop();
    await bus.close();
    await database.close();
    await server.close();
  });

  it('is ignored at first', async () => {
    await restore();
    await say('old', 'new');
    expect([await heard('old'), await heard('new')]).toEqual([
      [1, 2, 3],
      [1, 2],
    ]);
  });

  it('is applied once its sequences have leapt, even for keys that were lost with the restore, and after a second restore', async () => {
    await restore();
    const first = await leap();
    await say('old', 'new', 'new');
    await restore();
    // More seconds than events.
    await sleep(3_100);
    const second = await leap();
    await say('old', 'old', 'new');
    expect(second).toBeGreaterThan(first);
    expect(await heard('old')).toEqual([1, 2, 3, first + 1, second + 1, second + 2]);
    expect(await heard('new')).toEqual([1, 2, first + 1, first + 2, second + 1]);
  });

  it('continues from a key above the floor, even if the clock went back', async () => {
    await query(`UPDATE shop.event_sequence SET last_sequence = last_sequence + 100 WHERE event_key = 'old'`);
    const [before, floor] = [(await heard('old')).at(-1)!, await leap()];
    await say('old');
    expect((await heard('old')).at(-1)).toBe(before + 101);
    await query('UPDATE shop.sequence_floor SET floor = floor + 1000000');
    expect(await leap()).toBe(floor + 1_000_001);
  });
});
