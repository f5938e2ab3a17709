import geographiclib from 'geographiclib-geodesic';
import type { Position } from './geo.js';

const wgs84 = geographiclib.Geodesic.WGS84;

/** Length in metres of the shortest path on the WGS 84 ellipsoid (Karney 2013: accurate to nanometres, antipodes included). */
export function geodesicMeters(from: Position, to: Position): number {
  return wgs84.Inverse(from.latitude, from.longitude, to.latitude, to.longitude, geographiclib.Geodesic.DISTANCE).s12 ?? Number.NaN;
}

/** Rounds to millimetres. All distances are compared and shown in this precision, so that "at most" means the same everywhere. */
export const toMillimetres = (meters: number): number => Math.round(meters * 1000) / 1000;
