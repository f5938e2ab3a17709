import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase, type Database } from '@haven/persistence';
import { openTestDatabase, type TestDatabase } from '@haven/testing';
import { eventsOf, eventually, keysOf, unique } from '../contract/transport.contract.js';
import { startConsumer, type EventConsumer } from '../index.js';
import { Shop1 } from '../shop.fixture.js';
import { openHangingWay, type HangingWay } from './hanging-database.fixture.js';
import { makeTopic, openTestBus, testBrokers, testClient, whySkipped, type BusUnderTest } from './kafka.fixture.js';

if (testBrokers) handlers(testBrokers);
else describe('a handler of events from Kafka', () => it.skip(whySkipped, () => undefined));

/** Longer than a handler may be silent, and longer than a session. */
const longMilliseconds = 14_000;

function handlers(brokers: readonly string[]) {
  describe('a handler of events from Kafka', () => {
    let server: TestDatabase;
    let way: HangingWay;
    let database: Database;
    const opened: BusUnderTest[] = [];
    const open = () => {
      const one = openTestBus(brokers);
      opened.push(one);
      return one;
    };
    beforeAll(async () => {
      server = await openTestDatabase();
      way = await openHangingWay(server.connection);
      database = await openDatabase({ context: 'shop', connection: way.connection, entities: [], migrations: [Shop1] });
    }, 60_000);
    afterEach(async () => {
      way.goOn();
      await Promise.all(opened.splice(0).map(({ bus }) => bus.close()));
    }, 60_000);
    afterAll(async () => {
      await database.close();
      await way.close();
      await server.close();
    }, 60_000);

    const effectsOf = async (keys: readonly string[]) =>
      (
        await database.dataSource.query<{ sequence: number }[]>('SELECT sequence FROM shop.effect WHERE event_key = ANY($1) ORDER BY n', [
          keys,
        ])
      ).map(({ sequence }) => sequence);
    const shop = (topic: string, before: () => Promise<void> = () => Promise.resolve()): EventConsumer => ({
      name: unique('shop'),
      topics: [topic],
      apply: async (tx, event) => {
        await before();
        await tx.query('INSERT INTO shop.effect (event_id, event_key, sequence) VALUES ($1, $2, $3)', [
          event.id,
          event.key,
          event.sequence,
        ]);
      },
    });

    it('is not given up while the database fails', async () => {
      const [topic, { bus, stalled, errors }] = [await makeTopic(brokers), open()];
      const [key] = keysOf(1);
      let isAway = true;
      const away = () =>
        isAway ? Promise.reject(Object.assign(new Error('Connection terminated'), { code: '57P01' })) : Promise.resolve();
      await startConsumer(database, 'shop', bus, shop(topic, away));
      await bus.publish(eventsOf(topic, [key!], 5));
      await eventually('it has failed', () => errors.length > 5, 30);
      await sleep(longMilliseconds);
      isAway = false;
      await eventually('all are applied', async () => (await effectsOf([key!])).length >= 5);
      expect(await effectsOf([key!])).toEqual([1, 2, 3, 4, 5]);
      expect(stalled).toEqual([]);
    }, 60_000);

    it('is not given up while the database hangs', async () => {
      const [topic, { bus, stalled }] = [await makeTopic(brokers), open()];
      const [key] = keysOf(1);
      let began = false;
      const hang = () => {
        if (!began) way.hang();
        began = true;
        return Promise.resolve();
      };
      await startConsumer(database, 'shop', bus, shop(topic, hang));
      await bus.publish(eventsOf(topic, [key!], 5));
      await eventually('it hangs', () => began);
      await sleep(longMilliseconds);
      way.goOn();
      await eventually('all are applied', async () => (await effectsOf([key!])).length >= 5);
      expect(await effectsOf([key!])).toEqual([1, 2, 3, 4, 5]);
      expect(stalled).toEqual([]);
    }, 60_000);

    it('is not given up while another transaction keeps the lock of its key', async () => {
      const [topic, { bus, stalled }] = [await makeTopic(brokers), open()];
      const [key] = keysOf(1);
      const consumer = shop(topic);
      await startConsumer(database, 'shop', bus, consumer);
      await bus.publish(eventsOf(topic, [key!], 1));
      await eventually('it works', async () => (await effectsOf([key!])).length === 1);
      await database.transaction(async (tx) => {
        await tx.query('SELECT FROM shop.handled_sequence WHERE consumer = $1 FOR UPDATE', [consumer.name]);
        await bus.publish(eventsOf(topic, [key!], 4, 2));
        await sleep(longMilliseconds);
      });
      await eventually('all are applied', async () => (await effectsOf([key!])).length >= 5);
      expect(await effectsOf([key!])).toEqual([1, 2, 3, 4, 5]);
      expect(stalled).toEqual([]);
    }, 60_000);

    it('is given up within 15 s if it hangs while the database answers, and has left its group by then', async () => {
      const [topic, { bus, stalled }] = [await makeTopic(brokers), open()];
      const { promise: standing, resolve: goOn } = Promise.withResolvers<void>();
      let since = 0;
      const consumer = shop(topic, () => {
        since = performance.now();
        return standing;
      });
      await startConsumer(database, 'shop', bus, consumer);
      await bus.publish(eventsOf(topic, keysOf(1), 1));
      await eventually('it is given up', () => stalled.length > 0, 30);
      const took = performance.now() - since;
      const admin = testClient(brokers).admin();
      await admin.connect();
      const { members } = (await admin.describeGroups([consumer.name])).groups[0]!;
      await admin.disconnect();
      goOn();
      expect(members).toEqual([]);
      expect(stalled).toEqual([consumer.name]);
      expect(took).toBeLessThan(15_000);
    }, 60_000);
  });
}
