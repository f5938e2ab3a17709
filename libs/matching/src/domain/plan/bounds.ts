import type { Position } from '@haven/kernel';
import { inSpace } from './in-space.js';

/** One candidate in the flat list of all; lengths are whole millimetres. */
export interface Node {
  readonly need: number;
  /** Among the options of its need. */
  readonly option: number;
  readonly stop: string;
  readonly organization: string;
  readonly position: Position;
  readonly fromOrigin: number;
  readonly besides: number;
}

/**
 * Costs are millimetres and stops in one number, in which a stop breaks ties only: there are 8 of them at most, and far fewer
 * millimetres than a number holds.
 */
export const stopTie = 16;

/** What a plan cannot cost less than. */
export interface Bounds {
  /** From one candidate to another. */
  leg(from: number, to: number): number;
  /** Of serving all needs outside `served` (bits), having come to a candidate of `served`. */
  onward(served: number, from: number): number;
}

/** Works backwards through the sets of served needs; yields on the way. */
export function* boundsOf(nodes: readonly Node[], needs: number, bed: number | null): Generator<void, Bounds> {
  const count = nodes.length;
  const legs = legsBetween(nodes);
  const ends = nodes.map(({ need }) => 1 << need);
  const least = new Float64Array(2 ** needs * count);
  const through = new Float64Array(count);
  for (let served = 2 ** needs - 2; served > 0; served -= 1) {
    // The bed comes first.
    if (bed !== null && (served & (1 << bed)) === 0) continue;
    const open = nodes.flatMap((_, n) => ((served & ends[n]!) === 0 ? [n] : []));
    for (const to of open) through[to] = nodes[to]!.besides * stopTie + least[(served | ends[to]!) * count + to]!;
    for (let from = 0; from < count; from += 1) {
      if ((served & ends[from]!) === 0) continue;
      let best = Infinity;
      for (const to of open) best = Math.min(best, legs[from * count + to]! + through[to]!);
      least[served * count + from] = best;
    }
    yield;
  }
  return { leg: (from, to) => legs[from * count + to]!, onward: (served, from) => least[served * count + from]! };
}

/** Straight through the Earth: never longer than along its surface, nearly as long where places are near, and much cheaper. */
function legsBetween(nodes: readonly Node[]): Float64Array {
  const points = nodes.map(({ position }) => inSpace(position));
  const legs = new Float64Array(nodes.length ** 2);
  nodes.forEach((a, i) =>
    nodes.forEach((b, j) => {
      const [[ax, ay, az], [bx, by, bz]] = [points[i]!, points[j]!];
      // True lengths are rounded to the millimetre, and so are these sums.
      const straight = Math.floor(Math.sqrt((ax - bx) ** 2 + (ay - by) ** 2 + (az - bz) ** 2) * 1000) - 2;
      legs[i * nodes.length + j] = a.stop === b.stop ? 0 : Math.max(0, straight) * stopTie + 1;
    }),
  );
  return legs;
}
