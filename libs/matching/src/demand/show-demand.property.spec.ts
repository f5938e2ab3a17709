import { describe, expect, it } from '@jest/globals';
import { NeedOutcome, PartyShape } from '@haven/events';
import fc from 'fast-check';
import { cellsIn } from './cells-in.js';
import type { Block } from './demand-days.js';
import { DemandGroup, fieldsOf, keyIn, wholeOf, type Group } from './groupings.js';
import { unmetOutcomes } from './need-outcome.js';
import { countedBy, showDemand, type DayCounts, type DemandRow } from './show-demand.js';

/** February 2026. */
const month: Block = { from: 20_485, to: 20_513 };
const days = [0, 1, 2, 3, 4].map((n): Block => ({ from: month.from + n, to: month.from + n + 1 }));
const blocks = [month, ...days];
const groupings = Object.values(DemandGroup);

type CountsBy = Readonly<Record<DemandGroup, readonly DayCounts[]>>;

/** Needs that are the same in all that is kept of them, and how many there are. */
type Kept = { readonly day: number; readonly times: number } & Required<Group>;

/** Few values, and times around five: there sums tell most. */
const kept: fc.Arbitrary<Kept> = fc.record({
  day: fc.constantFrom(...days.map(({ from }) => from)),
  times: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constantFrom(4, 5, 8, 9)),
  category: fc.constantFrom('LEGAL', 'MEDICAL'),
  country: fc.constantFrom('SG', 'ID', null),
  cell: fc.constantFrom('a', 'b'),
  hour: fc.constantFrom(1, 2),
  party: fc.constantFrom('WOMAN', 'BOY', 'GROUP'),
  language: fc.constantFrom('km', 'my'),
  outcome: fc.constantFrom(...Object.values(NeedOutcome)),
});

function countsBy(all: readonly Kept[]): CountsBy {
  const by = (grouping: DemandGroup): DayCounts[] => {
    const counts = new Map<string, DayCounts>();
    for (const { day, times, ...one } of all) {
      const group = { category: one.category, ...Object.fromEntries(fieldsOf[grouping].map((field) => [field, one[field]])) };
      const key = `${day} ${keyIn(grouping, group)}`;
      const before = counts.get(key);
      const unmet = unmetOutcomes.some((outcome) => outcome === one.outcome) ? times : 0;
      counts.set(key, { day, group, asked: (before?.asked ?? 0) + times, unmet: (before?.unmet ?? 0) + unmet });
    }
    return [...counts.values()];
  };
  return Object.fromEntries(groupings.map((grouping) => [grouping, by(grouping)])) as unknown as CountsBy;
}

/** What is told, by the keys of the groups. */
const showing =
  (counts: CountsBy) =>
  (block: Block, grouping: DemandGroup): ReadonlyMap<string, DemandRow> =>
    new Map(showDemand(counts[countedBy(grouping)], block, grouping).map((row) => [keyIn(grouping, row.group), row]));

/** What somebody knows of a count. */
interface Known {
  least: number;
  most: number;
}

/** A count that is the sum of others. */
interface Sum {
  readonly whole: Known;
  readonly parts: readonly Known[];
}

const measures = ['asked', 'unmet'] as const;

/**
 * What somebody can work out who has every answer at once: bounds of each count, from every sum that they know of.
 */
function workedOut(all: readonly Kept[]): { readonly known: readonly Known[]; readonly sums: readonly Sum[] } {
  const counts = countsBy(all);
  const show = showing(counts);
  const known = new Map<string, Known>();
  const sums: Sum[] = [];
  const nameOf = (block: Block, grouping: DemandGroup, key: string, measure: string) =>
    `${block.from}-${block.to} ${grouping} ${key} ${measure}`;
  const knownOf = (...name: Parameters<typeof nameOf>): Known => {
    const is = nameOf(...name);
    const here = known.get(is) ?? { least: 0, most: 4 };
    known.set(is, here);
    return here;
  };
  // Of parts of which nothing is told nobody knows whether they are few, or would give one away.
  const isTold = (block: Block, grouping: DemandGroup, key: string, measure: 'asked' | 'unmet') => {
    const rows = show(block, grouping);
    const whole = (row: DemandRow) => keyIn(wholeOf[grouping], row.group);
    const family = [...rows.values()].filter((row) => whole(row) === whole(rows.get(key)!));
    // So it is with wholes whose parts would be given away.
    if (grouping === 'CATEGORY' && measure === 'asked') return true;
    const others = grouping === 'CATEGORY' || grouping === 'COUNTRY' ? [rows.get(key)!] : family;
    return others.some((row) => row[measure] !== null);
  };
  const eachRow = (visit: (block: Block, grouping: DemandGroup, key: string, group: Group) => void) => {
    for (const block of blocks)
      for (const grouping of groupings) for (const [key, { group }] of show(block, grouping)) visit(block, grouping, key, group);
  };
  eachRow((block, grouping, key) => {
    for (const measure of measures) {
      const told = show(block, grouping).get(key)![measure] ?? 0;
      known.set(nameOf(block, grouping, key, measure), { least: told, most: isTold(block, grouping, key, measure) ? told + 4 : Infinity });
    }
  });
  eachRow((block, grouping, key, group) => {
    for (const measure of measures) {
      const whole = knownOf(block, grouping, key, measure);
      for (const part of groupings.filter((one) => one !== grouping && wholeOf[one] === grouping)) {
        const keys = [...show(block, part)].filter(([, row]) => keyIn(grouping, row.group) === key).map(([name]) => name);
        const unseen = { least: 0, most: 4 * Math.max(0, groupsBy(part, group, measure, keys.length) - keys.length) };
        sums.push({ whole, parts: [...keys.map((name) => knownOf(block, part, name, measure)), unseen] });
      }
      if (block === month)
        sums.push({ whole, parts: [...days.map((day) => knownOf(day, grouping, key, measure)), { least: 0, most: 4 * 23 }] });
    }
    const met = { least: 0, most: Infinity };
    sums.push({ whole: knownOf(block, grouping, key, 'asked'), parts: [knownOf(block, grouping, key, 'unmet'), met] });
    if (grouping === 'CATEGORY') {
      const outcomes = ['MET', 'MET_WITH_QUESTIONS'].map((outcome) => keyIn('OUTCOME', { ...group, outcome }));
      sums.push({ whole: met, parts: outcomes.map((name) => knownOf(block, 'OUTCOME', name, 'asked')) });
    }
  });
  for (let changed = true, round = 0; changed && round < 40; round++) changed = sums.map(tighten).some(Boolean);
  return { known: [...known.values()], sums };
}

