import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { eachInTurns, inTurns, othersFirst, turnTaker, urgentFor, urgently } from './turns.js';

describe('turns', () => {
  it('let other work run in the middle of long work', async () => {
    let othersRan = 0;
    const others = setInterval(() => (othersRan += 1), 1);
    function* work(): Generator<void, number> {
      // It ends only after others had a turn, however long that takes.
      while (othersRan === 0) yield;
      return othersRan;
    }
    expect(await inTurns(work())).toBeGreaterThan(0);
    clearInterval(others);
  });

  it('run one piece of long work in each round of the event loop, however many wait', async () => {
    let round = 0;
    const count = () => {
      round += 1;
      timer = setImmediate(count);
    };
    let timer = setImmediate(count);
    const rounds: number[] = [];
    const work = async () => {
      for (let piece = 0; piece < 3; piece += 1) {
        await othersFirst();
        rounds.push(round);
      }
    };
    await Promise.all(Array.from({ length: 5 }, work));
    clearImmediate(timer);
    expect(new Set(rounds).size).toBe(15);
  });

  it('go first to the work that took least so far, and then to the one that has waited longest', async () => {
    const order: string[] = [];
    const work = async (name: string, took: number) => {
      await othersFirst(took);
      order.push(name);
    };
    await Promise.all([work('took long', 500), work('took 2 ms', 2), work('began', 0), work('began later', 0)]);
    expect(order).toEqual(['began', 'began later', 'took 2 ms', 'took long']);
  });

  it('are longer at the beginning, so that short work ends soon', () => {
    const busy = (milliseconds: number) => {
      for (const from = performance.now(); performance.now() - from < milliseconds;);
    };
    const turn = turnTaker({ short: Infinity, long: 0 });
    busy(1);
    expect(turn()).toBeUndefined();
    busy(25);
    expect(turn()).toBeInstanceOf(Promise);
  });

  describe('while work is urgent', () => {
    const long = 20;
    const patience = 15;

    // Only the clock stands still: on a busy machine the patience of long work could end before the urgent work.
    beforeEach(() => {
      jest.useFakeTimers({ doNotFake: ['setImmediate', 'setTimeout', 'clearTimeout', 'nextTick', 'queueMicrotask', 'Date'] });
    });
    afterEach(() => {
      jest.useRealTimers();
    });
    const waitLong = () => jest.advanceTimersByTime(patience);

    it('are not given to long work until it ends', async () => {
      const order: string[] = [];
      const waits = othersFirst(long).then(() => order.push('long'));
      await urgently(async () => {
        for (let trip = 0; trip < 3; trip += 1) await new Promise(setImmediate);
        order.push('urgent');
      });
      await waits;
      expect(order).toEqual(['urgent', 'long']);
    });

    it('are given to short work, and to long work that has waited for a while', async () => {
      const order: string[] = [];
      let done = () => {};
      const urgent = urgently(() => new Promise<void>((resolve) => (done = resolve)));
      const waits = othersFirst(long).then(() => order.push('long'));
      await othersFirst().then(() => order.push('short'));
      waitLong();
      await waits;
      expect(order).toEqual(['short', 'long']);
      done();
      await urgent;
    });

    it('are given again when it ends or its time is over, whichever comes first', async () => {
      const isTaken = async () => {
        let had = false;
        const waits = othersFirst(long).then(() => (had = true));
        for (let round = 0; round < 2; round += 1) await new Promise(setImmediate);
        const hadAtOnce = had;
        waitLong();
        await waits;
        return hadAtOnce;
      };
      const end = urgentFor(10_000);
      expect(await isTaken()).toBe(false);
      end();
      end();
      expect(await isTaken()).toBe(true);
      urgentFor(1);
      await new Promise((resolve) => setTimeout(resolve, 25));
      expect(await isTaken()).toBe(true);
      // Ending it twice does not end the urgency of other work.
      const others = urgentFor(10_000);
      expect(await isTaken()).toBe(false);
      others();
    });

    it('are given again after it failed', async () => {
      await expect(urgently(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
      let had = false;
      void othersFirst(long).then(() => (had = true));
      for (let round = 0; round < 2; round += 1) await new Promise(setImmediate);
      expect(had).toBe(true);
    });
  });

  it('come before an item is passed on, not between the last one and what follows', async () => {
    async function* source() {
      yield 'first';
      asked.push('what comes next');
    }
    const asked: string[] = [];
    const passing = eachInTurns(source());
    expect((await passing.next()).value).toBe('first');
    // Longer than a turn, so that one is due.
    for (const since = performance.now(); performance.now() - since < 12;);
    setImmediate(() => asked.push('others'));
    expect(await passing.next()).toEqual({ done: true, value: undefined });
    expect(asked).toEqual(['what comes next']);
  });

  it('create no promise until they are due', () => expect(turnTaker({ short: Infinity, long: Infinity })()).toBeUndefined());
});
