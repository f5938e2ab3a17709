import { describe, expect, it } from '@jest/globals';
import { unknownRule } from '@haven/kernel';
import { seededPoolId, seedOf } from './seed.js';

const toldAt = new Date('2026-02-01T00:00:00Z');
const capacity = (available: number | null, maximum: number | null, updatedAt: string | null = null) => ({
  id: 'cap',
  name: 'Beds',
  available,
  maximum,
  updatedAt,
  admits: unknownRule,
});

describe('seedOf', () => {
  it.each([
    ['free beds out of a total', 3, 10, { total: 10, occupied: 7 }],
    ['full', 0, 10, { total: 10, occupied: 10 }],
    ['no maximum', 3, null, { total: 3, occupied: 0 }],
    ['negative maximum', 3, -1, { total: 3, occupied: 0 }],
    ['more free beds than the total', 12, 10, { total: 10, occupied: 0 }],
    ['absurdly many', 2_000_000_000, 2_000_000_000, { total: 100_000, occupied: 0 }],
  ])('%s', (_, available, maximum, counts) => expect(seedOf('s', capacity(available, maximum), toldAt)).toMatchObject(counts));

  it.each([null, -1])('makes no pool if %s beds are available: that does not say how many are free', (available) => {
    expect(seedOf('s', capacity(available, 10), toldAt)).toBeNull();
  });

  it.each([
    ['no date', null, null],
    ['a date before the event', '2026-01-31T23:59:59Z', '2026-01-31T23:59:59Z'],
    ['the time of the event', '2026-02-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'],
    ['a date after the event, which is wrong', '2026-02-01T00:00:01Z', null],
  ])('has the date of its count with %s', (_, updatedAt, confirmedAt) => {
    expect(seedOf('s', capacity(1, 1, updatedAt), toldAt)).toMatchObject({ confirmedAt });
  });
});

it('always gives a seed the same pool, and another pool in another service', () => {
  expect(seededPoolId('s', 'c')).toBe('0a9fa927-957f-5b6f-b6ee-7348ce4fd429');
  expect(seededPoolId('t', 'c')).not.toBe(seededPoolId('s', 'c'));
  expect(seededPoolId('a","b', 'c')).not.toBe(seededPoolId('a', 'b","c'));
});
