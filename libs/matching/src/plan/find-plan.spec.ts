import { describe, expect, it } from '@jest/globals';
import { atOnce, geodesicMeters, NeedCategory } from '@haven/kernel';
import fc from 'fast-check';
import { findPlan } from './find-plan.js';
import type { BestPlan, PlanNeed, PlanOption } from './plan-option.js';

const origin = { latitude: 3.5, longitude: 98.6 };
const categories = Object.values(NeedCategory);
const millimetres = (meters: number) => Math.round(meters * 1000);
const known = new Map<string, number>();
const between = (a: PlanOption, b: PlanOption): number => {
  // The same stop always has the same position.
  const stops = `${a.stop} ${b.stop}`;
  const length = known.get(stops) ?? millimetres(geodesicMeters(a.position!, b.position!));
  known.set(stops, length);
  return length;
};

const optionAt = (stop: number, organization: number, drawbackMeters: number): PlanOption => {
  // Every eighth stop has no known position.
  if (stop % 8 === 7) return { organizationId: `org${organization}`, stop: `stop${stop}`, position: null, meters: 0, drawbackMeters };
  // Two stops may have one position: confidential ones in one cell.
  const place = stop % 7;
  const position = { latitude: 3.5 + ((place * 37) % 11) / 40, longitude: 98.6 + ((place * 53) % 13) / 40 };
  const meters = millimetres(geodesicMeters(origin, position)) / 1000;
  return { organizationId: `org${organization}`, stop: `stop${stop}`, position, meters, drawbackMeters };
};
const option = (stops: number, organizations: number) =>
  fc
    .tuple(fc.nat(stops - 1), fc.nat(organizations - 1), fc.constantFrom(0, 2_000, 8_000, 20_000))
    .map(([stop, organization, drawbackMeters]) => optionAt(stop, organization, drawbackMeters));
const question = (needs: number, options: number, stops: number, organizations: number) =>
  fc
    .record({
      lists: fc.array(fc.array(option(stops, organizations), { maxLength: options }), { minLength: 1, maxLength: needs }),
      first: fc.nat(2),
    })
    .map(({ lists, first }): PlanNeed[] => lists.map((options, i) => ({ category: categories[i + first]!, options, cutAt: null })));

const ordersOf = (list: readonly PlanOption[]): PlanOption[][] =>
  list.length === 0 ? [[]] : list.flatMap((one, i) => ordersOf(list.filter((_, n) => n !== i)).map((rest) => [one, ...rest]));

/** From the origin to the bed, if there is one, and on through all other stops, in the best order. */
function wayOf(bed: PlanOption | undefined, chosen: readonly PlanOption[]): number {
  const stops = [...new Map(chosen.map((one) => [one.stop, one])).values()];
  const placed = stops.filter(({ position }) => position !== null);
  const start = bed?.position ? bed : undefined;
  const others = start ? placed.filter(({ stop }) => stop !== start.stop) : placed;
  return Math.min(
    ...ordersOf(others).map((order) => {
      const way = start ? [start, ...order] : order;
      const legs = way.slice(1).map((to, i) => between(way[i]!, to));
      return legs.reduce((sum, leg) => sum + leg, millimetres(way[0]?.meters ?? 0));
    }),
  );
}

/** Burden, stops and organizations of a choice, computed by the definition. */
function worth(needs: readonly PlanNeed[], choice: readonly (number | null)[]): readonly [number, number, number] {
  const chosen = needs.flatMap(({ category, options }, i) => (choice[i] === null ? [] : [{ category, option: options[choice[i]!]! }]));
  const options = chosen.map((one) => one.option);
  const bed = chosen.find(({ category }) => category === 'ACCOMMODATION')?.option;
  const inAll = options.reduce((sum, one) => sum + millimetres(one.drawbackMeters), 0);
  const count = (key: (one: PlanOption) => string) => new Set(options.map(key)).size;
  const stops = new Set(chosen.map(({ category, option: { stop, position } }) => (position === null ? category : stop))).size;
  return [inAll + wayOf(bed, options), stops, count(({ organizationId }) => organizationId)];
}

/** The best of all choices, computed by the definition. */
function bestByTrying(needs: readonly PlanNeed[]): readonly [number, number, number] {
  const indexes = ({ options }: PlanNeed): (number | null)[] => (options.length === 0 ? [null] : options.map((_, i) => i));
  const choices = needs.reduce<(number | null)[][]>((all, need) => all.flatMap((c) => indexes(need).map((i) => [...c, i])), [[]]);
  return choices.map((choice) => worth(needs, choice)).sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])[0]!;
}

