import { geodesicMeters, toMillimetres } from '@haven/kernel';
import type { NeedCategory } from '@haven/kernel';
import type { Spot } from '../../judging/candidate.js';
import type { Listed } from '../../judging/funnel.js';
import type { MatchRequest } from '../../request/request.js';
import { rowsOf, type Prepared } from '@haven/persistence';
import type { Reading } from './reading.js';
import type { VersionedRow } from './witness.js';

// $1 longitude, $2 latitude, $3 category, $4 metres at most, $5 origin country, $6 whether borders are open
export const origin = 'public.ST_SetSRID(public.ST_MakePoint($1::float8, $2::float8), 4326)::public.geography';
export const countryFits = '($6::boolean OR country IS NULL OR $5::text IS NULL OR country = $5::text)';

/** Metres on the sphere, the order of the index. */
export const reach = `position OPERATOR(public.<->) ${origin}`;

/** Nearest first. SORTED works without the index. */
export const orders = { INDEX: reach, SORTED: `(${reach}) + 0` } as const;
export type Order = keyof typeof orders;

/**
 * PostGIS rounds what it measures to 10 nanometres, and PostgreSQL fails when that is less than the bound in the index. Bounds are single
 * precision, which leaves room enough everywhere but where a coordinate of the unit vector is about 0: at the poles, on the equator, and
 * on four meridians.
 */
export function orderFor({ origin: { latitude, longitude } }: MatchRequest): Order {
  const [up, round] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
  const unit = [Math.cos(up) * Math.cos(round), Math.cos(up) * Math.sin(round), Math.sin(up)];
  return unit.some((part) => Math.abs(part) < 1e-6) ? 'SORTED' : 'INDEX';
}

/** Stored columns of a place. The distance is computed here, because the embedded database takes ten times as long. */
export const spotColumns = `service_id, location_id, latitude, longitude, precision, cell, country, active, has_area, version AS service_version,
  ${countryFits} AS country_fits`;

/** The names of these columns. */
export const spotNames =
  'service_id, location_id, latitude, longitude, precision, cell, country, active, has_area, service_version, country_fits';

/** Places of a category. */
export const spots = (condition: string): string => `SELECT ${spotColumns} FROM matching.site WHERE category = $3 AND ${condition}`;

/** The same distance on the sphere, with room for the difference to the ellipsoid. */
export const roughly = (meters: number): number => meters * 1.01 + 1;
export const roughlyWithin = `public.ST_DWithin(position, ${origin}, $4::float8 * 1.01 + 1, false)`;

/** A row of {@link spots}. */
export interface SpotRow extends VersionedRow {
  readonly location_id: string;
  /** Null: not known. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly precision: Spot['precision'];
  readonly cell: string | null;
  readonly country: string | null;
  readonly active: boolean;
  readonly country_fits: boolean;
}

/** The parameters of {@link spots}. */
export const spotValues = (request: MatchRequest, category: NeedCategory) => [
  request.origin.longitude,
  request.origin.latitude,
  category,
  toMillimetres(request.maxDistanceMeters),
  request.originCountry,
  request.border === 'OPEN' || request.border === 'ASK',
];

/**
 * Reads a row. A place with an unknown position counts as being at the greatest distance of the request. Distances are on the ellipsoid,
 * and compared as they are shown, in millimetres.
 */
export function toSpot({ origin: from, maxDistanceMeters }: MatchRequest, row: SpotRow): Spot {
  const { latitude, longitude } = row;
  const position = latitude === null || longitude === null ? null : { latitude, longitude };
  const most = toMillimetres(maxDistanceMeters);
  const meters = position ? toMillimetres(geodesicMeters(from, position)) : most;
  return {
    serviceId: row.service_id,
    locationId: row.location_id,
    position,
    precision: row.precision,
    cell: row.cell,
    country: row.country,
    meters,
    within: meters <= most,
    countryFits: row.country_fits,
    active: row.active,
  };
}

const considered: Prepared<{ considered: number }> = {
  name: 'match-considered',
  text: `SELECT count(DISTINCT service_id)::int AS considered FROM matching.site WHERE category = $3 AND active AND ${roughlyWithin}
      AND round(public.ST_Distance(position, ${origin}, true)::numeric, 3) <= $4::numeric`,
};

const listed: Prepared<Listed> = {
  name: 'match-listed',
  text: `SELECT count(DISTINCT service_id)::int AS services, count(DISTINCT service_id) FILTER (WHERE active)::int AS active
    FROM matching.site WHERE category = $1`,
};

/** How many active services of a category are within the distance. */
export async function consideredOf({ reader }: Reading, request: MatchRequest, category: NeedCategory): Promise<number> {
  const [counted] = await rowsOf(reader, considered, spotValues(request, category).slice(0, 4));
  return counted!.considered;
}

/** How many services of a category there are, and how many of them take people. */
export async function listedOf({ reader }: Reading, category: NeedCategory): Promise<Listed> {
  const [counted] = await rowsOf(reader, listed, [category]);
  return counted!;
}
