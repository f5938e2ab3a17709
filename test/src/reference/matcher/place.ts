import { iso1A2Code } from '@rapideditor/country-coder';
import type { AskedPerson, ListedLocation, ListedService, MatchRequest, Point } from '../contract-types.js';
import { cellCorners, cellTouches, pointIn, pointInRing } from '../geometry/shapes.js';
import type { Inside } from '../geometry/shapes.js';
import { vincentyMeters } from '../geometry/vincenty.js';

const defaultKilometres = 100;

/** Rules about places. Each is a function, so that a test can replace one by a wrong one. */
export interface PlaceRules {
  near(meters: number, maxKilometres: number): boolean;
  /** Whether a service without a known position may serve somebody at the origin. */
  somewhere(service: ListedService, location: ListedLocation, origin: Point): boolean;
  country(location: ListedLocation, origin: string | null, request: MatchRequest, party: readonly AskedPerson[]): boolean;
  /** IN: the place is in an area to avoid. */
  avoided(location: ListedLocation, request: MatchRequest): Inside;
  /** OUT: the service has an area that does not cover the origin. */
  covers(service: ListedService, origin: Point): Inside;
}

/** By the schema at crossBorder: nobody of a party crosses if a member has no papers. At sea no border is known. */
const withoutPapers = ['UNDOCUMENTED', 'STATELESS'];

/** By contract and design. */
export const placeRules: PlaceRules = {
  near: (meters, maxKilometres) => Math.round(meters * 1000) <= Math.round(maxKilometres * 1_000_000),
  somewhere: (service, { country }, origin) => {
    if ((service.hsds.service_areas ?? []).length > 0) return coverOf(service, origin) !== 'OUT';
    const here = countryOf(origin);
    return country === null || here === null || here === country;
  },
  country: (location, origin, request, party) =>
    origin === null ||
    location.country === null ||
    location.country === origin ||
    (request.crossBorder === true && party.every((person) => !withoutPapers.includes(person.legalStatus ?? ''))),
  avoided: (location, request) => {
    if (location.isSomewhere) return 'OUT';
    const areas = request.avoid ?? [];
    const cell = location.precision === 'EXACT' ? null : cellCorners(location);
    return anyInside(areas.map((area) => (cell ? cellTouches(area, cell) : pointIn(area, location))));
  },
  covers: (service, origin) => {
    const cover = coverOf(service, origin);
    return cover === 'UNCLEAR' ? 'IN' : cover;
  },
};

const anyInside = (each: readonly Inside[]): Inside => (each.includes('IN') ? 'IN' : each.includes('EDGE') ? 'EDGE' : 'OUT');

/** Country of a point, or territory with its own code, by the offline boundaries. */
export const countryOf = (point: Point): string | null => iso1A2Code([point.longitude, point.latitude], { level: 'territory' });

/** Largest distance of a request in kilometres. */
export const maxKilometres = (request: MatchRequest): number => request.maxDistanceKm ?? defaultKilometres;

/**
 * Metres from the origin to a place, as shown: to the centre of the cell for a confidential one; the greatest distance if the position is
 * unknown.
 */
export const metersTo = (location: ListedLocation, request: MatchRequest): number =>
  location.isSomewhere ? maxKilometres(request) * 1000 : vincentyMeters(request.origin.point, location);

/** Whether a service has a known position. */
export const isPlaced = ({ locations }: ListedService): boolean => locations.some(({ isSomewhere }) => !isSomewhere);

/** The country of a match: that of its place, else that of the address of a service without a known position. */
export const countryOfMatch = (place: { readonly country: string | null } | null, { locations }: ListedService): string | null =>
  place ? place.country : (locations[0]?.country ?? null);

type Cover = Inside | 'UNCLEAR';

/** Whether the areas of a service cover a point; UNCLEAR: a question. */
export function coverOf({ hsds }: ListedService, point: Point): Cover {
  const areas = hsds.service_areas ?? [];
  const each = areas.map((area) => (area.extent ? insideExtent(area.extent, point) : insideNamed(area.name, point)));
  const cover = (['IN', 'EDGE', 'UNCLEAR'] as const).find((one) => each.includes(one));
  return areas.length === 0 ? 'IN' : (cover ?? 'OUT');
}

/** A whole country; any other named area could cover anything. */
function insideNamed(name: unknown, point: Point): Cover {
  const [, country] = /^Whole country \((\w\w)\)$/.exec(String(name)) ?? [];
  const here = countryOf(point);
  if (!country || !here) return 'UNCLEAR';
  return here === country ? 'IN' : 'OUT';
}

/** One or several GeoJSON polygons; an area that cannot be read could cover anything. */
function insideExtent(extent: unknown, point: Point): Cover {
  const shape = (typeof extent === 'string' ? parsed(extent) : extent) as { type?: string; coordinates?: unknown } | null | undefined;
  if (shape?.type === 'Polygon') return insidePolygon(shape.coordinates as number[][][], point);
  if (shape?.type === 'MultiPolygon')
    return anyInside((shape.coordinates as number[][][][]).map((polygon) => insidePolygon(polygon, point)));
  return 'UNCLEAR';
}

function insidePolygon([outer, ...holes]: readonly number[][][], point: Point): Inside {
  const ringOf = (pairs: readonly number[][]) =>
    pairs.slice(0, -1).map(([longitude, latitude]) => ({ latitude: latitude!, longitude: longitude! }));
  const hole = anyInside(holes.map((ring) => pointInRing(ringOf(ring), point)));
  if (hole !== 'OUT') return hole === 'IN' ? 'OUT' : 'EDGE';
  return pointInRing(ringOf(outer!), point);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
