import { describe, expect, it } from '@jest/globals';
import { untilSilent } from './until-silent.js';

/** Emits two values, and then nothing until it is ended. */
function talker() {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const told = ['a', 'b'];
  const source: AsyncGenerator<string, void, void> = {
    next: async () => {
      const value = told.shift();
      if (value !== undefined) return { done: false, value };
      await ended;
      return { done: true, value: undefined };
    },
    return: () => {
      end();
      return Promise.resolve({ done: true, value: undefined });
    },
    throw: (error) => Promise.reject(error as Error),
    [Symbol.asyncIterator]: () => source,
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
  return source;
}

describe('the first states of a subscription', () => {
  it('pass through, and the silence is noticed once', async () => {
    let silences = 0;
    let noticed: () => void = () => undefined;
    const silence = new Promise<void>((resolve) => (noticed = resolve));
    const told = untilSilent(talker(), () => {
      silences += 1;
      noticed();
    });
    expect(await told.next()).toEqual({ done: false, value: 'a' });
    expect(await told.next()).toEqual({ done: false, value: 'b' });
    const last = told.next();
    await silence;
    await told.return();
    expect(await last).toEqual({ done: true, value: undefined });
    expect(silences).toBe(1);
  });

  it('end at once if they are ended while nothing comes', async () => {
    let silences = 0;
    const told = untilSilent(talker(), () => (silences += 1));
    for (const value of ['a', 'b']) expect(await told.next()).toEqual({ done: false, value });
    const waiting = told.next();
    expect(await told.return()).toEqual({ done: true, value: undefined });
    expect(silences).toBe(1);
    expect((await waiting).done).toBe(true);
  });

  it('are silent when they are over', async () => {
    let silences = 0;
    const source = (async function* () {
      yield await Promise.resolve(1);
    })();
    const told = untilSilent(source, () => (silences += 1));
    await told.next();
    expect(silences).toBe(0);
    await told.next();
    expect(silences).toBe(1);
  });
});
