import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import kafkajs from 'kafkajs';
// @ts-expect-error: the test stops this part of the client, which has no types.
import Broker from 'kafkajs/src/broker/index.js';
import { openDatabase, type Database } from '@haven/persistence';
import { openTestDatabase, type TestDatabase } from '@haven/testing';
import { allOf, byKey, eventOf, eventsOf, eventually, keysOf, recorder, unique } from '../contract/transport.contract.js';
import { listParked, startConsumer } from '../index.js';
import { Shop1 } from '../shop.fixture.js';
import { makeTopic, openTestBus, testBrokers, testClient, whySkipped, type BusUnderTest } from './kafka.fixture.js';

const brokerOfClient = (Broker as { prototype: { fetch: () => Promise<never> } }).prototype;

if (testBrokers) consumers(testBrokers);
else describe('a consumer of Kafka', () => it.skip(whySkipped, () => undefined));

function consumers(brokers: readonly string[]) {
  describe('a consumer of Kafka', () => {
    let server: TestDatabase;
    let database: Database;
    const opened: BusUnderTest[] = [];
    let thaw: () => void = () => undefined;
    const open = (tails: readonly string[] = []) => {
      const one = openTestBus(brokers, tails);
      opened.push(one);
      return one;
    };
    beforeAll(async () => {
      server = await openTestDatabase();
      database = await openDatabase({ context: 'shop', connection: server.connection, entities: [], migrations: [Shop1] });
    }, 60_000);
    afterEach(async () => {
      jest.restoreAllMocks();
      thaw();
      await Promise.all(opened.splice(0).map(({ bus }) => bus.close()));
    }, 60_000);
    afterAll(async () => {
      await database.close();
      await server.close();
    }, 60_000);

    /** The sockets stay open, but no request gets an answer. */
    const stopFetching = () => {
      const { promise: frozen, reject } = Promise.withResolvers<never>();
      frozen.catch(() => undefined);
      thaw = () => reject(new Error('thawed'));
      jest.spyOn(brokerOfClient, 'fetch').mockReturnValue(frozen);
    };
    const membersOf = async (group: string) => {
      const admin = testClient(brokers).admin();
      await admin.connect();
      const { groups } = await admin.describeGroups([group]);
      await admin.disconnect();
      return groups[0]!.members;
    };

    it('parks a message that it cannot read, and continues', async () => {
      const topic = await makeTopic(brokers, 1);
      const { bus, stalled } = open();
      const [key] = keysOf(1);
      const producer = testClient(brokers).producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
      await producer.connect();
      const headers = {
        ce_id: '11111111-1111-4111-8111-111111111111',
        ce_type: 'changed',
        ce_time: '2026-01-01T00:00:00Z',
        ce_sequence: '1',
      };
      await bus.publish(eventsOf(topic, [key!], 1));
      await producer.send({
        topic,
        messages: [
          { key: 'garbage', value: Buffer.from([0xff, 0x00, 0x7b]), headers },
          { key: 'no-headers', value: '{}' },
          { key: null, value: '{}', headers },
          { key: null, value: null },
          { key: 'with\0zero', value: '{}', headers },
          { key: 'zero-in-data', value: '{"a":"\\u0000"}', headers },
          { key: 'half-a-pair', value: '{"a":"\\ud800"}', headers },
          { key: 'long'.repeat(1_000), value: '{}', headers },
        ],
      });
      await producer.disconnect();
      await bus.publish(eventsOf(topic, [key!], 1, 2));
      const name = unique('shop');
      const applied: number[] = [];
      const subscription = await startConsumer(database, 'shop', bus, {
        name,
        topics: [topic],
        apply: (_tx, event) => Promise.resolve(void applied.push(event.sequence)),
      });
      await eventually('the readable are applied', () => applied.includes(2));
      await eventually('no lag', async () => (await subscription.lag()) === 0);
      const parked = (await listParked(database, 'shop')).filter(({ consumer }) => consumer === name);
      expect(parked).toHaveLength(8);
      expect(parked.map(({ event }) => event.key).sort()).toEqual(
        ['garbage', 'half-a-pair', 'no-headers', 'zero-in-data', ...Array<string>(4).fill('partition 0')].sort(),
      );
      expect(new Set(parked.map(({ reason }) => reason))).toEqual(new Set(['UnreadableEvent', 'an earlier event of the key is parked']));
      expect(stalled).toEqual([]);
    }, 60_000);

    it('is given up within 15 s if its fetch loop stops with the sockets open', async () => {
      const topic = await makeTopic(brokers);
      const { bus, stalled } = open();
      const { events, handle } = recorder();
      const group = unique('group');
      await bus.subscribe(group, [topic], handle);
      await bus.publish(eventsOf(topic, ['a'], 1));
      await eventually('it runs', () => events.length === 1);
      stopFetching();
      await sleep(1_000);
      const since = performance.now();
      await bus.publish(eventsOf(topic, ['a'], 1, 2));
      await eventually('it is given up', () => stalled.length > 0, 20);
      expect(stalled).toEqual([group]);
      expect(performance.now() - since).toBeLessThan(15_000);
      // It leaves at once, rather than when its session expires.
      expect(await membersOf(group)).toEqual([]);
    }, 60_000);

    it('is given up just as fast if it only pushes changes to subscribers, but not while no events arrive', async () => {
      const topic = await makeTopic(brokers);
      const { bus, stalled } = open([topic]);
      const heard: number[] = [];
      bus.tail([topic], ({ sequence }) => heard.push(sequence));
      for (let probe = 1; heard.length === 0; probe++) {
        await bus.publish([eventOf(topic, 'a', probe)]);
        await sleep(200);
      }
      await sleep(12_000);
      expect(stalled).toEqual([]);
      stopFetching();
      await sleep(1_000);
      const since = performance.now();
      await bus.publish([eventOf(topic, 'a', 1_000)]);
      await eventually('it is given up', () => stalled.length > 0, 20);
      expect(stalled).toEqual([expect.stringMatching(/^haven-tail-/)]);
      expect(performance.now() - since).toBeLessThan(15_000);
    }, 60_000);

    it('is given up if it hangs in a replay, and leaves the replay to another process', async () => {
      const topic = await makeTopic(brokers);
      const { bus, stalled } = open();
      const { events, handle } = recorder();
      const group = unique('group');
      const subscription = await bus.subscribe(group, [topic], handle);
      await bus.publish(eventsOf(topic, ['a'], 10));
      await eventually('it runs', () => events.length === 10);
      stopFetching();
      subscription.replay(() => Promise.resolve()).catch(() => undefined);
      await eventually('it is given up', () => stalled.length > 0, 20);
      expect(stalled).toEqual([`${group}-replay`]);
      expect(await membersOf(`${group}-replay`)).toEqual([]);
      expect(events).toHaveLength(10);
    }, 60_000);

    it('ends its process if the client has crashed for good', async () => {
      const topic = await makeTopic(brokers);
      const { bus, stalled, errors } = open();
      const group = unique('group');
      const { events, handle } = recorder();
      await bus.subscribe(group, [topic], handle);
      await bus.publish(eventsOf(topic, ['a'], 1));
      await eventually('it runs', () => events.length === 1);
      // How kafkajs treats an error in its own code: it considers a TypeError not retriable.
      jest.spyOn(brokerOfClient, 'fetch').mockImplementation(() => Promise.reject(new TypeError('not a function')));
      // The watchdog alone would take longer.
      await eventually('it is given up', () => stalled.length > 0, 5);
      expect(stalled[0]).toBe(group);
      expect(errors.length).toBeGreaterThan(0);
    }, 60_000);

    it('resumes a replay whose process is gone', async () => {
      const topic = await makeTopic(brokers);
      const keys = keysOf(4);
      const name = unique('shop');
      const consumer = (wait: number) => ({
        name,
        topics: [topic],
        apply: async (tx: { query(sql: string, values: unknown[]): Promise<unknown> }, event: ReturnType<typeof eventOf>) => {
          await sleep(wait);
          await tx.query('INSERT INTO shop.effect (event_id, event_key, sequence) VALUES ($1, $2, $3)', [
            event.id,
            event.key,
            event.sequence,
          ]);
        },
      });
      const effects = () =>
        database.dataSource.query<{ key: string; sequence: number }[]>(
          'SELECT event_key AS key, sequence FROM shop.effect WHERE event_key = ANY($1) ORDER BY n',
          [keys],
        );
      const [dying, living] = [open(), open()];
      const first = await startConsumer(database, 'shop', dying.bus, consumer(10));
      await dying.bus.publish(eventsOf(topic, keys, 800));
      await eventually('all effects', async () => (await effects()).length >= 800);
      const replay = first.replay(async () => {
        await database.dataSource.query('DELETE FROM shop.effect WHERE event_key = ANY($1)', [keys]);
        await database.dataSource.query('DELETE FROM shop.inbox WHERE consumer = $1', [name]);
        await database.dataSource.query('DELETE FROM shop.handled_sequence WHERE consumer = $1', [name]);
      });
      await eventually('some again', async () => (await effects()).length % 800 > 0);
      await dying.bus.close();
      await replay.catch(() => undefined);
      expect((await effects()).length).toBeLessThan(800);
      const second = await startConsumer(database, 'shop', living.bus, consumer(0));
      await eventually('all effects again', async () => (await effects()).length >= 800, 60);
      await eventually('no lag', async () => (await second.lag()) === 0);
      expect(byKey(await effects())).toEqual(allOf(keys, 200));
      const admin = testClient(brokers).admin();
      await admin.connect();
      const state = async () => (await admin.describeGroups([`${name}-replay`])).groups[0]!.state;
      await eventually('the promise is kept and gone', async () => (await state()) === 'Dead');
      await admin.disconnect();
    }, 120_000);
  });
}