function groupsBy(part: DemandGroup, { country }: Group, measure: 'asked' | 'unmet', seen: number): number {
  if (part === 'HOUR') return 24;
  if (part === 'PARTY') return Object.keys(PartyShape).length;
  if (part === 'OUTCOME') return measure === 'asked' ? 6 : 4;
  if (part === 'COUNTRY') return seen + 1;
  return typeof country === 'string' ? Math.max(cellsIn(country), seen) : Infinity;
}

const total = (parts: readonly Known[], bound: keyof Known): number => parts.reduce((sum, part) => sum + part[bound], 0);

function tighten({ whole, parts }: Sum): boolean {
  let changed = narrow(whole, total(parts, 'least'), total(parts, 'most'));
  for (const part of parts) {
    const others = parts.filter((one) => one !== part);
    changed = narrow(part, whole.least - total(others, 'most'), whole.most - total(others, 'least')) || changed;
  }
  return changed;
}

function narrow(known: Known, least: number, most: number): boolean {
  const before = { ...known };
  if (least > known.least) known.least = least;
  if (most < known.most) known.most = most;
  return before.least !== known.least || before.most !== known.most;
}

const isFew = ({ least, most }: Known): boolean => least >= 1 && most <= 4;

/** All of a sum that nothing is told of, together. */
function rest({ whole, parts }: Sum): Known {
  const [hidden, told] = [parts.filter(({ least }) => least < 5), parts.filter(({ least }) => least >= 5)];
  return {
    least: Math.max(total(hidden, 'least'), whole.least - total(told, 'most')),
    most: Math.min(total(hidden, 'most'), whole.most - total(told, 'least')),
  };
}

/** Four outcomes that were not met: what is told of the largest leaves at least three for each of the others. */
const oneAlmostUnmet = (
  [
    ['FULL', 4],
    ['NOT_ADMITTED', 3],
    ['NONE', 4],
    ['OUT_OF_REACH', 9],
  ] as const
).map(([outcome, times]): Kept => ({
  ...{ day: month.from, times, outcome, category: 'MEDICAL', country: 'SG', cell: 'a', hour: 1, party: 'WOMAN', language: 'km' },
}));

describe('what is told of demand', () => {
  it('lets nobody work out that a group has one to four, from all answers together', () => {
    fc.assert(
      fc.property(fc.array(kept, { maxLength: 14 }), (all) => {
        const { known, sums } = workedOut(all);
        expect(known.filter(isFew)).toEqual([]);
        expect(sums.map(rest).filter(isFew)).toEqual([]);
      }),
      { numRuns: 200, examples: [[oneAlmostUnmet]] },
    );
  });

  it('is in fives, from five on, and never more than there was', () => {
    fc.assert(
      fc.property(fc.array(kept, { maxLength: 14 }), (all) => {
        const counts = countsBy(all);
        const show = showing(counts);
        for (const grouping of groupings)
          for (const [key, row] of show(month, grouping)) {
            const there = counts[grouping]!.filter(({ group }) => keyIn(grouping, group) === key);
            for (const measure of measures) {
              const told = row[measure] ?? 0;
              expect([told % 5, told <= there.reduce((sum, one) => sum + one[measure], 0), row[measure] === 0]).toEqual([0, true, false]);
            }
          }
      }),
    );
  });

  it('leaves open whether few are few, or would give others away', () => {
    const one = { day: month.from, category: 'LEGAL', country: 'ID', cell: 'a', hour: 1, party: 'WOMAN', language: 'km' };
    const outcomes = { FULL: 9, MET: 4, MET_WITH_QUESTIONS: 1 };
    const show = showing(countsBy(Object.entries(outcomes).map(([outcome, times]) => ({ ...one, outcome, times }))));
    expect([...show(month, 'CATEGORY').values()]).toEqual([{ group: { category: 'LEGAL' }, asked: 10, unmet: null }]);
    expect([...show(month, 'OUTCOME').values()].map(({ asked }) => asked)).toEqual([null, null, null]);
  });

  it('is every five of a group that hides nobody', () => {
    const one = { day: month.from, category: 'LEGAL', country: 'ID', cell: 'a', hour: 1, party: 'WOMAN', language: 'km', outcome: 'FULL' };
    const show = showing(countsBy([{ ...one, times: 14 }]));
    expect(groupings.map((grouping) => [...show(month, grouping).values()].map(({ asked, unmet }) => [asked, unmet]))).toEqual(
      groupings.map(() => [[10, 10]]),
    );
  });
});
