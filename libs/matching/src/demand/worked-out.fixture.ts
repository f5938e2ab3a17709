import { NeedOutcome, PartyShape } from '@haven/events';
import { cellsIn } from './cells-in.js';
import type { Block } from './demand-days.js';
import { DemandGroup, groupIn, keyIn, wholeOf, type Group } from './groupings.js';
import { unmetOutcomes } from './need-outcome.js';
import { readDemandQuestion } from './read-demand-question.js';
import { countedBy, type DayCounts, type DemandRow } from './show-demand.js';
import { rowsOf } from './unmet-needs.js';

/** February 2026, and a day on which the whole month can be asked about. */
export const month: Block = { from: 20_485, to: 20_513 };
const later = new Date('2026-03-03T08:00:00Z');
const dayMilliseconds = 86_400_000;

/** Stored needs with equal fields, and how many there are. */
export type Kept = { readonly day: number; readonly times: number } & Required<Group>;

export const groupings = Object.values(DemandGroup);
const sides = ['met', 'unmet'] as const;
type Side = (typeof sides)[number];
type Measure = Side | 'asked';

/** Whether the need was met. */
export const sideOf = ({ outcome }: Pick<Group, 'outcome'>): Side => (unmetOutcomes.some((one) => one === outcome) ? 'unmet' : 'met');

/** The answers to a question, by the keys of their groups; null: the question is not allowed. */
export function answersTo(all: readonly Kept[], { from, to }: Block, grouping: DemandGroup): ReadonlyMap<string, DemandRow> | null {
  const groupBy = grouping === 'CATEGORY' ? [grouping] : (['CATEGORY', grouping] as const);
  const question = { from: new Date(from * dayMilliseconds), to: new Date(to * dayMilliseconds), groupBy };
  const request = readDemandQuestion(question, later);
  if (!request.ok) return null;
  return new Map(rowsOf(request.value, countsBy(all, countedBy(grouping))).map((row) => [keyIn(grouping, row.group), row]));
}

function countsBy(all: readonly Kept[], grouping: DemandGroup): readonly DayCounts[] {
  const counts = new Map<string, DayCounts>();
  for (const one of all) {
    const key = `${one.day} ${keyIn(grouping, one)}`;
    const before = counts.get(key) ?? { asked: 0, unmet: 0 };
    const unmet = before.unmet + (sideOf(one) === 'unmet' ? one.times : 0);
    counts.set(key, { day: one.day, group: groupIn(grouping, one), asked: before.asked + one.times, unmet });
  }
  return [...counts.values()];
}

/** The bounds that an attacker knows of a count. */
export interface Known {
  readonly name: string;
  least: number;
  most: number;
}

/** A count that is the sum of others. */
export interface Sum {
  readonly whole: Known;
  readonly parts: readonly Known[];
}

/** A group, its key, and the key of the whole that contains it. */
interface Named {
  readonly grouping: DemandGroup;
  readonly group: Group;
  readonly key: string;
  readonly whole: string;
}

/**
 * An attacker who has every answer at once, and knows which groups there are, and where nothing is held back. The bounds are exact: sums
 * that share a count have nothing else in common.
 */
export class Attacker {
  private readonly knowns = new Map<string, Known>();
  private readonly sums: Sum[] = [];
  private readonly days: readonly Block[];
  private readonly groups: Readonly<Record<DemandGroup, readonly Named[]>>;
  private readonly counts = new Map<string, number>();
  private readonly answers = new Map<string, ReadonlyMap<string, DemandRow> | null>();

  constructor(all: readonly Kept[]) {
    this.days = [...new Set(all.map(({ day }) => day))].map((day) => ({ from: day, to: day + 1 }));
    this.groups = Object.fromEntries(groupings.map((one) => [one, namesOf(all, one)])) as unknown as Attacker['groups'];
    for (const grouping of groupings) {
      for (const block of [month, ...this.days]) this.answers.set(`${block.from}-${block.to} ${grouping}`, answersTo(all, block, grouping));
      for (const one of all)
        for (const block of [month, { from: one.day, to: one.day + 1 }]) {
          const name = nameOf(block, grouping, keyIn(grouping, one), sideOf(one));
          this.counts.set(name, (this.counts.get(name) ?? 0) + one.times);
        }
    }
    for (const block of [month, ...this.days])
      for (const grouping of groupings) for (const one of this.groups[grouping]) this.addSums(block, one);
  }

  /** Counts outside their bounds: there must be none, or the attacker is wrong. */
  mistakes(): readonly Known[] {
    return [...this.knowns.values()].filter(({ name, least, most }) => {
      const count = this.counts.get(name) ?? 0;
      return !name.endsWith('asked') && (count < least || count > most);
    });
  }

  /** Everything that the attacker knows in the end. */
  workOut(): { readonly known: readonly Known[]; readonly sums: readonly Sum[] } {
    for (let changed = true, round = 0; changed && round < 60; round++) changed = this.sums.map(tighten).some(Boolean);
    return { known: [...this.knowns.values()], sums: this.sums };
  }

  private addSums(block: Block, one: Named): void {
    this.sums.push({ whole: this.known(block, one, 'asked'), parts: sides.map((side) => this.known(block, one, side)) });
    for (const side of sides) {
      const parts = groupings.filter((other) => other !== one.grouping && wholeOf[other] === one.grouping);
      for (const part of parts) this.addParts(block, one, part, side);
      if (block !== month) continue;
      const others = { name: 'other days', least: 0, most: 4 * (month.to - month.from - this.days.length) };
      this.sums.push({ whole: this.known(block, one, side), parts: [...this.days.map((day) => this.known(day, one, side)), others] });
    }
  }

