import { describe, expect, it } from '@jest/globals';
import { mostBeds, rangeProblems, recount } from './bed-pool.js';

const current = { total: 10, occupied: 4, held: 2, outOfService: 1 };

describe('recount', () => {
  it('keeps what is left out', () => {
    expect(recount(current, { occupied: 5 })).toEqual({ ok: true, value: { ...current, occupied: 5 } });
    expect(recount(current, { occupied: null })).toEqual({ ok: true, value: current });
    expect(recount(current, {})).toEqual({ ok: true, value: current });
  });

  it('takes counts that leave no bed free', () => {
    expect(recount(current, { total: 7 })).toMatchObject({ ok: true });
  });

  it.each([
    ['a total below what is taken', { total: 6 }, ['total']],
    ['more occupied than there is room for', { occupied: 8 }, ['total']],
    ['beds out of service that a hold needs', { outOfService: 5 }, ['total']],
  ])('refuses %s', (_, seen, paths) => {
    const result = recount(current, seen);
    expect(result).toMatchObject({ ok: false, error: { kind: 'InvalidInput', fields: paths.map((path) => ({ path })) } });
  });

  it.each([-1, 0.5, Number.NaN, Infinity, mostBeds + 1])('refuses %s as a count, by field', (count) => {
    expect(rangeProblems({ total: count, occupied: count, outOfService: count }).map(({ path }) => path)).toEqual([
      'total',
      'occupied',
      'outOfService',
    ]);
  });
});
