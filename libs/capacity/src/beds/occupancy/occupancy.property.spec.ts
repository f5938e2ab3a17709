import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { occupancyPoints, type OccupancyChange } from './occupancy.js';
import { bucketsOf } from './time-bucket.js';

const second = 1_000;
const hour = 3_600_000;
const origin = Date.UTC(2026, 0, 1);

const change = fc.record({
  poolId: fc.constantFrom('a', 'b', 'c'),
  at: fc.integer({ min: -2 * 3600, max: 6 * 3600 }).map((s) => origin + s * second),
  total: fc.integer({ min: 9, max: 20 }),
  occupied: fc.nat(3),
  held: fc.nat(3),
  outOfService: fc.nat(3),
});
const changes = fc.array(change, { maxLength: 12 }).map((list) => list.sort((a, b) => a.at - b.at));

/** The reference: looks at every second in turn. */
function bruteForce(all: readonly OccupancyChange[], start: number, end: number, now: number) {
  const sums = { occupied: 0, held: 0, free: 0 };
  let seconds = 0;
  let total = 0;
  for (let time = start; time < Math.min(end, now); time += second) {
    const standing = ['a', 'b', 'c'].flatMap((id) => all.findLast(({ poolId, at }) => poolId === id && at <= time) ?? []);
    total = standing.reduce((sum, pool) => sum + pool.total, 0);
    if (standing.length === 0) continue;
    seconds++;
    for (const pool of standing) {
      sums.occupied += pool.occupied;
      sums.held += pool.held;
      sums.free += pool.total - pool.occupied - pool.held - pool.outOfService;
    }
  }
  const mean = (sum: number) => (seconds === 0 ? 0 : sum / seconds);
  return { total, occupied: mean(sums.occupied), held: mean(sums.held), free: mean(sums.free) };
}

describe('occupancyPoints', () => {
  it('equals a look at every second', () => {
    fc.assert(
      fc.property(changes, fc.integer({ min: 1, max: 5 * 3600 }), (all, until) => {
        const now = origin + until * second;
        const buckets = bucketsOf('HOUR', { start: origin, end: origin + 5 * hour });
        const points = occupancyPoints(all, buckets, now);
        expect(points).toHaveLength(Math.ceil((until * second) / hour));
        for (const { at, ...means } of points) {
          const expected = bruteForce(all, at.getTime(), at.getTime() + hour, now);
          expect(means.total).toBe(expected.total);
          for (const part of ['occupied', 'held', 'free'] as const) expect(means[part]).toBeCloseTo(expected[part], 9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('averages a steady state exactly, and reports the total at the end', () => {
    const standing = { poolId: 'a', at: origin - 1, total: 7, occupied: 3, held: 0, outOfService: 1 };
    const later = { ...standing, at: origin + hour - 1, total: 8 };
    const [first] = occupancyPoints([standing, later], bucketsOf('HOUR', { start: origin, end: origin + 1 }), origin + 9 * hour);
    expect(first).toMatchObject({ at: new Date(origin), total: 8, occupied: 3 });
  });
});
