import { describe, expect, it } from '@jest/globals';
import { createPulse } from './pulse.js';
import { createHandlerJudge, createJudge, handlerPatience, patience, patienceBeforeJoining, type Observation } from './watchdog.js';

const position = (next: number, end: number, partition = 0) => ({
  topic: 'goods',
  partition,
  next: BigInt(next),
  end: BigInt(end),
  lag: end - next,
});
const fine: Observation = {
  positions: [position(0, 0)],
  assigned: new Set(['goods/0']),
  hasJoined: true,
  isMember: true,
  isUndecided: false,
  beats: 0,
  isBusy: false,
};
const behind: Observation = { ...fine, positions: [position(5, 9)] };
/** How many looks at the same it takes; null: it is never given up. */
const looks = (seen: Observation, first: Observation = fine): number | null => {
  const mustReplace = createJudge();
  mustReplace(first);
  for (let n = 1; n <= 100; n++) if (mustReplace(seen)) return n;
  return null;
};

describe('a consumer that is watched', () => {
  it.each([
    ['has nothing to do', fine],
    ['is behind on a partition of another member', { ...behind, assigned: new Set<string>() }],
    ['has a handler at work', { ...behind, isBusy: true }],
    ['waits for the group to make up its mind', { ...behind, isMember: false, isUndecided: true }],
  ])('is kept while it %s', (_what, seen) => expect(looks(seen)).toBeNull());

  it.each<[string, Observation, number]>([
    ['does not move', behind, patience + 1],
    ['is no member any more', { ...fine, isMember: false }, patience],
    ['has not joined after a long time', { ...fine, isMember: false, hasJoined: false }, patienceBeforeJoining],
  ])('is given up when it %s', (_what, seen, after) => expect(looks(seen)).toBe(after));

  it('is kept while its offset or its handler moves', () => {
    const [byOffset, byBeat] = [createJudge(), createJudge()];
    for (let n = 0; n < 50; n++) {
      expect(byOffset({ ...fine, positions: [position(n, 100), position(0, 3, 1)], assigned: new Set(['goods/0', 'goods/1']) })).toBe(
        false,
      );
      expect(byBeat({ ...behind, beats: n })).toBe(false);
    }
  });

  it('gets the same patience again after it has moved', () => {
    const mustReplace = createJudge();
    for (let turn = 0; turn < 5; turn++) {
      const seen = { ...behind, beats: turn };
      for (let n = 0; n < patience; n++) expect(mustReplace(seen)).toBe(false);
    }
  });
});

describe('a handler that is watched', () => {
  /** Works that are at work until the end of the test, and how each gives a sign. */
  const start = (count: number) => {
    const pulse = createPulse();
    const signs: (() => void)[] = [];
    for (let n = 0; n < count; n++) void pulse.during((goesOn) => (signs.push(goesOn), new Promise(() => undefined)));
    return { pulse, signs };
  };

  it('is given up when it gives no sign, though another one does', () => {
    const { pulse, signs } = start(2);
    const mustReplace = createHandlerJudge();
    for (let n = 0; n < handlerPatience; n++) {
      expect(mustReplace(pulse.atWork())).toBe(false);
      signs[0]!();
    }
    expect(mustReplace(pulse.atWork())).toBe(true);
  });

  it('is kept for as long as it gives signs, however rarely, and while others come and go', async () => {
    const { pulse, signs } = start(1);
    const mustReplace = createHandlerJudge();
    for (let n = 1; n < 20 * handlerPatience; n++) {
      await pulse.during(() => Promise.resolve());
      expect(mustReplace(pulse.atWork())).toBe(false);
      if (n % handlerPatience === 0) signs[0]!();
    }
    expect(pulse.beats()).toBe(20 * handlerPatience - 1);
  });
});
