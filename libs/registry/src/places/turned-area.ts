import { iso1A2Codes } from '@rapideditor/country-coder';
import { areaHolds } from './read-polygons.js';
import type { Position, Rings } from './rings.js';

/** Where a service is. */
export interface Surroundings {
  readonly positions: readonly Position[];
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
}

/**
 * The polygons with latitude and longitude exchanged, if they are plainly drawn that way: no place of the service is inside them as drawn
 * and all places are inside when exchanged, or only when exchanged they touch a country of the service. Null: they are right, or nobody
 * knows.
 */
export function turnedArea(polygons: readonly Rings[], { positions, countries }: Surroundings): readonly Rings[] | null {
  const isAmong = (area: readonly Rings[]) => (position: Position) => areaHolds(area, position);
  if (polygons.length === 0 || positions.some(isAmong(polygons))) return null;
  const turned = polygons.map((rings) => rings.map((ring) => ring.map(([x, y]): Position => [y, x])));
  if (!turned.flat(2).every(([, latitude]) => Math.abs(latitude) <= 90)) return null;
  const holdsAll = positions.length > 0 && positions.every(isAmong(turned));
  return holdsAll || (!touches(polygons, countries) && touches(turned, countries)) ? turned : null;
}

const touches = (polygons: readonly Rings[], countries: readonly string[]): boolean =>
  countries.length > 0 && polygons.flat(2).some((position) => iso1A2Codes(position).some((code) => countries.includes(code)));
