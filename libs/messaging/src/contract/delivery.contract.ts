import { expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EventBus, HavenEvent } from '../index.js';
import {
  allOf,
  byKey,
  eventOf,
  eventsOf,
  eventually,
  keysOf,
  recorder,
  unique,
  usingTransport,
  type TransportUnderTest,
} from './transport.contract.js';

/** What a subscriber receives, in which order, and how often. */
export function deliveryContract(start: () => Promise<TransportUnderTest>): void {
  const use = usingTransport(start);

  it('keeps the order of each key', async () => {
    const [bus, topic, keys] = [await use.open(), await use.transport.topic(), keysOf(7)];
    const { events, handle } = recorder();
    await bus.subscribe(unique('group'), [topic], handle);
    const all = eventsOf(topic, keys, 700);
    for (let from = 0; from < 700; from += 50) await bus.publish(all.slice(from, from + 50));
    await eventually('700 events', () => events.length >= 700);
    expect(byKey(events)).toEqual(allOf(keys, 100));
    expect(new Map(events.map((event) => [event.id, event]))).toEqual(new Map(all.map((event) => [event.id, event])));
  }, 90_000);

  it('redelivers what the handler rejects, and lets nothing overtake it', () => redelivers(use.transport, use.open), 90_000);

  it('sends all events to a later group, tombstones too, in batches that fit into a transaction', async () => {
    const [bus, topic, keys] = [await use.open(), await use.transport.topic(), keysOf(5)];
    const [early, late] = [recorder(), recorder()];
    await bus.subscribe(unique('early'), [topic], early.handle);
    await bus.publish([...eventsOf(topic, keys, 1_500), eventOf(topic, keys[0]!, 301, null)]);
    await eventually('the first group has all', () => early.events.length >= 1_501);
    const other = await use.open();
    const subscription = await other.subscribe(unique('late'), [topic], late.handle);
    await eventually('the later group has all', () => late.events.length >= 1_501);
    expect(byKey(late.events)).toEqual({ ...allOf(keys, 300), ...allOf(keys.slice(0, 1), 301) });
    expect(late.events.find(({ sequence }) => sequence === 301)?.data).toBeNull();
    expect(Math.max(...late.sizes)).toBeLessThanOrEqual(200);
    await eventually('no lag', async () => (await subscription.lag()) === 0);
  }, 90_000);

  it('lets a tail hear each event of its topics from now on, without a gap', () => tails(use.transport, use.open), 90_000);
}

type Open = (tails?: readonly string[]) => Promise<EventBus>;

async function redelivers(transport: TransportUnderTest, open: Open): Promise<void> {
  const [bus, topic, [key]] = [await open(), await transport.topic(), keysOf(1)];
  const stored: HavenEvent[] = [];
  const rejected: number[] = [];
  let mayStore = false;
  const subscription = await bus.subscribe(unique('group'), [topic], async (batch) => {
    if (!mayStore && batch.some(({ sequence }) => sequence >= 3)) {
      rejected.push(batch[0]!.sequence);
      throw new Error('not now');
    }
    stored.push(...batch);
  });
  await bus.publish(eventsOf(topic, [key!], 2));
  await eventually('two are stored', () => stored.length === 2);
  for (const event of eventsOf(topic, [key!], 8, 3)) await bus.publish([event]);
  await eventually('it was delivered again', () => rejected.length > 1);
  expect(await subscription.lag()).toBe(8);
  expect((await subscription.lags()).filter(({ lag }) => lag > 0)).toEqual([{ topic, partition: expect.any(Number), lag: 8 }]);
  mayStore = true;
  await eventually('ten are stored', () => stored.length >= 10);
  expect(new Set(rejected)).toEqual(new Set([3]));
  expect(byKey(stored)).toEqual(allOf([key!], 10));
  await eventually('no lag', async () => (await subscription.lag()) === 0);
  expect(transport.takeErrors().map((error) => (error as Error).message)).toEqual(rejected.map(() => 'not now'));
}

async function tails(transport: TransportUnderTest, open: Open): Promise<void> {
  const [one, two, other] = [await transport.topic(), await transport.topic(), await transport.topic()];
  const [key] = keysOf(1);
  await (await open()).publish(eventsOf(one, [key!], 5));
  const bus = await open([one, two, other]);
  const heard: HavenEvent[] = [];
  const end = bus.tail([one, two], (event) => heard.push(event));
  // A transport may take a while before it follows the topic. From then on there must be no gap.
  for (let probe = 6; heard.length === 0; probe++) {
    await bus.publish([eventOf(one, key!, probe)]);
    await sleep(100);
  }
  await eventually('no more events arrive', async () => {
    const before = heard.length;
    await sleep(1_000);
    return heard.length === before;
  });
  expect(heard[0]!.sequence).toBeGreaterThan(5);
  heard.length = 0;
  const all = [...eventsOf(one, ['a', 'b'], 20, 1_001), ...eventsOf(two, ['c'], 10, 1_001)];
  for (const event of [...all, ...eventsOf(other, ['d'], 5)]) await bus.publish([event]);
  const said = () => heard.filter(({ sequence }) => sequence > 1_000);
  await eventually('all 30', () => said().length >= 30);
  const tenFrom = Array.from({ length: 10 }, (_, n) => 1_001 + n);
  expect(byKey(said())).toEqual({ a: tenFrom, b: tenFrom, c: tenFrom });
  end();
  await bus.publish([eventOf(one, 'a', 2_000)]);
  await sleep(500);
  expect(heard).toHaveLength(30);
}
