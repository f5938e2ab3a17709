import { expect, it } from '@jest/globals';
import { furtherThan, kmToReach } from './further.js';

it.each([
  [25_000, 25],
  [25_001, 100],
  [700_000, 1_000],
  [1_999_000, 2_000],
  [2_000_001, null],
])('a place %i m away needs a distance of %s km', (meters, km) => expect(kmToReach(meters)).toBe(km));

it('widens the distance step by step, up to a limit', () => {
  expect([25, 40, 100, 300, 1_000, 2_000].map(furtherThan)).toEqual([100, 100, 300, 1_000, null, null]);
});
