import type { Position } from '@haven/kernel';
import { inSpace } from './in-space.js';

/** One candidate in the flat list of all; lengths are whole millimetres. */
export interface Node {
  readonly need: number;
  /** Index among the options of its need. */
  readonly option: number;
  readonly stop: string;
  readonly organization: string;
  /** Null: the route does not go there. */
  readonly position: Position | null;
  readonly fromOrigin: number;
  /** Millimetres, as `fromOrigin`. */
  readonly drawback: number;
}

/**
 * Costs are millimetres and stops in one number. Stops only break ties: there are 8 at most, and the number has room for far more
 * millimetres.
 */
export const stopTie = 16;

/** Lower bounds for the cost of a plan. */
export interface Bounds {
  /** From one candidate, or from the origin, to another. */
  leg(from: number | null, to: number): number;
  /** For serving all needs outside `served` (bits), from a candidate of `served`, or from the origin. */
  onward(served: number, from: number | null): number;
}

/** Works backwards through the sets of served needs; yields after each. */
export function* boundsOf(nodes: readonly Node[], needs: number, bed: number | null): Generator<void, Bounds> {
  // The last index is the origin: a route stays there as long as all its candidates have unknown positions.
  const [count, origin] = [nodes.length + 1, nodes.length];
  const legs = legsBetween(nodes);
  const ends = nodes.map(({ need }) => 1 << need);
  const stays = nodes.map(({ position }) => position === null);
  const least = new Float64Array(2 ** needs * count);
  const through = new Float64Array(count);
  for (let served = 2 ** needs - 2; served > 0; served -= 1) {
    // The bed comes first.
    if (bed !== null && (served & (1 << bed)) === 0) continue;
    const open = nodes.flatMap((_, n) => ((served & ends[n]!) === 0 ? [n] : []));
    const [there, nowhere] = [open.filter((to) => !stays[to]), open.filter((to) => stays[to])];
    for (const to of there) through[to] = nodes[to]!.drawback * stopTie + least[(served | ends[to]!) * count + to]!;
    for (let from = 0; from < count; from += 1) {
      if (from !== origin && (served & ends[from]!) === 0) continue;
      let best = Infinity;
      for (const to of there) best = Math.min(best, legs[from * count + to]! + through[to]!);
      for (const to of nowhere) best = Math.min(best, nodes[to]!.drawback * stopTie + 1 + least[(served | ends[to]!) * count + from]!);
      least[served * count + from] = best;
    }
    yield;
  }
  return {
    leg: (from, to) => legs[(from ?? origin) * count + to]!,
    onward: (served, from) => least[served * count + (from ?? origin)]!,
  };
}

type Point = ReturnType<typeof inSpace>;

/**
 * Straight through the Earth: never longer than along its surface, nearly as long for near places, and much cheaper. The origin comes last.
 */
function legsBetween(nodes: readonly Node[]): Float64Array {
  const points = nodes.map(({ position }) => position && inSpace(position));
  const count = nodes.length + 1;
  const legs = new Float64Array(count ** 2);
  nodes.forEach((to, j) => {
    legs[nodes.length * count + j] = to.fromOrigin * stopTie + 1;
    nodes.forEach((from, i) => {
      const isThere = from.stop === to.stop && to.position !== null;
      legs[i * count + j] = isThere ? 0 : straight(points[i], points[j]) * stopTie + 1;
    });
  });
  return legs;
}

/** In whole millimetres. True lengths are rounded to the millimetre, and so are these sums. */
function straight(from: Point | null | undefined, to: Point | null | undefined): number {
  if (!from || !to) return 0;
  const [[ax, ay, az], [bx, by, bz]] = [from, to];
  return Math.max(0, Math.floor(Math.sqrt((ax - bx) ** 2 + (ay - by) ** 2 + (az - bz) ** 2) * 1000) - 2);
}
