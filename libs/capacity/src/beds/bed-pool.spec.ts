import { describe, expect, it } from '@jest/globals';
import { mostBeds, rangeProblems, recount } from './bed-pool.js';

const current = { total: 10, occupied: 4, held: 2, outOfService: 1 };

describe('recount', () => {
  it('keeps what is left out', () => {
    expect(recount(current, { occupied: 5 })).toEqual({ ok: true, value: { ...current, occupied: 5 } });
    expect(recount(current, { occupied: null })).toEqual({ ok: true, value: current });
    expect(recount(current, {})).toEqual({ ok: true, value: current });
  });

  it('accepts counts that leave no bed free', () => {
    expect(recount(current, { total: 7 })).toMatchObject({ ok: true });
  });

  it.each([
    ['a total below the beds in use', { total: 6 }, ['total']],
    ['more occupied beds than the pool has', { occupied: 8 }, ['total']],
    ['beds out of service that are held', { outOfService: 5 }, ['total']],
  ])('refuses %s', (_, seen, paths) => {
    const result = recount(current, seen);
    expect(result).toMatchObject({ ok: false, error: { kind: 'InvalidInput', fields: paths.map((path) => ({ path })) } });
  });

  it.each([-1, 0.5, Number.NaN, Infinity, mostBeds + 1])('rejects %s as a count, and names the field', (count) => {
    expect(rangeProblems({ total: count, occupied: count, outOfService: count }).map(({ path }) => path)).toEqual([
      'total',
      'occupied',
      'outOfService',
    ]);
  });
});
