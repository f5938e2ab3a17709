import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { openDatabase, type Database } from '@haven/persistence';
import { openTestDatabase, type TestDatabase } from '@haven/testing';
import type { EntityManager } from 'typeorm';
import { attemptsBeforeParking, listParked, replayParked, startConsumer } from '../index.js';
import type { BatchHandler, EventBus, EventConsumer, HavenEvent } from '../index.js';
import { Shop1 } from '../shop.fixture.js';

const event = (key: string, sequence = 1): HavenEvent => ({
  id: randomUUID(),
  topic: 'goods',
  key,
  type: 'changed',
  sequence,
  time: '2026-01-01T00:00:00Z',
  correlationId: null,
  data: {},
});

interface PgClient {
  readonly connection: { readonly stream: { destroy(): void } };
}

describe('an event that kills its process', () => {
  let server: TestDatabase;
  let database: Database;
  /** When the test is over, the work of dead processes may end. */
  const over = Promise.withResolvers<never>();
  const open = () => openDatabase({ context: 'shop', connection: server.connection, entities: [], migrations: [Shop1] });

  beforeAll(async () => {
    server = await openTestDatabase();
    database = await open();
  });
  afterAll(async () => {
    over.reject(new Error('The test is over.'));
    await database.close();
    await server.close();
  });

  const consumerOf = (apply: EventConsumer['apply']): EventConsumer => ({ name: 'shop-effects', topics: ['goods'], apply });
  const write = (tx: EntityManager, { id, key, sequence }: HavenEvent) =>
    tx.query('INSERT INTO shop.effect (event_id, event_key, sequence) VALUES ($1, $2, $3)', [id, key, sequence]);
  const handlerOn = async (on: Database, consumer: EventConsumer): Promise<BatchHandler> => {
    let handler!: BatchHandler;
    const subscribe = (_group: string, _topics: readonly string[], handle: BatchHandler) => ((handler = handle), Promise.resolve({}));
    await startConsumer(on, 'shop', { subscribe } as unknown as EventBus, consumer);
    return handler;
  };

  /**
   * A new process that receives the batch; returns whether it survived. A process that dies does no more work, and its connection is cut.
   */
  const outlives = async (batch: readonly HavenEvent[], isDeadly: (event: HavenEvent) => boolean): Promise<boolean> => {
    const own = await open();
    const died = Promise.withResolvers<false>();
    const consumer = consumerOf(async (tx, given) => {
      await write(tx, given);
      if (!isDeadly(given)) return;
      const client = (await tx.queryRunner!.connect()) as PgClient;
      client.connection.stream.destroy();
      died.resolve(false);
      void own.close();
      await over.promise;
    });
    const handle = await handlerOn(own, consumer);
    const done = handle(batch).then(async () => (await own.close(), true));
    return Promise.race([done, died.promise]);
  };
  const effects = async (batch: readonly HavenEvent[]) =>
    (
      await database.dataSource.query<{ event_key: string }[]>('SELECT event_key FROM shop.effect WHERE event_id = ANY($1) ORDER BY n', [
        batch.map(({ id }) => id),
      ])
    ).map((row) => row.event_key);
  const counted = () => database.dataSource.query<unknown[]>('SELECT * FROM shop.delivery_attempt');

  it('is parked after a few attempts; the events around it take effect once', async () => {
    const batch = ['a', 'b', 'deadly', 'c', 'd'].map((key) => event(key));
    const isDeadly = ({ key }: HavenEvent) => key === 'deadly';
    let deaths = 0;
    while (deaths < 20 && !(await outlives(batch, isDeadly))) deaths++;
    // Twice in the batch, then alone.
    expect(deaths).toBe(2 + attemptsBeforeParking + 1);
    expect(await effects(batch)).toEqual(['a', 'b', 'c', 'd']);
    expect(await listParked(database, 'shop')).toMatchObject([
      { event: { key: 'deadly' }, attempts: attemptsBeforeParking + 1, reason: 'ProcessEnded' },
    ]);
    expect(await outlives([event('deadly', 2), event('a', 2)], isDeadly)).toBe(true);
    expect(await counted()).toEqual([]);
  });

  it('is applied together with the events that waited behind it once it is harmless', async () => {
    const consumer = consumerOf(async (tx, given) => void (await write(tx, given)));
    expect(await replayParked(database, 'shop', consumer)).toEqual({ applied: 2, stillParked: 0 });
  });

  it('does not slow down a batch whose process was killed once', async () => {
    const batch = ['h', 'i', 'j'].map((key) => event(key));
    expect(await outlives(batch, ({ key }) => key === 'i')).toBe(false);
    const transactions = new Set<unknown>();
    const handle = await handlerOn(
      database,
      consumerOf(async (tx, given) => (transactions.add(tx), await write(tx, given))),
    );
    await handle(batch);
    expect(transactions.size).toBe(1);
    expect(await effects(batch)).toEqual(['h', 'i', 'j']);
  });

  it('does not count against events whose process was killed for another reason', async () => {
    const batch = ['e', 'f', 'g'].map((key) => event(key));
    for (const unlucky of ['e', 'f', 'g']) expect(await outlives(batch, ({ key }) => key === unlucky)).toBe(false);
    expect(await outlives(batch, () => false)).toBe(true);
    expect(await effects(batch)).toEqual(['e', 'f', 'g']);
    expect([await listParked(database, 'shop'), await counted()]).toEqual([[], []]);
  });
});