const planOf = (needs: readonly PlanNeed[]): BestPlan | null => atOnce(findPlan(needs));

/** On the equator, east of an origin at 0, 0. */
const at = (longitude: number, drawbackMeters = 0): PlanOption => {
  const position = { latitude: 0, longitude };
  const meters = geodesicMeters({ latitude: 0, longitude: 0 }, position);
  return { organizationId: `o${longitude}`, stop: `s${longitude}`, position, meters, drawbackMeters };
};

describe('findPlan', () => {
  it('finds the least burden, stops and organizations that a search of all choices finds', () => {
    fc.assert(
      fc.property(question(4, 5, 9, 4), (needs) => {
        const plan = planOf(needs);
        if (needs.every(({ options }) => options.length === 0)) return expect(plan).toBeNull();
        const best = bestByTrying(needs);
        expect(worth(needs, plan!.choice)).toEqual(best);
        expect([millimetres(plan!.burdenMeters), plan!.stops]).toEqual(best.slice(0, 2));
        expect(plan!.gapMeters).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it('takes the first option if there is one need, whatever the other options are', () => {
    fc.assert(
      fc.property(fc.array(option(9, 4), { minLength: 1, maxLength: 50 }), fc.nat(1), (options, first) => {
        const best = options.sort((a, b) => a.meters + a.drawbackMeters - b.meters - b.drawbackMeters);
        const plan = planOf([{ category: categories[first]!, options: best, cutAt: 200_000 }]);
        expect(plan).toMatchObject({ choice: [0], gapMeters: 0, stops: 1 });
        expect(plan!.burdenMeters).toBeCloseTo(best[0]!.meters + best[0]!.drawbackMeters, 3);
      }),
    );
  });

  it('goes to the bed first, and on from there', () => {
    const needs: PlanNeed[] = [
      { category: 'MEDICAL', options: [at(-0.01), at(0.1, 1_000)], cutAt: null },
      { category: 'ACCOMMODATION', options: [at(0.1)], cutAt: null },
      { category: 'LEGAL', options: [], cutAt: null },
    ];
    expect(planOf(needs)).toEqual({ choice: [1, 0, null], stops: 1, travelMeters: 11131.949, burdenMeters: 12131.949, gapMeters: 0 });
  });

  it('says how much better a plan could be with cut candidates, and never too little', () => {
    fc.assert(
      fc.property(question(3, 8, 9, 4), fc.integer({ min: 1, max: 4 }), (needs, kept) => {
        const burden = ({ meters, drawbackMeters }: PlanOption) => meters + drawbackMeters;
        const whole = needs.map((need) => ({ ...need, options: [...need.options].sort((a, b) => burden(a) - burden(b)) }));
        const cut = whole.map(({ options, ...need }) => {
          const isCut = options.length > kept;
          return { ...need, options: options.slice(0, kept), cutAt: isCut ? burden(options[kept - 1]!) : null };
        });
        const [best, found] = [planOf(whole), planOf(cut)];
        if (!best || !found) return expect(best).toBe(found);
        expect(found.gapMeters).toBeGreaterThanOrEqual(found.burdenMeters - best.burdenMeters - 0.01);
        if (whole.every(({ options }) => options.length <= kept)) expect(found.gapMeters).toBe(0);
      }),
    );
  });

  it('takes into account that cut candidates may share one stop, which the route visits once', () => {
    const [near, far] = [at(0.02, 20_000), at(0.2)];
    const needs = categories
      .slice(1, 4)
      .map((category): PlanNeed => ({ category, options: [near], cutAt: near.meters + near.drawbackMeters }));
    const whole = needs.map((need) => ({ ...need, options: [near, far], cutAt: null }));
    const [best, found] = [planOf(whole)!, planOf(needs)!];
    expect(best.choice).toEqual([1, 1, 1]);
    expect(found.gapMeters).toBeGreaterThanOrEqual(found.burdenMeters - best.burdenMeters);
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
      { numRuns: 1, seed: 7 },
    );
    for (const first of [0, 1]) {
      for (const lists of sample) {
        const effort = { visits: 0, most: 20_000 };
        const needs = lists.map((options, i) => ({ category: categories[i + first]!, options, cutAt: null }));
        expect(atOnce(findPlan(needs, effort))!.gapMeters).toBe(0);
        expect(effort.visits).toBeGreaterThan(0);
        expect(effort.visits).toBeLessThan(20_000);
      }
    }
  });
});
