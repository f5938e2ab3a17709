import { expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import v8 from 'node:v8';
import vm from 'node:vm';
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

type Open = () => Promise<EventBus>;

/** Slow and stopping subscribers. */
export function flowContract(start: () => Promise<TransportUnderTest>): void {
  const use = usingTransport(start);

  it(
    'waits for a handler that takes longer than a session, runs it once, and keeps the order of the others',
    () => slow(use.transport, use.open),
    90_000,
  );
  it('uses little memory for a subscriber that is behind, and loses nothing', () => presses(use.transport, use.open), 180_000);
  it('reads all events from the first one on, once, and leaves no group behind', () => readsThrough(use.transport, use.open), 60_000);
  it('stops after the handler has finished, and commits its position', () => stops(use.transport, use.open), 60_000);
}

async function readsThrough(transport: TransportUnderTest, open: Open): Promise<void> {
  const [bus, topic, other, keys] = [await open(), await transport.topic(), await transport.topic(), keysOf(3)];
  await bus.publish([...eventsOf(topic, keys, 600), eventOf(other, 'k', 1)]);
  for (let round = 0; round < 2; round += 1) {
    const handled: HavenEvent[] = [];
    await bus.readThrough([topic], (batch) => Promise.resolve(void handled.push(...batch)));
    expect(byKey(handled)).toEqual(allOf(keys, 200));
  }
}

/** Each step takes less than the allowed 5 s. */
const stepsOfSlow = 4;

async function slow(transport: TransportUnderTest, open: Open): Promise<void> {
  const [bus, topic, keys] = [await open(), await transport.topic(), keysOf(6)];
  const handled: HavenEvent[] = [];
  let waits = 0;
  const subscription = await bus.subscribe(unique('group'), [topic], async (batch, goesOn = () => undefined) => {
    if (batch.some(({ key, sequence }) => key === keys[0] && sequence === 1)) {
      waits += 1;
      for (let step = 0; step < stepsOfSlow; step++) {
        await sleep(transport.slowMilliseconds / stepsOfSlow);
        goesOn();
      }
    }
    handled.push(...batch);
  });
  await bus.publish(eventsOf(topic, keys, 60));
  await eventually('all are handled', () => handled.length >= 60, 60);
  expect(waits).toBe(1);
  expect(byKey(handled)).toEqual(allOf(keys, 10));
  await eventually('no lag', async () => (await subscription.lag()) === 0);
}

const weight = 'x'.repeat(16_000);

/** 3,000 events of 16 kB are 48 MB. A subscriber may keep only one fetch of them in memory. */
async function presses(transport: TransportUnderTest, open: Open): Promise<void> {
  const [bus, topic, keys] = [await open(), await transport.topic(), keysOf(20)];
  // As many as Kafka fetches for one partition at a time, because all keys may belong to one.
  for (let from = 0; from < 150; from += 2) {
    await bus.publish(keys.flatMap((key) => [1, 2].map((n) => eventOf(topic, key, from + n, { weight }))));
  }
  const before = memory();
  const seen: { key: string; sequence: number }[] = [];
  let [most, batches] = [0, 0];
  const subscription = await bus.subscribe(unique('group'), [topic], async (batch) => {
    seen.push(...batch.map(({ key, sequence }) => ({ key, sequence })));
    if (batches++ % 4 === 0) most = Math.max(most, memory() - before);
    await sleep(20);
  });
  await eventually('all are handled', () => seen.length >= 3_000, 120);
  expect(byKey(seen)).toEqual(allOf(keys, 150));
  expect(most / 1e6).toBeLessThan(30);
  await eventually('no lag', async () => (await subscription.lag()) === 0);
}

/** Bytes in use after garbage collection. */
function memory(): number {
  v8.setFlagsFromString('--expose-gc');
  (vm.runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function stops(transport: TransportUnderTest, open: Open): Promise<void> {
  const [bus, topic, [key]] = [await open(), await transport.topic(), keysOf(1)];
  const group = unique('group');
  const handled: HavenEvent[] = [];
  let hasBegun = false;
  const subscription = await bus.subscribe(group, [topic], async (batch) => {
    hasBegun = true;
    await sleep(2_000);
    handled.push(...batch);
  });
  await bus.publish(eventsOf(topic, [key!], 10));
  await eventually('it has begun', () => hasBegun);
  await subscription.stop();
  const came = handled.length;
  expect(came).toBeGreaterThan(0);
  expect(await subscription.lag()).toBe(10 - came);
  await bus.publish(eventsOf(topic, [key!], 5, 11));
  const next = recorder();
  await (await open()).subscribe(group, [topic], next.handle);
  await eventually('the rest', () => came + next.events.length >= 15);
  await sleep(500);
  expect(byKey([...handled, ...next.events])).toEqual(allOf([key!], 15));
}
