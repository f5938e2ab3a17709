import { expect, it } from '@jest/globals';
import { createBackoff } from './backoff.js';

it('waits longer each time that a process ends soon, up to 5 s', () => {
  const pauseAfter = createBackoff();
  expect([100, 100, 100, 100, 100, 100].map(pauseAfter)).toEqual([500, 1_000, 2_000, 4_000, 5_000, 5_000]);
});

it('starts from the beginning when a process has run for a while', () => {
  const pauseAfter = createBackoff();
  expect([100, 100, 10_000, 100].map(pauseAfter)).toEqual([500, 1_000, 500, 1_000]);
});
