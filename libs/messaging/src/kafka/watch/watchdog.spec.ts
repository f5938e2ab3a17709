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
/** After how many equal observations it is given up; null: never. */
const looks = (seen: Observation, first: Observation = fine): number | null => {
  const mustReplace = createJudge();
  mustReplace(first);
  for (let n = 1; n <= 100; n++) if (mustReplace(seen)) return n;
  return null;
};

describe('the judge of a consumer', () => {
  it.each([
    ['has nothing to do', fine],
    ['is behind on a partition of another member', { ...behind, assigned: new Set<string>() }],
    ['has a running handler', { ...behind, isBusy: true }],
    ['waits for the group to settle', { ...behind, isMember: false, isUndecided: true }],
  ])('keeps one that %s', (_what, seen) => expect(looks(seen)).toBeNull());

  it.each<[string, Observation, number]>([
    ['makes no progress', behind, patience + 1],
    ['is no longer a member', { ...fine, isMember: false }, patience],
    ['has not joined after a long time', { ...fine, isMember: false, hasJoined: false }, patienceBeforeJoining],
  ])('gives up one that %s', (_what, seen, after) => expect(looks(seen)).toBe(after));

  it('keeps one whose offset or handler moves', () => {
    const [byOffset, byBeat] = [createJudge(), createJudge()];
    for (let n = 0; n < 50; n++) {
      expect(byOffset({ ...fine, positions: [position(n, 100), position(0, 3, 1)], assigned: new Set(['goods/0', 'goods/1']) })).toBe(
        false,
      );
      expect(byBeat({ ...behind, beats: n })).toBe(false);
    }
  });

  it('is as patient as before after a move', () => {
    const mustReplace = createJudge();
    for (let turn = 0; turn < 5; turn++) {
      const seen = { ...behind, beats: turn };
      for (let n = 0; n < patience; n++) expect(mustReplace(seen)).toBe(false);
    }
  });
});

describe('the judge of a handler', () => {
  /** Work that runs until the end of the test, and a way to signal progress for each piece. */
  const start = (count: number) => {
    const pulse = createPulse();
    const signs: (() => void)[] = [];
    for (let n = 0; n < count; n++) void pulse.during((goesOn) => (signs.push(goesOn), new Promise(() => undefined)));
    return { pulse, signs };
  };

  it('gives up one that gives no sign, even if another one does', () => {
    const { pulse, signs } = start(2);
    const mustReplace = createHandlerJudge();
    for (let n = 0; n < handlerPatience; n++) {
      expect(mustReplace(pulse.atWork())).toBe(false);
      signs[0]!();
    }
    expect(mustReplace(pulse.atWork())).toBe(true);
  });

  it('keeps one that gives signs, however rarely, while others come and go', async () => {
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
