import { describe, expect, it } from '@jest/globals';
import type { BedPoolView } from '@haven/contracts';
import { nothingSaid } from '@haven/kernel';
import fc from 'fast-check';
import { planGroup, type GroupParty, type GroupPlan, type GroupShelter } from './plan-group.js';

const pool = (id: string, free: number, gender?: 'WOMAN' | 'MAN'): BedPoolView => ({
  id,
  serviceId: id[0]!,
  name: id,
  admits: {
    ...(nothingSaid as BedPoolView['admits']),
    persons: [{ genders: gender ? [gender] : null, minimumAge: null, maximumAge: null, accompaniedOnly: false }],
  },
  total: free,
  occupied: 0,
  held: 0,
  outOfService: 0,
  free,
  version: 1,
  confirmedAt: null,
});
const shelter = (serviceId: string, ...pools: GroupShelter['pools']): GroupShelter => ({ serviceId, pools });
const women = (count: number): GroupParty => ({ party: Array.from({ length: count }, () => ({ gender: 'WOMAN' as const, age: 30 })) });
const man: GroupParty = { party: [{ gender: 'MAN', age: 30 }] };

/** The whole plan at once, and how many placements it tried. */
function planned(parties: readonly GroupParty[], shelters: readonly GroupShelter[]): { plan: GroupPlan; tried: number } {
  const steps = planGroup(parties, shelters);
  for (let tried = 0; ; tried += 1) {
    const step = steps.next();
    if (step.done) return { plan: step.value, tried };
  }
}
const placesOf = (parties: readonly GroupParty[], shelters: readonly GroupShelter[]) =>
  planned(parties, shelters).plan.map((place) => place?.serviceId ?? null);

describe('planGroup', () => {
  it('fills the earlier shelters first, the largest parties before the small ones', () => {
    const shelters = [shelter('A', pool('A1', 3)), shelter('B', pool('B1', 3))];
    expect(placesOf([women(1), women(3), women(2)], shelters)).toEqual(['B', 'A', 'B']);
  });

  it('moves one party that has another place, so that who has none but this finds room', () => {
    const shelters = [shelter('A', pool('A1', 1)), shelter('B', pool('B1', 1, 'WOMAN'))];
    expect(placesOf([women(1), man], shelters)).toEqual(['B', 'A']);
  });

  it('says who finds nothing', () => expect(placesOf([women(2), women(1)], [shelter('A', pool('A1', 2))])).toEqual(['A', null]));

  it('never promises more beds than there are, and leaves nobody out who would fit in what is left', () => {
    const parties = fc.array(fc.integer({ min: 1, max: 4 }).map(women), { maxLength: 12 });
    const shelters = fc
      .array(fc.nat(8), { minLength: 1, maxLength: 5 })
      .map((frees) => frees.map((free, index) => shelter('ABCDE'[index]!, pool(`${'ABCDE'[index]!}1`, free))));
    fc.assert(
      fc.property(parties, shelters, (group, houses) => {
        const plan = placesOf(group, houses);
        const left = houses.map(
          ({ serviceId, pools }) =>
            pools[0]!.free - group.reduce((sum, { party }, i) => sum + (plan[i] === serviceId ? party.length : 0), 0),
        );
        expect(Math.min(...left)).toBeGreaterThanOrEqual(0);
        group.forEach(({ party }, i) => expect(plan[i] !== null || party.length > Math.max(...left)).toBe(true));
      }),
    );
  });

  it('says before anything is held that a child would sleep apart', () => {
    const ages = (id: string, minimumAge: number, maximumAge: number) => ({
      ...pool(id, 1),
      admits: { ...pool(id, 1).admits, persons: [{ genders: null, minimumAge, maximumAge, accompaniedOnly: false }] },
    });
    const family: GroupParty = {
      party: [
        { gender: 'WOMAN', age: 30 },
        { gender: 'MAN', age: 4 },
      ],
    };
    const codes = (...pools: GroupShelter['pools']) => planned([family], [shelter('A', ...pools)]).plan[0]?.asks.map(({ code }) => code);
    expect(codes(ages('A1', 18, 99), ages('A2', 0, 17))).toContain('CHILD_APART');
    expect(codes(ages('A1', 18, 99), ages('A2', 0, 17), pool('A3', 2))).not.toContain('CHILD_APART');
  });

  it('tries at most every shelter for every pair of parties, and yields in between', () => {
    const parties = Array.from({ length: 60 }, (_, n) => women(n < 50 ? 2 : 3));
    const shelters = Array.from({ length: 50 }, (_, n) => shelter(`S${n}`, pool(`S${n}`, 2)));
    const { plan, tried } = planned(parties, shelters);
    expect(plan.filter((place) => place === null)).toHaveLength(10);
    expect(tried).toBeLessThan(60 * 50 + 60 * 60);
  });
});
