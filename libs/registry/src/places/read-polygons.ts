import { cutAtAntimeridian } from './antimeridian.js';
import { isRecord, type JsonRecord, listOf } from '../reading/json-record.js';
import type { Position, Rings } from './rings.js';

/** Polygons of a geometry. `mended`: it breaks the rules of GeoJSON, but its meaning is plain. `unread`: a part of it cannot be read. */
export interface PolygonsRead {
  readonly polygons: readonly Rings[];
  readonly mended: boolean;
  readonly unread: boolean;
}

const unread: PolygonsRead = { polygons: [], mended: false, unread: true };

const joined = (parts: readonly PolygonsRead[]): PolygonsRead =>
  parts.length === 0
    ? unread
    : {
        polygons: parts.flatMap(({ polygons }) => polygons),
        mended: parts.some(({ mended }) => mended),
        unread: parts.some((part) => part.unread),
      };

/** All polygons of a GeoJSON object, however nested. */
export function readGeoJson(geometry: unknown): PolygonsRead {
  if (!isRecord(geometry)) return unread;
  const all = (property: string) => joined(listOf(geometry, property).map(readGeoJson));
  switch (geometry.type) {
    case 'Polygon':
      return readPolygon(geometry.coordinates);
    case 'MultiPolygon':
      return Array.isArray(geometry.coordinates) ? joined(geometry.coordinates.map(readPolygon)) : unread;
    case 'Feature':
      return readGeoJson(geometry.geometry);
    case 'FeatureCollection':
      return all('features');
    case 'GeometryCollection':
      return all('geometries');
    default:
      return unread;
  }
}

/** Whether the object is a kind of GeoJSON or TopoJSON: a drawing, not a name. */
export const isDrawn = (value: unknown): value is JsonRecord => isRecord(value) && typeof value.type === 'string';

/** A polygon with one bad ring is left out as a whole: a missing hole would widen the area. */
function readPolygon(coordinates: unknown): PolygonsRead {
  if (!Array.isArray(coordinates) || coordinates.length === 0) return unread;
  const rings = coordinates.map(ringOf);
  if (!rings.every((ring) => ring !== null)) return unread;
  const turned = rings.flat().some(([, latitude]) => Math.abs(latitude) > 90);
  const onEarth = turned ? rings.map((ring) => ring.map(([latitude, longitude]): Position => [longitude, latitude])) : rings;
  const closed = onEarth.map(close);
  const polygons = cutAtAntimeridian(closed);
  if (polygons === null || !polygons.flat(2).every(isOnEarth)) return unread;
  if (closed.some((ring) => ring.length < 4) || isNowhere(closed)) return unread;
  const isDrawnSo = polygons[0] === closed && closed.every((ring, place) => ring === onEarth[place]);
  return { polygons, mended: turned || !isDrawnSo, unread: false };
}

/** It encloses no area, or its holes cover it: nobody could be in it. */
function isNowhere([outer = [], ...holes]: Rings): boolean {
  const left = holes.reduce((area, hole) => area - extentOf(hole), extentOf(outer));
  return left <= extentOf(outer) * 1e-9;
}

/** The area of a ring, in square degrees. */
const extentOf = (ring: readonly Position[]): number =>
  Math.abs(ring.slice(1).reduce((sum, [x, y], before) => sum + ring[before]![0] * y - x * ring[before]![1], 0)) / 2;

/** Whether the position lies in one of the polygons. */
export const areaHolds = (polygons: readonly Rings[], position: Position): boolean =>
  polygons.some((rings) => rings.filter((ring) => encloses(ring, position)).length % 2 === 1);

/** A position is inside if a ray to the east crosses the ring an odd number of times. */
function encloses(ring: readonly Position[], [x, y]: Position): boolean {
  const crossed = ring.slice(1).filter(([x2, y2], before) => {
    const [x1, y1] = ring[before]!;
    return y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1);
  });
  return crossed.length % 2 === 1;
}

function ringOf(ring: unknown): Position[] | null {
  if (!Array.isArray(ring)) return null;
  const positions = ring.map((position) => (Array.isArray(position) ? position.slice(0, 2).map(numeric) : []));
  return positions.every((position) => position.length === 2 && position.every(Number.isFinite)) ? (positions as Position[]) : null;
}

const numeric = (value: unknown): number =>
  typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;

const isOnEarth = ([longitude, latitude]: Position): boolean => Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;

/** Returns the same ring if it is closed already. */
function close(ring: Position[]): Position[] {
  const [first, last] = [ring[0], ring.at(-1)];
  return !first || !last || (first[0] === last[0] && first[1] === last[1]) ? ring : [...ring, first];
}

/** Longitude first, then latitude, on WGS 84: nearly everybody writes it so. */
const wkt = /^(?:SRID\s*=\s*4326\s*;)?\s*(MULTI)?POLYGON\s*(?:ZM?|M)?\s*(\(.*\))\s*$/is;

/** Polygons of well-known text; null if the text is not well-known text. */
export function readWkt(text: string): PolygonsRead | null {
  const [, multi, body] = wkt.exec(text) ?? [];
  if (body === undefined) return null;
  const positions = body.replace(/[^(),]+/g, (numbers) => {
    const [longitude = '', latitude = ''] = numbers.trim().split(/\s+/);
    return longitude === '' ? '' : JSON.stringify([longitude, latitude]);
  });
  try {
    const coordinates: unknown = JSON.parse(positions.replaceAll('(', '[').replaceAll(')', ']'));
    const read = readGeoJson({ type: multi ? 'MultiPolygon' : 'Polygon', coordinates });
    return { ...read, mended: true };
  } catch {
    return unread;
  }
}
