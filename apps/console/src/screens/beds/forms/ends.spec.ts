import { expect, it } from '@jest/globals';
import { atLocalTime, inHours } from './ends.js';

const now = Date.parse('2026-11-29T22:10:30Z');

it('ends in so many hours, to the minute and not earlier', () => expect(inHours(12, now)).toBe('2026-11-30T10:11:00.000Z'));

it.each([
  ['2026-11-30T08:00', new Date('2026-11-30T08:00').toISOString()],
  ['2026-11-28T08:00', null],
  ['2027-12-02T08:00', null],
  ['', null],
  ['tomorrow', null],
])('reads %j as %s', (value, end) => expect(atLocalTime(value, now)).toBe(end));
