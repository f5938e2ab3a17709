import { geodesicMeters } from '@haven/kernel';
import type { Position } from '@haven/kernel';
import { burden } from './burden.js';
import type { PlanNeed, PlanOption } from './burden.js';

/** The cheapest choice that a search found. */
export interface Found {
  readonly choice: number[];
  readonly cost: number;
}

/** How much a search has done: choices begun, good and bad. */
export interface SearchEffort {
  visits: number;
}

/** Each bed in turn, the cheapest first, until a bed alone costs as much as the best plan. */
export function searchBeds(origin: Position, needs: readonly PlanNeed[], bedNeed: number, effort: SearchEffort): Found | null {
  const beds = needs[bedNeed]!.options.map((option, index) => ({
    index,
    option,
    alone: geodesicMeters(origin, option.position) + openingCost(option),
  }));
  let best: Found | null = null;
  for (const { index, option, alone } of beds.sort((a, b) => a.alone - b.alone || a.index - b.index)) {
    if (best && alone >= best.cost) break;
    const found = searchFrom(option.position, needs, { need: bedNeed, index, option, alone }, best?.cost ?? Infinity, effort);
    best = found ?? best;
  }
  return best;
}

const openingCost = (option: PlanOption): number => burden.stop + burden.organization + burden.openQuestion * option.asks;

interface Bed {
  readonly need: number;
  readonly index: number;
  readonly option: PlanOption;
  readonly alone: number;
}

interface Priced {
  readonly index: number;
  readonly stop: string;
  readonly organization: string;
  readonly toStop: number;
  readonly asks: number;
}

/**
 * Branch and bound. The bound shares the price of a stop or an organisation among the needs that could still share it, so it
 * never exceeds what is left to pay; states that can do the same from here on are kept only once.
 */
export function searchFrom(from: Position, needs: readonly PlanNeed[], bed: Bed | null, limit: number, effort: SearchEffort): Found | null {
  const open = needs.map((need, i) => ({ need: i, options: price(from, need) })).filter(({ need }) => need !== bed?.need);
  open.sort((a, b) => a.options.length - b.options.length || a.need - b.need);
  const shares = open.map((_, depth) => sharesOf(open.slice(depth).map(({ options }) => options)));
  const paid = new Set<string>(bed ? [`s${bed.option.stop}`, `o${bed.option.organizationId}`] : []);
  const choice = needs.map((_, i) => (i === bed?.need ? bed.index : 0));
  const seen = new Map<string, number>();
  let best: Found | null = null;
  const visit = (depth: number, cost: number): void => {
    effort.visits += 1;
    const bound = best?.cost ?? limit;
    if (depth === open.length) {
      if (cost < bound) best = { choice: [...choice], cost };
      return;
    }
    if (cost + shares[depth]!.bound(paid) >= bound || !isCheaper(seen, stateKey(depth, paid, shares[depth]!), cost)) return;
    for (const step of stepsFrom(open[depth]!.options, paid)) {
      choice[open[depth]!.need] = step.index;
      step.opened.forEach((key) => paid.add(key));
      visit(depth + 1, cost + step.cost);
      step.opened.forEach((key) => paid.delete(key));
    }
  };
  visit(0, bed?.alone ?? 0);
  return best;
}

const price = (from: Position, need: PlanNeed): Priced[] =>
  need.options.map((option, index) => ({
    index,
    stop: `s${option.stop}`,
    organization: `o${option.organizationId}`,
    toStop: burden.stop + geodesicMeters(from, option.position),
    asks: burden.openQuestion * option.asks,
  }));

function stepsFrom(options: readonly Priced[], paid: ReadonlySet<string>) {
  const steps = options.map(({ index, stop, organization, toStop, asks }) => ({
    index,
    opened: [stop, organization].filter((key) => !paid.has(key)),
    cost: asks + (paid.has(stop) ? 0 : toStop) + (paid.has(organization) ? 0 : burden.organization),
  }));
  return steps.sort((a, b) => a.cost - b.cost || a.index - b.index);
}

interface Shares {
  readonly keys: ReadonlySet<string>;
  bound(paid: ReadonlySet<string>): number;
}

/** For the needs from one depth on: in how many of them each stop and organisation occurs, and the bound that follows. */
function sharesOf(needs: readonly (readonly Priced[])[]): Shares {
  const counts = new Map<string, number>();
  for (const options of needs) {
    for (const key of new Set(options.flatMap(({ stop, organization }) => [stop, organization])))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const part = (key: string, cost: number, paid: ReadonlySet<string>): number => (paid.has(key) ? 0 : cost / counts.get(key)!);
  const least = (options: readonly Priced[], paid: ReadonlySet<string>): number =>
    Math.min(...options.map((o) => o.asks + part(o.stop, o.toStop, paid) + part(o.organization, burden.organization, paid)));
  return { keys: new Set(counts.keys()), bound: (paid) => needs.reduce((sum, options) => sum + least(options, paid), 0) - 1e-6 };
}

const stateKey = (depth: number, paid: ReadonlySet<string>, { keys }: Shares): string =>
  [depth, ...[...paid].filter((key) => keys.has(key)).sort()].join('|');

function isCheaper(seen: Map<string, number>, state: string, cost: number): boolean {
  if ((seen.get(state) ?? Infinity) <= cost) return false;
  seen.set(state, cost);
  return true;
}
