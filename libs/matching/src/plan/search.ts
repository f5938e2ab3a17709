import { geodesicMeters } from '@haven/kernel';
import { stopTie, type Bounds, type Node } from './bounds.js';

/** The work of a search: steps to a further candidate, good or bad. It ends at the limit, although a better plan might be left. */
export interface SearchEffort {
  visits: number;
  readonly most: number;
}

/** A complete route, or the beginning of one. */
interface Way {
  readonly served: number;
  readonly nodes: readonly number[];
  /** The last candidate with a position. Null: none, so the route is still at the origin. */
  readonly at: number | null;
  readonly cost: number;
  readonly organizations: ReadonlySet<string>;
  /** Sum of the indexes in the lists of options. */
  readonly ranks: number;
}

/** The best route, and the least cost of what was left when the limit was reached. */
export interface FoundWay {
  readonly nodes: readonly number[];
  readonly cost: number;
  readonly left: number;
}

const begin: Way = { served: 0, nodes: [], at: null, cost: 0, organizations: new Set(), ranks: 0 };

const isBetter = (a: Way, b: Way | null): boolean =>
  b === null || (a.cost - b.cost || a.organizations.size - b.organizations.size || a.ranks - b.ranks) < 0;

/** Branch and bound. The bounds are so tight that little is searched besides the best plans and their equals. */
export function* searchWays(
  nodes: readonly Node[],
  needs: number,
  bed: number | null,
  bounds: Bounds,
  effort: SearchEffort,
): Generator<void, FoundWay> {
  const step = stepper(nodes);
  const isKnown = knownBetter(nodes);
  let best: Way | null = null;
  let left = Infinity;

  const atLeast = (way: Way, to: number): number => {
    const { need, drawback, position } = nodes[to]!;
    const at = position === null ? way.at : to;
    return way.cost + bounds.leg(way.at, to) + drawback * stopTie + bounds.onward(way.served | (1 << need), at);
  };
  const isNext = (way: Way, need: number) => (way.served & (1 << need)) === 0 && (bed === null || way.served !== 0 || need === bed);

  function* visit(way: Way): Generator<void, void> {
    if (way.nodes.length === needs) {
      if (isBetter(way, best)) best = way;
      return;
    }
    if (isKnown(way)) return;
    const steps = nodes
      .flatMap(({ need }, to) => (isNext(way, need) ? [{ to, cost: atLeast(way, to) }] : []))
      .filter(({ cost }) => best === null || cost <= best.cost)
      .sort((a, b) => a.cost - b.cost || a.to - b.to);
    for (const { to, cost } of steps) {
      if (best !== null && cost > best.cost) return;
      if (best !== null && effort.visits >= effort.most) {
        left = Math.min(left, cost);
        return;
      }
      effort.visits += 1;
      if (effort.visits % 64 === 0) yield;
      yield* visit(step(way, to));
    }
  }
  yield* visit(begin);
  return { nodes: best!.nodes, cost: best!.cost, left };
}

/** Extends a route by a candidate, with the true length. */
function stepper(nodes: readonly Node[]): (way: Way, to: number) => Way {
  const lengths = new Map<number, number>();
  const lengthOf = (from: number, to: number): number => {
    const key = from * nodes.length + to;
    const known = lengths.get(key) ?? Math.round(geodesicMeters(nodes[from]!.position!, nodes[to]!.position!) * 1000);
    lengths.set(key, known);
    return known;
  };
  const legOf = (from: number | null, to: number): number => {
    if (nodes[to]!.position === null) return 1;
    if (from === null) return nodes[to]!.fromOrigin * stopTie + 1;
    return nodes[from]!.stop === nodes[to]!.stop ? 0 : lengthOf(from, to) * stopTie + 1;
  };
  return (way, to) => {
    const { need, option, drawback, organization, position } = nodes[to]!;
    return {
      served: way.served | (1 << need),
      nodes: [...way.nodes, to],
      at: position === null ? way.at : to,
      cost: way.cost + legOf(way.at, to) + drawback * stopTie,
      organizations: new Set(way.organizations).add(organization),
      ranks: way.ranks + option,
    };
  };
}

/**
 * Two routes that have served the same needs, ended at the same stop and can share the same organizations continue alike: one is enough.
 */
function knownBetter(nodes: readonly Node[]): (way: Way) => boolean {
  const known = new Map<string, Way>();
  const needsOf = new Map<string, number>();
  for (const { organization, need } of nodes) needsOf.set(organization, (needsOf.get(organization) ?? 0) | (1 << need));
  return (way) => {
    const sharable = [...way.organizations].filter((one) => (needsOf.get(one)! & ~way.served) !== 0).sort();
    const key = JSON.stringify([way.served, nodes[way.at ?? -1]?.stop, sharable]);
    const before = known.get(key);
    if (before && !isBetter(way, before)) return true;
    known.set(key, way);
    return false;
  };
}
