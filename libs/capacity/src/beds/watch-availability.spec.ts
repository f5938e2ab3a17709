import { describe, expect, it } from '@jest/globals';
import { availabilityTopic, type AvailabilitySnapshot } from '@haven/events';
import type { HavenEvent } from '@haven/messaging';
import type { AvailabilityScope, Capacity } from '../ports.js';
import { watchAvailability } from './watch-availability.js';

const everything: AvailabilityScope = { serviceIds: null, organizationId: null, country: null };
const state = (serviceId: string, sequence: number, rest: Partial<AvailabilitySnapshot> = {}): AvailabilitySnapshot => ({
  serviceId,
  organizationId: 'org',
  country: 'ID',
  free: 0,
  total: 0,
  status: 'UNKNOWN',
  confirmedAt: null,
  sequence,
  pools: [],
  ...rest,
});

/** An event bus within one process, without a log. */
function liveBus() {
  const listeners = new Set<(event: HavenEvent) => void>();
  const say = (data: unknown) => {
    const event = { id: '', topic: availabilityTopic, key: '', type: '', sequence: 0, time: '', correlationId: null, data };
    for (const listener of listeners) listener(event);
  };
  const tail = (_: readonly string[], listener: (event: HavenEvent) => void) => (listeners.add(listener), () => listeners.delete(listener));
  return { listeners, say, tail };
}

/** Pages of one state each. */
const pagesOf = (states: readonly AvailabilitySnapshot[], onRead: () => void = () => undefined): Pick<Capacity, 'availabilityPage'> => ({
  availabilityPage: (_, after) => {
    const next = states.find(({ serviceId }) => serviceId > after);
    onRead();
    return Promise.resolve(next ? [next] : []);
  },
});

async function take(states: AsyncIterator<AvailabilitySnapshot, undefined>, count: number) {
  const taken: [string, number][] = [];
  while (taken.length < count) {
    const { value } = await states.next();
    if (value) taken.push([value.serviceId, value.sequence]);
  }
  return taken;
}

describe('watchAvailability', () => {
  it('hears a change that arrives while it reads, and drops changes that the read already contains', async () => {
    const bus = liveBus();
    let said = 0;
    const reading = pagesOf([state('a', 5), state('b', 1)], () => said++ || [4, 5, 6].forEach((sequence) => bus.say(state('a', sequence))));
    const states = watchAvailability(reading, bus, everything);
    expect(await take(states, 3)).toEqual([
      ['a', 5],
      ['b', 1],
      ['a', 6],
    ]);
    [6, 7].forEach((sequence) => bus.say(state('a', sequence)));
    expect(await take(states, 1)).toEqual([['a', 7]]);
  });

  it.each([
    [{ serviceIds: ['a', 'x\0'] }, state('b', 1)],
    [{ organizationId: 'org' }, state('b', 1, { organizationId: 'else' })],
    [{ country: 'ID' }, state('b', 1, { country: null })],
  ])('skips changes outside %j', async (part, outside) => {
    const bus = liveBus();
    const states = watchAvailability(pagesOf([]), bus, { ...everything, ...part });
    for (const data of [outside, { not: 'a state' }, null, state('a', 1)]) bus.say(data);
    expect(await take(states, 1)).toEqual([['a', 1]]);
  });

  it('stops listening when it is ended, even while it waits', async () => {
    const bus = liveBus();
    const states = watchAvailability(pagesOf([]), bus, everything);
    const waiting = states.next();
    await states.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(bus.listeners.size).toBe(0);
  });

  it('stops listening when a read fails', async () => {
    const bus = liveBus();
    const failing = { availabilityPage: () => Promise.reject(new Error('away')) };
    await expect(watchAvailability(failing, bus, everything).next()).rejects.toThrow('away');
    expect(bus.listeners.size).toBe(0);
  });
});
