import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { subscribeLasting, waitOf } from './subscribe-lasting';

type Sink = Parameters<Parameters<typeof subscribeLasting>[0]['subscribe']>[1];

/** A socket that the test controls. */
function telling() {
  const sinks: Sink[] = [];
  let left = 0;
  const socket = {
    subscribe: (_payload: unknown, sink: Sink) => {
      sinks.push(sink);
      return () => void (left += 1);
    },
  };
  return { socket: socket as unknown as Parameters<typeof subscribeLasting>[0], sinks, left: () => left };
}

describe('a lasting subscription', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('starts again if the server ends it in any way, and reports the error', () => {
    const { socket, sinks } = telling();
    const heard: object[] = [];
    subscribeLasting(socket, { query: '' }, { next: (value) => heard.push(value) });
    sinks[0]!.next({ data: { n: 1 } });
    sinks[0]!.complete();
    jest.runAllTimers();
    sinks[1]!.error([{ message: 'no' }] as never);
    jest.runAllTimers();
    sinks[2]!.error(new Error('socket'));
    jest.runAllTimers();
    sinks[3]!.next({ data: { n: 2 } });
    expect(heard).toEqual([{ data: { n: 1 } }, { data: null, errors: [{ message: 'no' }] }, { data: { n: 2 } }]);
  });

  it('ends when it is given up, also while it waits, and does not start again', () => {
    const { socket, sinks, left } = telling();
    const giveUp = subscribeLasting(socket, { query: '' }, { next: () => undefined });
    sinks[0]!.complete();
    giveUp();
    sinks[0]!.complete();
    jest.runAllTimers();
    expect([sinks.length, left()]).toEqual([1, 1]);
  });

  it('waits longer each time, up to 15 seconds', () => {
    for (const [tries, most] of [
      [0, 500],
      [3, 4_000],
      [20, 15_000],
    ] as const) {
      expect(waitOf(tries)).toBeLessThanOrEqual(most);
      expect(waitOf(tries)).toBeGreaterThanOrEqual(most / 2);
    }
  });
});