  private addParts(block: Block, one: Named, grouping: DemandGroup, side: Side): void {
    const groups = this.groups[grouping].filter(({ whole, group }) => whole === one.key && isOn(side, group));
    if (groups.length === 0) return;
    const unseen = groupsBy(grouping, one.group, side, groups.length) - groups.length;
    const others = { name: 'others', least: 0, most: unseen === 0 ? 0 : this.mayBeTold(month, groups[0]!, side) ? 4 * unseen : Infinity };
    this.sums.push({ whole: this.known(block, one, side), parts: [...groups.map((group) => this.known(block, group, side)), others] });
  }

  private known(block: Block, one: Named, measure: Measure): Known {
    const name = nameOf(block, one.grouping, one.key, measure);
    const here = this.knowns.get(name) ?? { name, ...this.bounds(block, one, measure) };
    this.knowns.set(name, here);
    return here;
  }

  private bounds(block: Block, one: Named, measure: Measure): Pick<Known, 'least' | 'most'> {
    if (measure === 'asked') return { least: 0, most: Infinity };
    if (!isOn(measure, one.group)) return { least: 0, most: 0 };
    const told = this.told(block, one, measure);
    return { least: told, most: this.mayBeTold(block, one, measure) ? told + 4 : Infinity };
  }

  /**
   * Whether the attacker knows that nothing is held back: a count of the family is published, or the whole is so small that it reveals
   * nothing.
   */
  private mayBeTold(block: Block, one: Named, side: Side): boolean {
    const { grouping, group, whole } = one;
    const isWhole = grouping === 'CATEGORY' || grouping === 'COUNTRY';
    const family = isWhole ? [one] : this.groups[grouping].filter((other) => other.whole === whole && isOn(side, other.group));
    if (family.some((part) => this.count(block, grouping, part.key, side) > this.told(block, part, side) + 4)) return false;
    if (isWhole) return this.answers.get(`${block.from}-${block.to} ${grouping}`) !== null;
    if (family.some((part) => this.told(block, part, side) > 0)) return true;
    const isAsked = this.answers.get(`${block.from}-${block.to} ${grouping}`) !== null;
    const groups = groupsBy(grouping, group, side, family.length);
    return isAsked && this.count(block, wholeOf[grouping], whole, side) <= 4 * (groups - 1);
  }

  private told(block: Block, { grouping, key }: Named, side: Side): number {
    const row = this.answers.get(`${block.from}-${block.to} ${grouping}`)?.get(key);
    const unmet = row?.unmet ?? 0;
    return side === 'unmet' ? unmet : (row?.asked ?? 0) - unmet;
  }

  private count(block: Block, grouping: DemandGroup, key: string, side: Side): number {
    return this.counts.get(nameOf(block, grouping, key, side)) ?? 0;
  }
}

function namesOf(all: readonly Kept[], grouping: DemandGroup): readonly Named[] {
  const named = all.map((one) => ({
    grouping,
    group: groupIn(grouping, one),
    key: keyIn(grouping, one),
    whole: keyIn(wholeOf[grouping], one),
  }));
  return [...new Map(named.map((one) => [one.key, one])).values()];
}

const nameOf = (block: Block, grouping: DemandGroup, key: string, measure: Measure): string =>
  `${block.from}-${block.to} ${grouping} ${key} ${measure}`;

/** Each outcome is on one side only; all other groups are on both. */
const isOn = (side: Side, { outcome }: Group): boolean => outcome === undefined || sideOf({ outcome }) === side;

const outcomes = { met: Object.keys(NeedOutcome).length - unmetOutcomes.length, unmet: unmetOutcomes.length };

function groupsBy(grouping: DemandGroup, { country }: Group, side: Side, seen: number): number {
  if (grouping === 'HOUR') return 24;
  if (grouping === 'PARTY') return Object.keys(PartyShape).length;
  if (grouping === 'OUTCOME') return outcomes[side];
  return grouping === 'CELL' && typeof country === 'string' ? Math.max(cellsIn(country), seen) : Infinity;
}

const total = (parts: readonly Known[], bound: 'least' | 'most'): number => parts.reduce((sum, part) => sum + part[bound], 0);

function tighten({ whole, parts }: Sum): boolean {
  let changed = narrow(whole, total(parts, 'least'), total(parts, 'most'));
  const unbounded = parts.filter(({ most }) => most === Infinity).length;
  for (const part of parts) {
    const least = total(parts, 'least') - part.least;
    const most = unbounded === 0 ? total(parts, 'most') - part.most : unbounded === 1 && part.most === Infinity ? finite(parts) : Infinity;
    changed = narrow(part, whole.least - most, whole.most - least) || changed;
  }
  return changed;
}

const finite = (parts: readonly Known[]): number =>
  total(
    parts.filter(({ most }) => most < Infinity),
    'most',
  );

function narrow(known: Known, least: number, most: number): boolean {
  const { least: before, most: after } = known;
  known.least = Math.max(before, least);
  known.most = Math.min(after, most);
  return before !== known.least || after !== known.most;
}

/** The hidden parts of a sum, together. */
export function rest({ whole, parts }: Sum): Known {
  const [hidden, told] = [parts.filter(({ least }) => least < 5), parts.filter(({ least }) => least >= 5)];
  return {
    name: `what is hidden of ${whole.name}`,
    least: Math.max(total(hidden, 'least'), whole.least - total(told, 'most')),
    most: Math.min(total(hidden, 'most'), whole.most - total(told, 'least')),
  };
}

export const isFew = ({ least, most }: Known): boolean => least >= 1 && most <= 4;
