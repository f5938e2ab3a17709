import { describe, expect, it } from '@jest/globals';
import { NeedOutcome } from '@haven/events';
import fc from 'fast-check';
import { keyIn } from './groupings.js';
import { answersTo, Attacker, groupings, isFew, month, rest, sideOf, type Kept } from './worked-out.fixture.js';

const days = [0, 1, 2, 3, 4, 5].map((n) => month.from + n);

/** Few values, and counts around five: with these, sums reveal most. */
const keptOn = (among: readonly number[], times: fc.Arbitrary<number>): fc.Arbitrary<Kept> =>
  fc.record({
    day: fc.constantFrom(...among),
    times,
    category: fc.constantFrom('LEGAL', 'MEDICAL'),
    country: fc.constantFrom('SG', 'ID', null),
    cell: fc.constantFrom('a', 'b', 'c'),
    hour: fc.constantFrom(1, 2, 3),
    party: fc.constantFrom('WOMAN', 'BOY', 'GROUP'),
    language: fc.constantFrom('km', 'my'),
    outcome: fc.constantFrom(...Object.values(NeedOutcome)),
  });
const aroundFive = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constantFrom(4, 5, 8, 9));
/** Some counts on any days, or three days full of counts just below or at five. */
const demand = fc.oneof(
  fc.array(keptOn(days, aroundFive), { maxLength: 14 }),
  fc.array(keptOn(days.slice(0, 3), fc.integer({ min: 4, max: 9 })), { minLength: 6, maxLength: 24 }),
);

const alike = {
  day: month.from,
  category: 'LEGAL',
  country: 'SG',
  cell: 'a',
  hour: 1,
  party: 'WOMAN',
  language: 'km',
  outcome: 'FULL',
  times: 1,
};
const keptAs = (...changes: readonly Partial<Kept>[]): Kept[] => changes.map((one) => ({ ...alike, ...one }));

/** Cases that revealed small counts in earlier versions, each in another way. */
const counterexamples: Readonly<Record<string, readonly Kept[]>> = {
  'what is told of the largest of four outcomes leaves three for each other': keptAs(
    { outcome: 'FULL', times: 4 },
    { outcome: 'NOT_ADMITTED', times: 3 },
    { outcome: 'NONE', times: 4 },
    { outcome: 'OUT_OF_REACH', times: 9 },
  ),
  'a month and its days tell of the same outcomes': keptAs(
    { outcome: 'MET', times: 8 },
    { outcome: 'MET_WITH_QUESTIONS', times: 9 },
    { outcome: 'NONE', times: 8 },
    { day: month.from + 4, outcome: 'MET', times: 4 },
    { day: month.from + 4, outcome: 'FULL', times: 8 },
    { day: month.from + 4, outcome: 'OUT_OF_REACH', times: 8 },
  ),
  'a month and its days tell of the same outcomes of met needs': keptAs(
    { outcome: 'MET', times: 6 },
    { outcome: 'MET_WITH_QUESTIONS', times: 4 },
    { day: month.from + 2, outcome: 'MET_WITH_QUESTIONS', times: 5 },
  ),
  'more were asked for than unmet at one hour, and hardly more in all': keptAs({ times: 14 }, { outcome: 'MET' }, { hour: 2, times: 3 }),
  'more were asked for than unmet on one day, and hardly more in the month': keptAs(
    { times: 14 },
    { outcome: 'MET' },
    { day: month.from + 1, times: 3 },
  ),
  'all days of a month are full': keptAs(...Array.from({ length: month.to - month.from }, (_, n) => ({ day: month.from + n, times: 4 }))),
  'all days of a month but one are full, and an hour tells so': keptAs(
    ...Array.from({ length: month.to - month.from }, (_, n) => ({ day: month.from + n, times: n === 0 ? 3 : 4 })),
  ),
};

describe('published demand', () => {
  const attack = (all: readonly Kept[]) => {
    const attacker = new Attacker(all);
    const { known, sums } = attacker.workOut();
    return { mistakes: attacker.mistakes(), few: [...known, ...sums.map(rest)].filter(isFew) };
  };

  it('lets nobody work out that a group has one to four, from all answers together', () => {
    fc.assert(
      fc.property(demand, (all) => {
        expect(attack(all)).toEqual({ mistakes: [], few: [] });
      }),
      { numRuns: 300 },
    );
  });

  it.each(Object.entries(counterexamples))('lets nobody work it out where %s', (_, all) => {
    expect(attack(all)).toEqual({ mistakes: [], few: [] });
  });

  it('is in fives, from five on, and never more than the true number, of met needs and of unmet ones', () => {
    fc.assert(
      fc.property(demand, (all) => {
        for (const grouping of groupings)
          for (const [key, { asked, unmet }] of answersTo(all, month, grouping)!) {
            const there = (side: 'met' | 'unmet') =>
              all.filter((one) => keyIn(grouping, one) === key && sideOf(one) === side).reduce((sum, { times }) => sum + times, 0);
            const told = { met: (asked ?? 0) - (unmet ?? 0), unmet: unmet ?? 0 };
            expect([told.met % 5, told.unmet % 5, asked === 0, unmet === 0]).toEqual([0, 0, false, false]);
            expect([told.met >= 0 && told.met <= there('met'), told.unmet <= there('unmet')]).toEqual([true, true]);
          }
      }),
    );
  });

  it('shows nothing if it cannot hide whether a small count is 0', () => {
    const all = keptAs({ times: 9 }, { outcome: 'MET', times: 4 }, { outcome: 'MET_WITH_QUESTIONS', times: 1 });
    const numbers = (grouping: 'CATEGORY' | 'OUTCOME') =>
      [...answersTo(all, month, grouping)!.values()].filter(({ asked }) => asked).map(({ asked, unmet }) => [asked, unmet]);
    expect([numbers('CATEGORY'), numbers('OUTCOME')]).toEqual([[[10, 5]], [[5, 5]]]);
  });

  it('shows every five of a group that hides no small count', () => {
    const all = keptAs({ times: 14 });
    const told = groupings.flatMap((grouping) => [...answersTo(all, month, grouping)!.values()].filter(({ asked }) => asked));
    expect(told.map(({ asked, unmet }) => [asked, unmet])).toEqual(groupings.map(() => [10, 10]));
  });
});
