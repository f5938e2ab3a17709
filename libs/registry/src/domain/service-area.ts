import { type JsonRecord, isRecord, listOf, textOf } from './json-record.js';

/** GeoJSON multipolygon, positions as [longitude, latitude]. */
export interface MultiPolygon {
  readonly type: 'MultiPolygon';
  readonly coordinates: [number, number][][][];
}

/** Union of the areas that a service declares as GeoJSON; null when it declares none, or none that can be read. */
export function serviceAreaOf(service: JsonRecord): MultiPolygon | null {
  const polygons = listOf(service, 'service_areas')
    .filter(isGeoJson)
    .flatMap((area) => polygonsOf(extentOf(area)));
  return polygons.length === 0 ? null : { type: 'MultiPolygon', coordinates: polygons };
}

const isGeoJson = (area: JsonRecord): boolean => textOf(area, 'extent_type')?.toLowerCase() === 'geojson';

function extentOf(area: JsonRecord): unknown {
  if (isRecord(area.extent)) return area.extent;
  try {
    return JSON.parse(textOf(area, 'extent') ?? 'null');
  } catch {
    return null;
  }
}

function polygonsOf(geometry: unknown): [number, number][][][] {
  if (!isRecord(geometry)) return [];
  switch (geometry.type) {
    case 'Polygon':
      return valid([geometry.coordinates]);
    case 'MultiPolygon':
      return Array.isArray(geometry.coordinates) ? valid(geometry.coordinates) : [];
    case 'Feature':
      return polygonsOf(geometry.geometry);
    case 'FeatureCollection':
      return listOf(geometry, 'features').flatMap(polygonsOf);
    case 'GeometryCollection':
      return listOf(geometry, 'geometries').flatMap(polygonsOf);
    default:
      return [];
  }
}

/** A polygon with one bad ring is left out whole: a missing hole would widen the area. */
const valid = (polygons: readonly unknown[]): [number, number][][][] =>
  polygons
    .filter((polygon): polygon is unknown[][][] => Array.isArray(polygon) && polygon.length > 0 && polygon.every(isRing))
    .map((polygon) => polygon.map((ring) => ring.map(([longitude, latitude]) => [longitude as number, latitude as number])));

function isRing(ring: unknown): boolean {
  if (!Array.isArray(ring) || ring.length < 4 || !ring.every(isPosition)) return false;
  const [first, last] = [ring[0] as number[], ring.at(-1) as number[]];
  return first[0] === last[0] && first[1] === last[1];
}

function isPosition(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  const [longitude, latitude] = value as unknown[];
  return typeof longitude === 'number' && typeof latitude === 'number' && Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
}
