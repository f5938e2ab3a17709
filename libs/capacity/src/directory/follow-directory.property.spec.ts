import { expect, it } from '@jest/globals';
import { unknownRule } from '@haven/kernel';
import fc from 'fast-check';
import { recount } from '../beds/bed-pool.js';
import { followDirectory, type FollowingPool } from './follow-directory.js';
import { seededPoolId, seedOf, type Seed } from './seed.js';

const units = ['a', 'b', 'c'];
const toldAt = new Date('2026-02-01T00:00:00Z');
const told = fc.option(fc.record({ available: fc.option(fc.nat(9)), maximum: fc.option(fc.nat(9)) }));
const version = fc.tuple(told, told, told).map((capacities) => ({
  seeds: capacities.flatMap((one, i) => {
    const seed = one && seedOf('s', { id: units[i]!, name: units[i]!, updatedAt: null, admits: unknownRule, ...one }, toldAt);
    return seed ? [seed] : [];
  }),
}));
const count = fc.record({ unit: fc.constantFrom(...units), total: fc.nat(9), occupied: fc.nat(9) });

const follow = (pools: readonly FollowingPool[], seeds: readonly Seed[]): FollowingPool[] => {
  const { put, close } = followDirectory(pools, seeds);
  const next = new Map(pools.map((pool) => [pool.id, pool]));
  for (const { poolId, counts } of close) next.set(poolId, { ...next.get(poolId)!, counts, closed: true });
  for (const { seed, counts } of put) {
    next.set(seed.poolId, { id: seed.poolId, counted: next.get(seed.poolId)?.counted ?? false, counts, closed: false });
  }
  return [...next.values()];
};

/** A person can only count an open pool, because they do not see closed ones. */
const recounted = (pools: readonly FollowingPool[], { unit, total, occupied }: { unit: string; total: number; occupied: number }) =>
  pools.map((pool) => {
    const seen = pool.id === seededPoolId('s', unit) && !pool.closed ? recount(pool.counts, { total, occupied }) : null;
    return seen?.ok ? { ...pool, counts: seen.value, counted: true } : pool;
  });

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

it('an uncounted pool follows the newest directory and a counted one its last count, whatever came before', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(version, count), { maxLength: 20 }), (steps) => {
      let pools: FollowingPool[] = [];
      for (const step of steps) {
        if (!('seeds' in step)) {
          pools = recounted(pools, step);
          continue;
        }
        const counted = pools.filter((pool) => pool.counted);
        pools = follow(pools, step.seeds);
        expect(pools.filter((pool) => pool.counted)).toEqual(counted);
        const isCounted = new Set(counted.map(({ id }) => id));
        const expected = step.seeds
          .filter(({ poolId }) => !isCounted.has(poolId))
          .map(({ poolId, total, occupied }) => ({ id: poolId, counts: { total, occupied, held: 0, outOfService: 0 } }));
        const shown = pools.filter((pool) => !pool.counted && !pool.closed).map(({ id, counts }) => ({ id, counts }));
        expect(shown.sort(byId)).toEqual(expected.sort(byId));
        expect(followDirectory(pools, step.seeds).close).toEqual([]);
      }
    }),
    { numRuns: 1_000 },
  );
});

it('keeps the held beds of a closed pool, and offers none', () => {
  const pool = { id: 'p', counts: { total: 9, occupied: 2, held: 3, outOfService: 0 }, counted: false, closed: false };
  expect(followDirectory([pool], []).close).toEqual([{ poolId: 'p', counts: { total: 3, occupied: 0, held: 3, outOfService: 0 } }]);
});
