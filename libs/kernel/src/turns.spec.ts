import { describe, expect, it } from '@jest/globals';
import { inTurns, turnTaker } from './turns.js';

describe('turns', () => {
  it('let others run in the middle of long work', async () => {
    let othersRan = 0;
    const others = setInterval(() => (othersRan += 1), 1);
    function* work(): Generator<void, number> {
      // However long it takes: it ends when others had a turn, and never without.
      while (othersRan === 0) yield;
      return othersRan;
    }
    expect(await inTurns(work())).toBeGreaterThan(0);
    clearInterval(others);
  });

  it('cost no promise while it is not time', () => expect(turnTaker(Infinity)()).toBeUndefined());
});
