import type { Position, Rings } from './rings.js';

/** If two corners are farther apart than half a turn, the edge goes the short way round the Earth; a full turn is a line of latitude. */
const [halfRound, wholeRound] = [180, 360];

/**
 * Polygons with the same area whose longitudes are on Earth: one that crosses the antimeridian is cut there, as GeoJSON requires. Returns
 * the same rings if none crosses it; null if longitudes are off the Earth and cutting makes no sense.
 */
export function cutAtAntimeridian(rings: Rings): readonly Rings[] | null {
  const passes = rings.some((ring) => isOff(ring) || jumps(ring));
  if (!passes) return [rings];
  const unrolled = rings.map((ring) => (jumps(ring) ? ring.map(toEast) : ring));
  if (unrolled.some((ring) => widthOf(ring) > halfRound)) return rings.some(isOff) ? null : [rings];
  return [-wholeRound, 0, wholeRound].flatMap((by) => {
    const [outer = [], ...holes] = unrolled.map((ring) => clipped(ring.map(([x, y]): Position => [x + by, y])));
    return outer.length === 0 ? [] : [[outer, ...holes.filter((hole) => hole.length > 0)]];
  });
}

const isOff = (ring: readonly Position[]): boolean => ring.some(([x]) => Math.abs(x) > halfRound);

/** An edge from 179 to -179 is short; it does not cross all longitudes of the Earth. */
const jumps = (ring: readonly Position[]): boolean =>
  ring.slice(1).some(([x], before) => {
    const by = Math.abs(x - ring[before]![0]);
    return by > halfRound && by < wholeRound;
  });

const toEast = ([x, y]: Position): Position => [x < 0 ? x + wholeRound : x, y];

function widthOf(ring: readonly Position[]): number {
  const xs = ring.map(([x]) => x);
  return xs.reduce((most, x) => Math.max(most, x), -Infinity) - xs.reduce((least, x) => Math.min(least, x), Infinity);
}

/** The part of the ring between the antimeridian and itself; empty if it has no area. */
function clipped(ring: Position[]): Position[] {
  const west = keptOf(ring, (x) => x >= -halfRound, -halfRound);
  const kept = keptOf(west, (x) => x <= halfRound, halfRound);
  return kept.length > 3 && widthOf(kept) > 0 ? kept : [];
}

/** The part of a closed ring on one side of a meridian, closed again. */
function keptOf(ring: readonly Position[], isKept: (x: number) => boolean, meridian: number): Position[] {
  const corners = ring.slice(1).flatMap((to, before): Position[] => {
    const from = ring[before]!;
    const crosses = isKept(from[0]) !== isKept(to[0]);
    const at: Position[] = crosses ? [[meridian, from[1] + ((meridian - from[0]) / (to[0] - from[0])) * (to[1] - from[1])]] : [];
    return isKept(to[0]) ? [...at, to] : at;
  });
  return corners.length === 0 ? [] : [...corners, corners[0]!];
}
