import { expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { listParked, replayParked, startConsumer, type EventBus, type EventConsumer, type HavenEvent } from '../index.js';
import { allOf, byKey, eventsOf, eventually, keysOf, unique, usingTransport, type TransportUnderTest } from './transport.contract.js';

type Open = () => Promise<EventBus>;

/** What takes effect in a consumer's database, whatever the transport delivers. */
export function effectsContract(start: () => Promise<TransportUnderTest>): void {
  const use = usingTransport(start);

  it('applies an event once, even if it is delivered more than once', () => deduplicates(use.transport, use.open), 60_000);
  it(
    'parks a key whose event fails, lets others pass, and applies the parked events in order after the repair',
    () => parks(use.transport, use.open),
    60_000,
  );
  it('replays everything once, and loses nothing that arrives meanwhile', () => replays(use.transport, use.open), 90_000);
  it(
    'loses nothing and duplicates nothing while a member joins and leaves during handling',
    () => rebalances(use.transport, use.open),
    120_000,
  );
}

/** Writes each event down. `disturb` may fail or be slow. */
const shop = (topic: string, disturb: (event: HavenEvent) => Promise<void> = () => Promise.resolve()): EventConsumer => ({
  name: unique('shop'),
  topics: [topic],
  apply: async (tx, event) => {
    await disturb(event);
    await tx.query('INSERT INTO shop.effect (event_id, event_key, sequence) VALUES ($1, $2, $3)', [event.id, event.key, event.sequence]);
  },
});

/** Effects on the keys, in order. */
const effectsOn = ({ database }: TransportUnderTest, keys: readonly string[]): Promise<{ key: string; sequence: number }[]> =>
  database.dataSource.query('SELECT event_key AS key, sequence FROM shop.effect WHERE event_key = ANY($1) ORDER BY n', [keys]);

async function deduplicates(transport: TransportUnderTest, open: Open): Promise<void> {
  const [bus, topic, keys] = [await open(), await transport.topic(), keysOf(4)];
  const all = eventsOf(topic, keys, 80);
  await bus.publish([...all, ...all.slice(0, 40)]);
  const subscription = await startConsumer(transport.database, 'shop', bus, shop(topic));
  await bus.publish(all);
  await eventually('all effects', async () => (await effectsOn(transport, keys)).length >= 80);
  await (await open()).publish([...all].reverse());
  await eventually('no lag', async () => (await subscription.lag()) === 0);
  expect(byKey(await effectsOn(transport, keys))).toEqual(allOf(keys, 20));
}

async function parks(transport: TransportUnderTest, open: Open): Promise<void> {
  const [bus, topic, keys] = [await open(), await transport.topic(), keysOf(4)];
  const [bad, ...good] = keys as [string, ...string[]];
  let isBroken = true;
  const consumer = shop(topic, (event) => (isBroken && event.key === bad ? Promise.reject(new Error('poison')) : Promise.resolve()));
  const subscription = await startConsumer(transport.database, 'shop', bus, consumer);
  await bus.publish(eventsOf(topic, keys, 40));
  await eventually('the others passed', async () => (await effectsOn(transport, good)).length >= 30);
  await eventually('no lag', async () => (await subscription.lag()) === 0);
  const parked = (await listParked(transport.database, 'shop')).filter((waiting) => waiting.consumer === consumer.name);
  expect(parked.map(({ event }) => event.sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(byKey(await effectsOn(transport, keys))).toEqual(allOf(good, 10));
  isBroken = false;
  expect(await replayParked(transport.database, 'shop', consumer)).toEqual({ applied: 10, stillParked: 0 });
  expect(byKey(await effectsOn(transport, keys))).toEqual(allOf(keys, 10));
}

async function replays(transport: TransportUnderTest, open: Open): Promise<void> {
  const [bus, topic, keys] = [await open(), await transport.topic(), keysOf(5)];
  const consumer = shop(topic);
  const subscription = await startConsumer(transport.database, 'shop', bus, consumer);
  await bus.publish(eventsOf(topic, keys, 300));
  await eventually('all effects', async () => (await effectsOn(transport, keys)).length >= 300);
  const live = (async () => {
    for (const event of eventsOf(topic, keys, 200, 61)) await bus.publish([event]);
  })();
  await subscription.replay(async () => {
    await transport.database.transaction(async (tx) => {
      await tx.query('DELETE FROM shop.effect WHERE event_key = ANY($1)', [keys]);
      await tx.query('DELETE FROM shop.inbox WHERE consumer = $1', [consumer.name]);
      await tx.query('DELETE FROM shop.handled_sequence WHERE consumer = $1', [consumer.name]);
    });
  });
  await live;
  await eventually('all effects again', async () => (await effectsOn(transport, keys)).length >= 500);
  await eventually('no lag', async () => (await subscription.lag()) === 0);
  expect(byKey(await effectsOn(transport, keys))).toEqual(allOf(keys, 100));
}

async function rebalances(transport: TransportUnderTest, open: Open): Promise<void> {
  const [bus, topic, keys] = [await open(), await transport.topic(), keysOf(24)];
  const consumer = shop(topic, async () => void (await sleep(1)));
  const first = await startConsumer(transport.database, 'shop', bus, consumer);
  await bus.publish(eventsOf(topic, keys, 1_200));
  const count = async () => (await effectsOn(transport, keys)).length;
  await eventually('it has begun', async () => (await count()) > 50);
  const other = await open();
  await startConsumer(transport.database, 'shop', other, consumer);
  await bus.publish(eventsOf(topic, keys, 1_200, 51));
  await eventually('most is done', async () => (await count()) > 1_200, 60);
  await other.close();
  await bus.publish(eventsOf(topic, keys, 480, 101));
  await eventually('all effects', async () => (await count()) >= 2_880, 60);
  await eventually('no lag', async () => (await first.lag()) === 0);
  expect(byKey(await effectsOn(transport, keys))).toEqual(allOf(keys, 120));
}
