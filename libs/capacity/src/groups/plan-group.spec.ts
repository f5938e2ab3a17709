import { describe, expect, it } from '@jest/globals';
import type { BedPoolView } from '@haven/events';
import { unknownRule } from '@haven/kernel';
import fc from 'fast-check';
import { placeHold } from '../placing/place-hold.js';
import { planGroup, type GroupParty, type GroupPlan, type GroupShelter } from './plan-group.js';

const pool = (id: string, free: number, gender?: 'WOMAN' | 'MAN'): BedPoolView => ({
  id,
  serviceId: id[0]!,
  name: id,
  admits: {
    ...(unknownRule as BedPoolView['admits']),
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

/** The complete plan, and how many placements it tried. */
function planned(
  parties: readonly GroupParty[],
  shelters: readonly GroupShelter[],
  budget?: { left: number },
): { plan: GroupPlan; tried: number } {
  const steps = planGroup(parties, shelters, budget);
  for (let tried = 0; ;) {
    const step = steps.next();
    if (step.done) return { plan: step.value, tried };
    if (step.value === 'PLACE') tried += 1;
  }
}
const placesOf = (parties: readonly GroupParty[], shelters: readonly GroupShelter[], left?: number) =>
  planned(parties, shelters, left === undefined ? undefined : { left }).plan.map((place) => place?.serviceId ?? null);

describe('planGroup', () => {
  it('fills the earlier shelters first, and places the largest parties before the small ones', () => {
    const shelters = [shelter('A', pool('A1', 3)), shelter('B', pool('B1', 3))];
    expect(placesOf([women(1), women(3), women(2)], shelters)).toEqual(['B', 'A', 'B']);
  });

  it('moves a party that has a second choice, to make room for one that has none', () => {
    const shelters = [shelter('A', pool('A1', 1)), shelter('B', pool('B1', 1, 'WOMAN'))];
    expect(placesOf([women(1), man], shelters)).toEqual(['B', 'A']);
  });

  it('names the parties without a place', () => expect(placesOf([women(2), women(1)], [shelter('A', pool('A1', 2))])).toEqual(['A', null]));

  it.each([undefined, 0, 100])('never promises more beds than there are, and leaves out no party that would fit (budget %s)', (left) => {
    const parties = fc.array(fc.integer({ min: 1, max: 4 }).map(women), { maxLength: 12 });
    const shelters = fc
      .array(fc.nat(8), { minLength: 1, maxLength: 5 })
      .map((frees) => frees.map((free, index) => shelter('ABCDE'[index]!, pool(`${'ABCDE'[index]!}1`, free))));
    fc.assert(
      fc.property(parties, shelters, (group, houses) => {
        const plan = placesOf(group, houses, left);
        const free = houses.map(
          ({ serviceId, pools }) =>
            pools[0]!.free - group.reduce((sum, { party }, i) => sum + (plan[i] === serviceId ? party.length : 0), 0),
        );
        expect(Math.min(...free)).toBeGreaterThanOrEqual(0);
        group.forEach(({ party }, i) => expect(plan[i] !== null || party.length > Math.max(...free)).toBe(true));
      }),
    );
  });

  it('says before the hold that a child would sleep apart', () => {
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

  describe('a group of many parties with hard rules', () => {
    /** A linear congruential generator: the same rules on every run. */
    function randomOf(seed: number): (least: number, most: number) => number {
      let state = seed;
      return (least, most) => {
        state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
        return least + Math.floor((state / 2 ** 32) * (most - least + 1));
      };
    }
    const random = randomOf(11);
    const clause = () => {
      const minimumAge = random(0, 60);
      return { genders: null, minimumAge, maximumAge: minimumAge + random(3, 20), accompaniedOnly: false };
    };
    const hard = (id: string) => ({ ...pool(id, random(1, 3)), admits: { ...pool(id, 1).admits, persons: [clause(), clause()] } });
    const shelters = Array.from({ length: 8 }, (_, s) => shelter(`${s}`, ...Array.from({ length: 50 }, (_, p) => hard(`${s}-${p}`))));
    const parties: GroupParty[] = Array.from({ length: 40 }, (_, n) => ({
      party: Array.from({ length: 21 }, (_, i) => ({ gender: 'WOMAN' as const, age: i < 14 ? i % 13 : 20 + ((n + 7 * i) % 55) })),
    }));
    /** Judges 21 people for 50 pools and searches a place for them twice: in the sure pools, then in all. */
    const leastOfPlacement = 9_000;

    it('uses a bounded number of steps in total, whatever the rules', () => {
      for (const left of [0, 200_000]) {
        const budget = { left };
        const { tried } = planned(parties, shelters, budget);
        expect(tried).toBeLessThanOrEqual(parties.length * shelters.length + 21);
        expect(left - budget.left).toBeLessThan(left + tried * leastOfPlacement);
      }
    });

    it('puts nobody where no rule admits them, even when the steps are used up', () => {
      const { plan } = planned(parties, shelters, { left: 0 });
      expect(plan.some((place) => place !== null)).toBe(true);
      plan.forEach((place, n) => {
        const home = shelters.find(({ serviceId }) => serviceId === place?.serviceId);
        if (home) expect(placeHold(parties[n]!.party, home.pools).kind).toBe('TAKEN');
      });
    });
  });
});
