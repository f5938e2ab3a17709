import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import type { Database } from '@haven/persistence';
import type { BatchHandler, EventBus, HavenEvent } from '../index.js';

/** A transport with a database beside it. */
export interface TransportUnderTest {
  /** Another process's view of it; `tails` are the topics it will follow. */
  open(tails?: readonly string[]): Promise<EventBus>;
  /** Makes a topic that no other test has. */
  topic(): Promise<string>;
  /** A handler that takes this long, in steps, is slow: longer than any session of the transport. */
  readonly slowMilliseconds: number;
  /** With the tables of the shop. */
  readonly database: Database;
  /** What the open buses told of; taking it empties it. */
  takeErrors(): unknown[];
  close(): Promise<void>;
}

/** The transport of the tests around this call, and how they open buses on it: each is closed after its test. */
export interface TransportInUse {
  readonly transport: TransportUnderTest;
  open(tails?: readonly string[]): Promise<EventBus>;
}

/** Starts it before the tests around this call and closes it behind them; no test may leave an error that it did not take. */
export function usingTransport(start: () => Promise<TransportUnderTest>): TransportInUse {
  let transport: TransportUnderTest;
  const opened: EventBus[] = [];
  beforeAll(async () => void (transport = await start()), 60_000);
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((bus) => bus.close()));
    expect(transport.takeErrors()).toEqual([]);
  }, 60_000);
  afterAll(() => transport.close(), 60_000);
  return {
    get transport() {
      return transport;
    },
    open: async (tails) => {
      const bus = await transport.open(tails);
      opened.push(bus);
      return bus;
    },
  };
}

/** A name that no other test and no other run has. */
export const unique = (what: string): string => `${what}-${randomBytes(5).toString('hex')}`;

/** An event as a relay publishes it. */
export const eventOf = (topic: string, key: string, sequence: number, data: unknown = { n: sequence }): HavenEvent => ({
  id: randomUUID(),
  topic,
  key,
  type: 'changed',
  sequence,
  time: new Date().toISOString(),
  correlationId: null,
  data,
});

/** `count` events over `keys`, turn by turn, with sequences from `first`. */
export const eventsOf = (topic: string, keys: readonly string[], count: number, first = 1): HavenEvent[] =>
  Array.from({ length: count }, (_, n) => eventOf(topic, keys[n % keys.length]!, first + Math.floor(n / keys.length)));

/** Names of keys that only this test has. */
export const keysOf = (count: number): string[] => {
  const prefix = unique('key');
  return Array.from({ length: count }, (_, n) => `${prefix}-${n}`);
};

/** Waits until it holds; fails with what it waited for. */
export async function eventually(what: string, holds: () => boolean | Promise<boolean>, seconds = 30): Promise<void> {
  const deadline = performance.now() + seconds * 1_000;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`Not within ${seconds} s: ${what}`);
    await sleep(50);
  }
}

/** Sequences by key, in the order in which they came. */
export function byKey(events: readonly Pick<HavenEvent, 'key' | 'sequence'>[]): Record<string, number[]> {
  const seen: Record<string, number[]> = {};
  for (const { key, sequence } of events) (seen[key] ??= []).push(sequence);
  return seen;
}

/** Sequences 1 to `count` for each of the keys. */
export const allOf = (keys: readonly string[], count: number): Record<string, number[]> =>
  Object.fromEntries(keys.map((key) => [key, Array.from({ length: count }, (_, n) => n + 1)]));

/** A handler that remembers what it got, and the sizes of the batches. */
export function recorder(): { readonly events: HavenEvent[]; readonly sizes: number[]; readonly handle: BatchHandler } {
  const events: HavenEvent[] = [];
  const sizes: number[] = [];
  const handle: BatchHandler = (batch) => {
    events.push(...batch);
    sizes.push(batch.length);
    return Promise.resolve();
  };
  return { events, sizes, handle };
}
