import { expect, it } from '@jest/globals';
import { openingOf } from './opening.js';

const now = Date.parse('2026-11-30T12:00:00Z');
const told = (openNow: boolean | null, next: string | null = null) =>
  openingOf({ openNow, opensAt: openNow === false ? next : null, closesAt: openNow ? next : null }, now);

it('shows nothing if the hours are unknown', () => expect(told(null)).toBeNull());

it('shows nothing any more after the next change', () => expect(told(true, '2026-11-30T12:00:00Z')).toBeNull());

it('shows that a place is always open, and that nobody knows when it opens', () => {
  expect(told(true)).toEqual({ isOpen: true, next: null });
  expect(told(false)).toEqual({ isOpen: false, next: null });
});

it.each([
  [true, '2026-11-30T22:00:00Z', 'time'],
  [false, '2026-12-01T07:00:00Z', 'time'],
  [false, '2026-12-01T09:00:00Z', 'dayTime'],
  [true, '2026-12-04T16:00:00Z', 'dayTime'],
  [false, '2026-12-07T08:00:00Z', 'dateTime'],
])('open: %s, shows the next change at %s as %s', (isOpen, at, form) => expect(told(isOpen, at)).toEqual({ isOpen, next: { at, form } }));
