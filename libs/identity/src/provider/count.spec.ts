import { expect, it } from '@jest/globals';
import { createCount } from './count.js';

it('a count belongs to its key, never goes below zero, and expires', () => {
  let now = 0;
  const count = createCount(1_000, () => now);
  count.change(1, -1);
  count.change(1, 1);
  count.change(2, 1);
  count.change(1, 1);
  expect([count.of(1), count.of(2), count.of(3)]).toEqual([2, 1, 0]);
  now = 999;
  expect(count.of(1)).toBe(2);
  now = 1_000;
  expect([count.of(1), count.of(2)]).toEqual([0, 0]);
});
