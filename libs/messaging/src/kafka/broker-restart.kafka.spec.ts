import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase, type Database } from '@haven/persistence';
import { openTestDatabase, type TestDatabase } from '@haven/testing';
import { allOf, byKey, eventOf, eventually, keysOf, recorder, unique } from '../contract/transport.contract.js';
import { applyTopics, emit, startConsumer, startRelay, type EventBus, type HavenEvent } from '../index.js';
import { Shop1 } from '../shop.fixture.js';
import { makeTopic, openTestBus, testBrokers, testClient, whySkipped } from './kafka.fixture.js';
import { startOwnBroker, type OwnBroker } from './own-broker.fixture.js';

if (testBrokers) restarts();
else describe('a broker that is killed', () => it.skip(whySkipped, () => undefined));

function restarts() {
  describe('a broker that is killed and started again', () => {
    let broker: OwnBroker;
    let server: TestDatabase;
    let database: Database;
    const opened: EventBus[] = [];
    const open = (tails: readonly string[]) => {
      const tested = openTestBus(broker.brokers, tails);
      opened.push(tested.bus);
      return tested;
    };
    beforeAll(async () => {
      broker = await startOwnBroker();
      server = await openTestDatabase();
      database = await openDatabase({ context: 'shop', connection: server.connection, entities: [], migrations: [Shop1] });
    }, 120_000);
    afterAll(async () => {
      await Promise.all(opened.map((bus) => bus.close()));
      await database?.close();
      await server?.close();
      await broker?.stop();
    }, 60_000);

    it('is awaited at the start, together with its topics', async () => {
      const topic = await makeTopic(broker.brokers);
      const later = unique('later');
      broker.kill();
      await sleep(200);
      const { bus, stalled } = open([topic]);
      const [early, late] = [recorder(), recorder()];
      await bus.subscribe(unique('group'), [topic], early.handle);
      await bus.subscribe(unique('group'), [later], late.handle);
      const publish = (event: HavenEvent) =>
        bus.publish([event]).then(
          () => true,
          () => false,
        );
      const [one, two] = [eventOf(topic, 'a', 1), eventOf(later, 'b', 1)];
      expect(await publish(one)).toBe(false);
      await eventually('it is published', () => publish(one), 60);
      await eventually('it came', () => early.events.length > 0, 60);
      await applyTopics(testClient(broker.brokers), [{ name: later, partitions: 2, settings: {} }], { replicas: 1, inSync: 1 });
      await eventually('it is published', () => publish(two), 60);
      await eventually('it came too', () => late.events.length > 0, 60);
      expect(stalled).toEqual([]);
    }, 180_000);

    it('costs no event its effect or its order, and the tail no event', async () => {
      const topic = await makeTopic(broker.brokers);
      const keys = keysOf(8);
      const { bus, stalled } = open([topic]);
      const heard: HavenEvent[] = [];
      bus.tail([topic], (event) => heard.push(event));
      const relay = startRelay(database, 'shop', bus, () => undefined);
      const subscription = await startConsumer(database, 'shop', bus, {
        name: unique('shop'),
        topics: [topic],
        apply: async (tx, event) =>
          void (await tx.query('INSERT INTO shop.effect (event_id, event_key, sequence) VALUES ($1, $2, $3)', [
            event.id,
            event.key,
            event.sequence,
          ])),
      });
      const effects = () =>
        database.dataSource.query<{ key: string; sequence: number }[]>('SELECT event_key AS key, sequence FROM shop.effect ORDER BY n');
      const say = (key: string) => database.transaction((tx) => emit(tx, 'shop', { topic, key, type: 'changed', data: {} }));
      await say(keys[0]!);
      await eventually('the tail follows', () => heard.length > 0 || sayAgain(say, keys[0]!));
      const warm = (await database.dataSource.query<{ n: number }[]>('SELECT last_sequence::int AS n FROM shop.event_sequence'))[0]!.n;
      const from = heard.at(-1)!.sequence;
      for (let turn = 0; turn < 100; turn++) {
        if (turn === 30) broker.kill();
        for (const key of keys) await say(key);
        await sleep(50);
      }
      await eventually('the outbox is empty', async () => (await relay.backlog()) === 0, 60);
      const total = 800 + warm;
      await eventually('all took effect', async () => (await effects()).length >= total, 60);
      await eventually('no lag', async () => (await subscription.lag()) === 0);
      const seen = byKey(await effects());
      expect(seen).toEqual({ ...allOf(keys, 100), [keys[0]!]: Array.from({ length: 100 + warm }, (_, n) => n + 1) });
      const heardOf = (key: string) => [...new Set(heard.filter((event) => event.key === key).map(({ sequence }) => sequence))];
      await eventually(
        'the tail has heard all',
        () => heardOf(keys[0]!).at(-1) === 100 + warm && keys.slice(1).every((key) => heardOf(key).length === 100),
      );
      expect(heardOf(keys[0]!).filter((sequence) => sequence > from)).toEqual(
        Array.from({ length: 100 + warm - from }, (_, n) => from + 1 + n),
      );
      for (const key of keys.slice(1)) expect(heardOf(key)).toEqual(allOf([key], 100)[key]);
      // Events in flight may have been sent again. The tail itself continues where it was.
      expect(heard.length - new Set(heard.map(({ id }) => id)).size).toBeLessThan(100);
      expect(stalled).toEqual([]);
      await relay.stop();
    }, 180_000);
  });
}

async function sayAgain(say: (key: string) => Promise<void>, key: string): Promise<boolean> {
  await say(key);
  await sleep(300);
  return false;
}
