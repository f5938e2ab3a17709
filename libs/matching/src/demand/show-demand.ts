import { NeedOutcome, PartyShape } from '@haven/events';
import { cellsIn } from './cells-in.js';
import type { Block } from './demand-days.js';
import { groupIn, keyIn, wholeOf, type DemandGroup, type Group } from './groupings.js';
import { unmetOutcomes } from './need-outcome.js';
import { leavesOpen, shownOf } from './shown.js';

/** How often something was needed. */
export interface Counts {
  readonly asked: number;
  readonly unmet: number;
}

/** {@link Counts} of one group. */
export interface GroupCounts extends Counts {
  readonly group: Group;
}

/** {@link GroupCounts} on one day. */
export interface DayCounts extends GroupCounts {
  readonly day: number;
}

/** What is told of a group; null: fewer than five, or not told. */
export interface DemandRow {
  readonly group: Group;
  readonly asked: number | null;
  readonly unmet: number | null;
}

type Measure = keyof Counts;
const measures: readonly Measure[] = ['asked', 'unmet'];

/** Whether a measure may be told. */
type Told = Readonly<Record<Measure, boolean>>;

/**
 * What is told of each group of a block: nothing of any part of a whole, when the parts together would give a hidden one away. `days`:
 * counted by {@link countedBy}.
 */
export function showDemand(days: readonly DayCounts[], block: Block, grouping: DemandGroup): readonly DemandRow[] {
  if (grouping === 'CATEGORY' || grouping === 'COUNTRY') return showWholes(days, block, grouping);
  return families(days, block, grouping, wholeOf[grouping]).flatMap((parts) => {
    const told = mayTellOf(grouping, parts);
    return parts.map((part) => rowOf(part, told));
  });
}

/** A country where its cells would be given away is not told of either, nor how much of a category was unmet where that gives away an outcome. */
function showWholes(days: readonly DayCounts[], block: Block, grouping: 'CATEGORY' | 'COUNTRY'): readonly DemandRow[] {
  return families(days, block, countedBy(grouping), grouping).map((parts) => {
    const told = grouping === 'COUNTRY' ? mayTellOf('CELL', parts) : { asked: true, unmet: leavesUnmetOpen(parts) };
    const total = (measure: Measure) => sum(parts.map((part) => part[measure]));
    return rowOf({ group: groupIn(grouping, parts[0]!.group), asked: total('asked'), unmet: total('unmet') }, told);
  });
}

/** By what a grouping is counted: wholes by parts that they could give away. */
export function countedBy(grouping: DemandGroup): DemandGroup {
  if (grouping === 'CATEGORY') return 'OUTCOME';
  return grouping === 'COUNTRY' ? 'CELL' : grouping;
}

/** The groups of a block, together with the others of their whole. */
const families = (
  days: readonly DayCounts[],
  block: Block,
  grouping: DemandGroup,
  whole: DemandGroup,
): readonly (readonly GroupCounts[])[] => [...Map.groupBy(totalsIn(days, block, grouping), ({ group }) => keyIn(whole, group)).values()];

const mayTellOf = (grouping: DemandGroup, parts: readonly GroupCounts[]): Told => ({
  asked: mayTell(grouping, parts, 'asked'),
  unmet: mayTell(grouping, parts, 'unmet'),
});

const rowOf = ({ group, asked, unmet }: GroupCounts, told: Told): DemandRow => ({
  group,
  asked: told.asked ? shownOf(asked) : null,
  unmet: told.asked && told.unmet ? shownOf(unmet) : null,
});

function totalsIn(days: readonly DayCounts[], { from, to }: Block, grouping: DemandGroup): readonly GroupCounts[] {
  const totals = new Map<string, GroupCounts>();
  for (const { day, group, asked, unmet } of days) {
    if (day < from || day >= to) continue;
    const key = keyIn(grouping, group);
    const before = totals.get(key) ?? { asked: 0, unmet: 0 };
    totals.set(key, { group, asked: before.asked + asked, unmet: before.unmet + unmet });
  }
  return [...totals.values()];
}

function mayTell(grouping: DemandGroup, parts: readonly GroupCounts[], measure: Measure): boolean {
  if (grouping !== 'OUTCOME') return leavesPartsOpen(grouping, parts, measure);
  // Each unmet outcome says how much was asked for and how much was unmet at once, so that either gives away the other.
  return measures.every((one) => leavesPartsOpen(grouping, parts, one)) && leavesUnmetOpen(parts);
}

function leavesPartsOpen(grouping: DemandGroup, parts: readonly GroupCounts[], measure: Measure): boolean {
  const counts = parts.map((part) => part[measure]).filter((count) => count > 0);
  const groups = Math.max(counts.length, groupsBy(grouping, parts[0]!.group, measure));
  return leavesOpen(sum(counts), counts.map(shownOf), groups);
}

/** Unmet needs are told as one number too, beside the outcomes of those that were met. */
function leavesUnmetOpen(outcomes: readonly GroupCounts[]): boolean {
  const met = outcomes.filter(({ unmet }) => unmet === 0).map(({ asked }) => asked);
  const unmet = sum(outcomes.map((one) => one.unmet));
  return leavesOpen(unmet + sum(met), [...met, unmet].map(shownOf), 1 + metOutcomes);
}

const metOutcomes = Object.keys(NeedOutcome).length - unmetOutcomes.length;

/** How many groups there could be in one whole. Of countries and languages there are so many that others could always be one more. */
function groupsBy(grouping: DemandGroup, { country }: Group, measure: Measure): number {
  if (grouping === 'HOUR') return 24;
  if (grouping === 'PARTY') return Object.keys(PartyShape).length;
  if (grouping === 'OUTCOME') return measure === 'asked' ? Object.keys(NeedOutcome).length : unmetOutcomes.length;
  if (grouping === 'CELL' && typeof country === 'string') return cellsIn(country);
  return Infinity;
}

const sum = (counts: readonly number[]): number => counts.reduce((total, one) => total + one, 0);
