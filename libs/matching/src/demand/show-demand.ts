import { NeedOutcome, PartyShape } from '@haven/events';
import { cellsIn } from './cells-in.js';
import type { Block } from './demand-days.js';
import { groupIn, keyIn, wholeOf, type DemandGroup, type Group } from './groupings.js';
import { unmetOutcomes } from './need-outcome.js';
import { addShown, leavesOpen, shownOf, type Shown } from './shown.js';

/** How often something was needed. */
export interface Counts {
  readonly asked: number;
  readonly unmet: number;
}

interface GroupCounts extends Counts {
  readonly group: Group;
}

/** {@link Counts} of one group on one day. */
export interface DayCounts extends GroupCounts {
  readonly day: number;
}

/** The published counts of a group; null: fewer than five, or not published. */
export interface DemandRow {
  readonly group: Group;
  readonly asked: Shown;
  readonly unmet: Shown;
}

/** Met needs and unmet needs are published separately. No need is both, so neither number reveals the other. */
type Side = 'met' | 'unmet';
type Sides<Value> = Readonly<Record<Side, Value>>;
const countOn: Sides<(counts: Counts) => number> = {
  met: ({ asked, unmet }) => asked - unmet,
  unmet: ({ unmet }) => unmet,
};
const bySide = <Value>(of: (side: Side) => Value): Sides<Value> => ({ met: of('met'), unmet: of('unmet') });

/** The published counts of each group of a block. `days`: counted by {@link countedBy}; days outside the block are skipped. */
export function showDemand(days: readonly DayCounts[], { from, to }: Block, grouping: DemandGroup): readonly DemandRow[] {
  const here = days.filter(({ day }) => day >= from && day < to);
  const categories = Map.groupBy(here, ({ group }) => group.category);
  return [...categories.values()].flatMap((one) =>
    grouping === 'CATEGORY' ? [showWhole(one, to - from)] : showParts(one, to - from, grouping),
  );
}

/** The grouping by which a grouping is counted: countries by their cells, because countries could reveal those. */
export const countedBy = (grouping: DemandGroup): DemandGroup => (grouping === 'COUNTRY' ? 'CELL' : grouping);

/** A category is also published by day. If the month would reveal a small count of one day, it is the sum of the published days. */
function showWhole(days: readonly DayCounts[], length: number): DemandRow {
  const shown = bySide((side) => {
    const counts = days.map(countOn[side]);
    return leavesOpen(counts, length) ? shownOf(sum(counts)) : addShown(...counts.map(shownOf));
  });
  return rowOf(days[0]!.group, shown);
}

/** Publishes no part of a whole on one side if the parts together would reveal a small count of a part, or of a day of the category. */
function showParts(days: readonly DayCounts[], length: number, grouping: DemandGroup): readonly DemandRow[] {
  const counted = countedBy(grouping);
  const byDay = [...totalsBy(days, ({ day }) => day).values()];
  const open = bySide((side) => leavesOpen(byDay.map(countOn[side]), length));
  const families = Map.groupBy(totalsBy(days, ({ group }) => keyIn(counted, group)).values(), ({ group }) =>
    keyIn(wholeOf[counted], group),
  );
  return [...families.values()].flatMap((parts) => {
    const told = bySide((side) => open[side] && leavesOpen(parts.map(countOn[side]), groupsBy(counted, parts[0]!.group, side)));
    const shown = (one: Counts) => bySide((side) => (told[side] ? shownOf(countOn[side](one)) : null));
    return counted === grouping
      ? parts.map((one) => rowOf(one.group, shown(one)))
      : [rowOf(groupIn(grouping, parts[0]!.group), shown(total(parts)))];
  });
}

const rowOf = (group: Group, { met, unmet }: Sides<Shown>): DemandRow => ({ group, asked: addShown(met, unmet), unmet });

const total = (counts: readonly Counts[]): Counts => ({
  asked: sum(counts.map(({ asked }) => asked)),
  unmet: sum(counts.map(({ unmet }) => unmet)),
});

function totalsBy<Counted extends GroupCounts, Key>(
  counts: Iterable<Counted>,
  keyOf: (one: Counted) => Key,
): ReadonlyMap<Key, GroupCounts> {
  const totals = new Map<Key, { group: Group; asked: number; unmet: number }>();
  for (const one of counts) {
    const key = keyOf(one);
    const total = totals.get(key);
    if (total) {
      total.asked += one.asked;
      total.unmet += one.unmet;
    } else totals.set(key, { group: one.group, asked: one.asked, unmet: one.unmet });
  }
  return totals;
}

const outcomesOn: Sides<number> = { met: Object.keys(NeedOutcome).length - unmetOutcomes.length, unmet: unmetOutcomes.length };

/** How many groups a whole can have. There are so many countries and languages that another one is always possible. */
function groupsBy(grouping: DemandGroup, { country }: Group, side: Side): number {
  if (grouping === 'HOUR') return 24;
  if (grouping === 'PARTY') return Object.keys(PartyShape).length;
  if (grouping === 'OUTCOME') return outcomesOn[side];
  if (grouping === 'CELL' && typeof country === 'string') return cellsIn(country);
  return Infinity;
}

const sum = (counts: readonly number[]): number => counts.reduce((total, one) => total + one, 0);
