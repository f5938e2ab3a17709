import { expect, it } from '@jest/globals';
import { changesFor } from './changes-for.js';

const miss = (remedy: string, meters?: number) => ({ remedy, distance: meters === undefined ? null : { meters } });

it('offers each change to the query once', () => {
  const misses = [miss('WIDEN_DISTANCE', 62_000), miss('WIDEN_DISTANCE', 90_000), miss('WIDEN_DISTANCE', 130_000), miss('CROSS_BORDER', 1)];
  expect(changesFor(misses)).toEqual([{ maxDistanceKm: 100 }, null, { maxDistanceKm: 300 }, { crossBorder: true }]);
});

it('changes nothing in the query if others decide, or nobody can change it', () => {
  const misses = [miss('CALL_AND_ASK', 1), miss('JOIN_WAITLIST'), miss('WIDEN_DISTANCE'), miss('WIDEN_DISTANCE', 3_000_000)];
  expect(changesFor(misses)).toEqual([null, null, null, null]);
});
