import { expect, it } from '@jest/globals';
import { ageOf } from './age.js';

const now = Date.parse('2026-11-29T03:00:00Z');

it.each([
  ['2026-11-29T03:00:20Z', { minutes: 0 }],
  ['2026-11-29T02:59:01Z', { minutes: 0 }],
  ['2026-11-29T02:57:00Z', { minutes: 3 }],
  ['2026-11-29T02:00:00Z', { hours: 1 }],
  ['2026-11-27T03:00:01Z', { hours: 47 }],
  ['2026-11-26T02:00:00Z', { days: 3 }],
])('the age of a count from %s is %j', (at, age) => expect(ageOf(at, now)).toEqual(age));
