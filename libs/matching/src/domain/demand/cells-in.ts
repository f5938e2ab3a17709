import { featuresIn } from '@rapideditor/country-coder';
import { polygonToCells } from 'h3-js';
import { demandResolution } from './demand-of.js';

type Outline = { readonly coordinates: readonly number[][][][] } | null;

const known = new Map<string, number>();

/** How many cells of demand have their centre in a country: where there are few, what is hidden in one of them is easily worked out. */
export function cellsIn(country: string): number {
  const cells = known.get(country) ?? countCells(country);
  known.set(country, cells);
  return cells;
}

function countCells(country: string): number {
  const polygons = featuresIn(country).flatMap(({ geometry }) => (geometry as Outline)?.coordinates ?? []);
  return polygons.reduce((sum, polygon) => sum + polygonToCells(polygon, demandResolution, true).length, 0);
}
