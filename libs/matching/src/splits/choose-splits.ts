import { geodesicMeters, type Position } from '@haven/kernel';
import type { Part } from './parts.js';

/** The most splits in a report. */
export const splitsMost = 5;
/** The most parts of a split. */
const partsInSplitMost = 4;
/** The most steps of a search for each number of parts, some 20 ms of one processor. */
const stepsMost = 100_000;
/** Others have a turn after so many steps. */
const stepsInTurn = 500;

/** A place where a part could go. */
export interface SplitOption {
  readonly serviceId: string;
  readonly position: Position;
  readonly meters: number;
}

/** A part with the places where it could go, best first. */
export interface PossiblePart<T extends SplitOption> {
  readonly part: Part;
  readonly options: readonly T[];
}

/** A split: parts that make up the whole party, each with its own place. */
export interface Split<T extends SplitOption> {
  readonly parts: readonly { readonly part: Part; readonly option: T }[];
  /** The distance between the two places that are farthest from each other. */
  readonly apartMeters: number;
  /** All burdens, plus the distance between the parts. */
  readonly meters: number;
}

/**
 * The cheapest ways to split a party, in as few parts as possible. Each part goes to another service. Ends after a limit of steps; yields
 * during the search.
 */
export function* chooseSplits<T extends SplitOption>(all: Part, possible: readonly PossiblePart<T>[]): Generator<void, Split<T>[]> {
  for (let parts = 2; parts <= partsInSplitMost; parts += 1) {
    const effort = { left: stepsMost };
    const splits: Split<T>[] = [];
    for (const partition of partitions(all, possible, parts, effort)) {
      const best = partition && bestPlaces(partition, effort);
      if (best) splits.push(best);
      yield;
    }
    if (splits.length > 0) return splits.sort((a, b) => a.meters - b.meters).slice(0, splitsMost);
  }
  return [];
}

/** The steps that are left. */
interface Effort {
  left: number;
}

type Partition<T extends SplitOption> = readonly PossiblePart<T>[];

/** All ways to divide the party into this many parts, each once: the parts come in order. A null only marks that time has passed. */
function* partitions<T extends SplitOption>(
  all: Part,
  possible: readonly PossiblePart<T>[],
  parts: number,
  effort: Effort,
): Generator<Partition<T> | null> {
  for (const [index, one] of possible.entries()) {
    if ((effort.left -= 1) < 0) return;
    if (effort.left % stepsInTurn === 0) yield null;
    const rest = all.map((count, kind) => count - one.part[kind]!);
    if (rest.some((count) => count < 0)) continue;
    if (parts === 1) {
      if (rest.every((count) => count === 0)) yield [one];
      continue;
    }
    for (const others of partitions(rest, possible.slice(index), parts - 1, effort)) yield others && [one, ...others];
  }
}

/** The cheapest choice of places; null if there is none. */
function bestPlaces<T extends SplitOption>(partition: Partition<T>, effort: Effort): Split<T> | null {
  let best: Split<T> | null = null;
  const visit = (chosen: readonly T[], burden: number): void => {
    if (best && burden >= best.meters) return;
    const next = partition[chosen.length];
    if (!next) {
      best = splitOf(partition, chosen, burden, best);
      return;
    }
    for (const option of next.options) {
      if ((effort.left -= 1) < 0) return;
      if (chosen.every(({ serviceId }) => serviceId !== option.serviceId)) visit([...chosen, option], burden + option.meters);
    }
  };
  visit([], 0);
  return best;
}

function splitOf<T extends SplitOption>(partition: Partition<T>, chosen: readonly T[], burden: number, best: Split<T> | null): Split<T> {
  const lengths = chosen.flatMap((a, i) => chosen.slice(i + 1).map((b) => geodesicMeters(a.position, b.position)));
  const apartMeters = Math.round(Math.max(...lengths) * 1000) / 1000;
  const meters = Math.round((burden + apartMeters) * 1000) / 1000;
  if (best && best.meters <= meters) return best;
  return { parts: partition.map(({ part }, i) => ({ part, option: chosen[i]! })), apartMeters, meters };
}
