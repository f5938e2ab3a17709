import { featuresIn } from '@rapideditor/country-coder';
import { polygonToCells } from 'h3-js';
import { once } from '../once.js';
import { demandResolution } from './demand-of.js';

type Outline = { readonly coordinates: readonly number[][][][] } | null;

/** How many demand cells have their centre in a country. If there are few, a hidden count in one of them is easily worked out. */
export const cellsIn = once((country: string): number => {
  const polygons = featuresIn(country).flatMap(({ geometry }) => (geometry as Outline)?.coordinates ?? []);
  return polygons.reduce((sum, polygon) => sum + polygonToCells(polygon, demandResolution, true).length, 0);
});
