import { describe, expect, it } from '@jest/globals';
import { NeedCategory } from '@haven/kernel';
import fc from 'fast-check';
import { burdenOf } from './burden.js';
import { planOf } from './plan.js';
import type { PlanNeed } from './burden.js';

const origin = { latitude: 0, longitude: 0 };
const categories = Object.values(NeedCategory);

const option = (stops: number, organizations: number) =>
  fc.record({ stop: fc.nat(stops - 1), organization: fc.nat(organizations - 1), asks: fc.nat(3) }).map(({ stop, organization, asks }) => ({
    serviceId: `${stop}-${organization}-${asks}`,
    organizationId: `org${organization}`,
    stop: `stop${stop}`,
    // The same stop is always in the same place.
    position: { latitude: ((stop * 37) % 11) / 20, longitude: ((stop * 53) % 13) / 20 },
    asks,
  }));
const question = (needs: number, options: number, stops: number, organizations: number, minLength = 1) =>
  fc
    .record({
      lists: fc.array(fc.array(option(stops, organizations), { minLength, maxLength: options }), { minLength: 1, maxLength: needs }),
      first: fc.nat(2),
    })
    .map(({ lists, first }): PlanNeed[] => lists.map((options, i) => ({ category: categories[i + first]!, options })));

/** Every choice, by the definition of burden. */
function leastByTrying(needs: readonly PlanNeed[]): number {
  const choices = needs.reduce<number[][]>((all, need) => all.flatMap((choice) => need.options.map((_, i) => [...choice, i])), [[]]);
  return Math.min(...choices.map((choice) => burdenOf(origin, needs, choice)));
}

describe('planOf', () => {
  it('finds the least burden that trying every choice finds', () => {
    fc.assert(
      fc.property(question(4, 5, 8, 4), (needs) => {
        expect(burdenOf(origin, needs, planOf(origin, needs)!.choice)).toBeCloseTo(leastByTrying(needs), 4);
      }),
      { numRuns: 300 },
    );
  });

  it('counts stops and travel of what it chose', () => {
    const at = (longitude: number) => ({ latitude: 0, longitude });
    const bed = { serviceId: 'a', organizationId: 'o', stop: 'x', position: at(0.1), asks: 0 };
    const clinic = { serviceId: 'b', organizationId: 'o', stop: 'x', position: at(0.1), asks: 0 };
    const nearer = { serviceId: 'c', organizationId: 'p', stop: 'y', position: at(0.01), asks: 0 };
    const plan = planOf(origin, [
      { category: 'MEDICAL', options: [nearer, clinic] },
      { category: 'ACCOMMODATION', options: [bed] },
    ]);
    expect(plan).toEqual({ choice: [1, 0], stops: 1, travelMeters: 11131.949 });
  });

  it('is null when a need has nothing', () => {
    expect(planOf(origin, [{ category: 'MEDICAL', options: [] }])).toBeNull();
  });

  // 50 ** 8 choices would be 39 million million.
  it.each([
    [12, 5],
    [50, 50],
    [50, 5],
    [400, 100],
  ])('needs little work for 8 needs of 50 options over %i stops of %i organisations', (stops, organizations) => {
    const sample = fc.sample(
      fc.array(fc.array(option(stops, organizations), { minLength: 50, maxLength: 50 }), { minLength: 8, maxLength: 8 }),
      { numRuns: 2, seed: 7 },
    );
    for (const first of [0, 1]) {
      for (const lists of sample) {
        const effort = { visits: 0 };
        planOf(
          origin,
          lists.map((options, i) => ({ category: categories[i + first]!, options })),
          effort,
        );
        expect(effort.visits).toBeGreaterThan(0);
        expect(effort.visits).toBeLessThan(20_000);
      }
    }
  });
});
