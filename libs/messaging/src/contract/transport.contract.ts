import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import type { Database } from '@haven/persistence';
import type { BatchHandler, EventBus, HavenEvent } from '../index.js';

/** A transport and a database. */
export interface TransportUnderTest {
  /** A bus of another process on the same transport. `tails` are the topics it will follow. */
  open(tails?: readonly string[]): Promise<EventBus>;
  /** Makes a topic that only this test uses. */
  topic(): Promise<string>;
  /** A handler that takes this long, in steps, is slower than any session of the transport. */
  readonly slowMilliseconds: number;
  /** A database with the tables of the shop. */
  readonly database: Database;
  /** The errors of the open buses. Taking them empties the list. */
  takeErrors(): unknown[];
  close(): Promise<void>;
}

/** The transport of the tests around this call, and a way to open buses on it. Each bus is closed after its test. */
export interface TransportInUse {
  readonly transport: TransportUnderTest;
  open(tails?: readonly string[]): Promise<EventBus>;
}

/** Starts the transport before the tests around this call and closes it after them. Each test must take the errors that it causes. */
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

/** A name that no other test and no other run uses. */
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

/** `count` events spread over `keys` in turn, with sequences from `first`. */
export const eventsOf = (topic: string, keys: readonly string[], count: number, first = 1): HavenEvent[] =>
  Array.from({ length: count }, (_, n) => eventOf(topic, keys[n % keys.length]!, first + Math.floor(n / keys.length)));

/** Names of keys that only this test uses. */
export const keysOf = (count: number): string[] => {
  const prefix = unique('key');
  return Array.from({ length: count }, (_, n) => `${prefix}-${n}`);
};

/** Waits until the condition is true; fails with what it waited for. */
export async function eventually(what: string, holds: () => boolean | Promise<boolean>, seconds = 30): Promise<void> {
  const deadline = performance.now() + seconds * 1_000;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`Not within ${seconds} s: ${what}`);
    await sleep(50);
  }
}

/** Sequences by key, in order of arrival. */
export function byKey(events: readonly Pick<HavenEvent, 'key' | 'sequence'>[]): Record<string, number[]> {
  const seen: Record<string, number[]> = {};
  for (const { key, sequence } of events) (seen[key] ??= []).push(sequence);
  return seen;
}

/** Sequences 1 to `count` for each of the keys. */
export const allOf = (keys: readonly string[], count: number): Record<string, number[]> =>
  Object.fromEntries(keys.map((key) => [key, Array.from({ length: count }, (_, n) => n + 1)]));

/** A handler that records its events and the sizes of its batches. */
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
