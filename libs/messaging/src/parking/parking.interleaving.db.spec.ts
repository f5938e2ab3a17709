import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase, prune, type Database } from '@haven/persistence';
import { openTestDatabase, type TestDatabase } from '@haven/testing';
import fc from 'fast-check';
import { agedInbox, replayParked, startConsumer } from '../index.js';
import type { BatchHandler, EventBus, EventConsumer, HavenEvent, Subscription } from '../index.js';
import { Shop1 } from '../shop.fixture.js';

const keys = ['a', 'b', 'c'];
const perKey = 6;
const numRuns = Number(process.env['HAVEN_PARKING_RUNS'] ?? 5);

/** Three keys of six events each, in the order of a log. */
const logOf = (topic: string): HavenEvent[] =>
  Array.from({ length: perKey * keys.length }, (_, n) => ({
    id: randomUUID(),
    topic,
    key: keys[n % keys.length]!,
    type: 'changed',
    sequence: Math.floor(n / keys.length) + 1,
    time: '2026-01-01T00:00:00Z',
    correlationId: null,
    data: {},
  }));

describe('parking while several processes work', () => {
  let server: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    server = await openTestDatabase();
    database = await openDatabase({ context: 'shop', connection: server.connection, entities: [], migrations: [Shop1], poolSize: 8 });
  });
  afterAll(async () => {
    await database.close();
    await server.close();
  });

  const handlerOf = async (consumer: EventConsumer): Promise<BatchHandler> => {
    let handler!: BatchHandler;
    const bus = {
      subscribe: (_group: string, _topics: readonly string[], handle: BatchHandler) => ((handler = handle), Promise.resolve({})),
    };
    (await startConsumer(database, 'shop', bus as unknown as EventBus, consumer)) as Subscription;
    return handler;
  };

  const inboxOf = async (consumer: string) => {
    const [row] = await database.dataSource.query<{ n: number }[]>('SELECT count(*)::int AS n FROM shop.inbox WHERE consumer = $1', [
      consumer,
    ]);
    return row!.n;
  };

  // Each member carries the whole log in batches, as after a late rebalance. Replays run at the same time.
  const runs = fc.record({
    batches: fc.array(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 3, maxLength: 8 }), { minLength: 2, maxLength: 2 }),
    failures: fc.array(fc.boolean(), { minLength: 20, maxLength: 60 }),
  });

  it('applies every event once and in order for each key, despite replays, failures and pruning', async () => {
    let forgotten = 0;
    await fc.assert(
      fc.asyncProperty(runs, async ({ batches, failures }) => {
        const topic = randomUUID();
        let calls = 0;
        let isRepaired = false;
        const consumer: EventConsumer = {
          name: `shop-${topic}`,
          topics: [topic],
          apply: async (tx, { id, key, sequence }) => {
            if (!isRepaired && failures[calls++ % failures.length]) throw new Error('poison');
            // Lets the others run in between.
            await sleep(sequence % 3);
            await tx.query('INSERT INTO shop.effect (event_id, event_key, sequence) VALUES ($1, $2, $3)', [
              id,
              `${topic} ${key}`,
              sequence,
            ]);
          },
        };
        const log = logOf(topic);
        const carry = async (sizes: readonly number[]) => {
          const handle = await handlerOf(consumer);
          for (let at = 0, n = 0; at < log.length; at += sizes[n++ % sizes.length]!)
            await handle(log.slice(at, at + sizes[n % sizes.length]!));
        };
        let isCarrying = true;
        const replay = async () => {
          while (isCarrying) await replayParked(database, 'shop', consumer);
        };
        // Nothing may depend on the inbox, so this keeps emptying it.
        const forget = async () => {
          while (isCarrying) {
            forgotten += await inboxOf(consumer.name);
            await prune(database, { ...agedInbox('shop'), days: 0 });
            await sleep(5);
          }
        };
        const carried = Promise.all(batches.map(carry)).finally(() => (isCarrying = false));
        await Promise.all([carried, replay(), replay(), forget()]);
        isRepaired = true;
        expect(await replayParked(database, 'shop', consumer)).toMatchObject({ stillParked: 0 });
        for (const key of keys) {
          const rows = await database.dataSource.query<{ sequence: number }[]>(
            'SELECT sequence FROM shop.effect WHERE event_key = $1 ORDER BY n',
            [`${topic} ${key}`],
          );
          expect(rows.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6]);
        }
      }),
      { numRuns, endOnFailure: true },
    );
    expect(forgotten).toBeGreaterThan(8 * numRuns);
  }, 120_000);
});
