import { cellToLatLng, latLngToCell } from 'h3-js';
import type { Point } from '../reference/contract-types.js';
import { randomOf } from '../reference/requests/random.js';
import type { Random } from '../reference/requests/random.js';

const resolution = 5;
/** Medan is beside Binjai, in the same country: answers mix both. */
const cities = [
  { name: 'Medan', latitude: 3.5952, longitude: 98.6722 },
  { name: 'Binjai', latitude: 3.6001, longitude: 98.4854 },
];

/** The twins differ only in where confidential places are within their cells, and in data that reveals it. */
export type WorldName = 'first' | 'second';

/** PUBLIC is the same in both worlds; MARKED is confidential from the start, LATER after a second directory, EDITED after an edit. */
export type Secrecy = 'PUBLIC' | 'MARKED' | 'LATER' | 'EDITED';

/** A house and its position. */
export interface TwinPlace extends Point {
  readonly index: number;
  readonly secrecy: Secrecy;
  readonly city: string;
  readonly address: string;
  /** Part of dates and numbers. */
  readonly number: number;
}

const secrecies: readonly Secrecy[] = ['MARKED', 'PUBLIC', 'LATER', 'MARKED', 'PUBLIC', 'EDITED'];

/** The position of a house in a world. */
export function placeOf(seed: number, index: number, world: WorldName): TwinPlace {
  const random = randomOf(seed * 1_000 + index);
  const city = cities[index % cities.length]!;
  const secrecy = secrecies[index % secrecies.length]!;
  const spread = () => (random.next() - 0.5) * 0.4;
  const near = { latitude: city.latitude + spread(), longitude: city.longitude + spread() };
  if (secrecy === 'PUBLIC') return { index, secrecy, city: city.name, ...near, address: `${100 + index} Open Street`, number: 1 };
  const [one, other] = farApart(latLngToCell(near.latitude, near.longitude, resolution), random);
  const told =
    world === 'first'
      ? { ...one, address: `${300 + index} First Lane`, number: 2 }
      : { ...other, address: `${700 + index * 7} Second Row, back yard`, number: 5 };
  return { index, secrecy, city: city.name, ...told };
}

/** Two points of a cell, the farthest apart of a few random pairs, and not in the middle. */
function farApart(cell: string, random: Random): readonly [Point, Point] {
  const [latitude, longitude] = cellToLatLng(cell);
  const around = (middle: number) => Number((middle + (random.next() - 0.5) * 0.2).toFixed(6));
  const throws = Array.from({ length: 60 }, () => ({ latitude: around(latitude), longitude: around(longitude) }));
  const inside = throws.filter((point) => latLngToCell(point.latitude, point.longitude, resolution) === cell);
  const one = inside.reduce((far, point) => (apart(point, { latitude, longitude }) > apart(far, { latitude, longitude }) ? point : far));
  return [one, inside.reduce((far, point) => (apart(point, one) > apart(far, one) ? point : far))];
}

const apart = (a: Point, b: Point): number => Math.hypot(a.latitude - b.latitude, a.longitude - b.longitude);
