import { describe, expect, it } from '@jest/globals';
import { atOnce } from '@haven/kernel';
import fc from 'fast-check';
import { chooseSplits, splitsMost, type PossiblePart, type SplitOption } from './choose-splits.js';

const option = (serviceId: string, km: number, north = 0): SplitOption => ({
  serviceId,
  meters: km * 1000,
  position: { latitude: north, longitude: 0 },
});
const places = (list: readonly { parts: readonly { option: SplitOption }[] }[]) =>
  list.map(({ parts }) => parts.map((part) => part.option.serviceId).join());
const chosen = (all: readonly number[], possible: readonly PossiblePart<SplitOption>[]) => atOnce(chooseSplits(all, possible));

describe('chooseSplits', () => {
  it('sends each part to another service', () => {
    const possible = [
      { part: [0, 1], options: [option('a', 1), option('b', 5)] },
      { part: [1, 0], options: [option('a', 2)] },
    ];
    expect(places(chosen([1, 1], possible))).toEqual(['b,a']);
    expect(
      chosen(
        [1, 1],
        possible.map((one) => ({ ...one, options: one.options.slice(0, 1) })),
      ),
    ).toEqual([]);
  });

  it('weighs how far apart the parts are against what each costs', () => {
    const one = { part: [1, 0], options: [option('far', 1, 1), option('near', 50)] };
    const [split] = chosen([1, 1], [{ part: [0, 1], options: [option('here', 1)] }, one]);
    expect(split!.parts.map((part) => part.option.serviceId)).toEqual(['here', 'near']);
    expect(split).toMatchObject({ apartMeters: 0, meters: 51_000 });
  });

  it('takes three parts only if two are not enough, and gives the greatest distance between them', () => {
    const single = (part: number[], id: string, north: number) => ({ part, options: [option(id, 1, north)] });
    const three = [single([0, 0, 1], 'c', 0.1), single([0, 1, 0], 'b', 0), single([1, 0, 0], 'a', 0.3)];
    const [split] = chosen([1, 1, 1], three);
    expect(split!.parts).toHaveLength(3);
    expect(split!.apartMeters).toBeCloseTo(33_172, -2);
    const two = { part: [1, 1, 0], options: [option('d', 900)] };
    expect(places(chosen([1, 1, 1], [...three, two]))).toEqual(['c,d']);
    expect(chosen([1, 1, 1], three.slice(1))).toEqual([]);
  });

  it('separates people who are alike by their number', () => {
    const possible = [
      { part: [1], options: [option('a', 1), option('b', 2)] },
      { part: [2], options: [option('c', 3)] },
    ];
    expect(places(chosen([3], possible))).toEqual(['a,c']);
    expect(places(chosen([2], possible))).toEqual(['a,b']);
  });

  it('finds the cheapest of all splits in two parts, cheapest first', () => {
    const some = fc.array(fc.tuple(fc.nat(9), fc.nat(50), fc.nat(5)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(fc.tuple(some, some), { minLength: 1, maxLength: 7 }), (pairs) => {
        // For each part, the number of people of each kind: the first part takes 1 to 7 of the first kind, the second the rest.
        const all = [8, 8];
        const possible = pairs.flatMap(([first, second], n) =>
          [first, second].map((options, which) => ({
            part: which === 0 ? [n + 1, 8] : [7 - n, 0],
            options: options.map(([id, km, north]) => option(`s${id}`, km, north / 100)),
          })),
        );
        const found = chosen(all, possible);
        const costs = found.map(({ meters }) => meters);
        expect(costs).toEqual([...costs].sort((a, b) => a - b));
        expect(found.length).toBeLessThanOrEqual(splitsMost);
        for (const { parts } of found) {
          expect(new Set(parts.map((part) => part.option.serviceId)).size).toBe(parts.length);
          expect(all.map((_, kind) => parts.reduce((sum, { part }) => sum + part[kind]!, 0))).toEqual(all);
        }
      }),
      { numRuns: 50 },
    );
  });
});
