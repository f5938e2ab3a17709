import { toMillimetres } from '@haven/kernel';
import type { NeedCategory } from '@haven/kernel';
import type { Spot } from '../domain/candidate.js';
import type { Listed } from '../domain/funnel.js';
import { limits } from '../domain/read-request.js';
import type { MatchRequest } from '../domain/request.js';
import type { Reading } from './reading.js';
import { serviceVersion, type VersionedRow } from './witness.js';

/** Places beyond the distance that are looked at for near misses. */
export const beyondMax = 250;

// $1 longitude, $2 latitude, $3 category, $4 metres at most, $5 origin country, $6 whether borders are open
export const origin = 'public.ST_SetSRID(public.ST_MakePoint($1::float8, $2::float8), 4326)::public.geography';
export const countryFits = '($6::boolean OR country IS NULL OR $5::text IS NULL OR country = $5::text)';

/** Metres on the sphere, by which the index knows what is next. */
export const reach = `position OPERATOR(public.<->) ${origin}`;

/** Nearest first; SORTED does without the index. */
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

// Distances are on the ellipsoid, and compared at the millimetre grain in which they are shown. OFFSET 0 keeps the
// planner from working each one out again for the condition and the order.
export const measured = (condition: string): string => `
  SELECT * FROM (
    SELECT service_id, location_id, latitude, longitude, cell, country, active, ${countryFits} AS country_fits,
           round(public.ST_Distance(position, ${origin}, true)::numeric, 3)::float8 AS meters
    FROM matching.site WHERE category = $3 AND ${condition} OFFSET 0) AS spot`;

/** The index answers with a metre to spare; whoever is at the limit is in. */
export const within = `public.ST_DWithin(position, ${origin}, $4::float8 + 1, true)`;

/** Those of the places that are within the distance. */
export const spotsWithin = (condition: string): string => `${measured(condition)} WHERE meters <= $4::float8`;

const nearestBeyond = (
  order: Order,
): string => `active AND ${countryFits} AND NOT public.ST_DWithin(position, ${origin}, $4::float8 - 1, true)
  AND public.ST_DWithin(position, ${origin}, ${limits.distanceKm * 1000}, true)
  ORDER BY ${orders[order]} LIMIT ${beyondMax}`;

const beyond = (order: Order): string => `
  SELECT place.*, ${serviceVersion} FROM (${measured(nearestBeyond(order))} WHERE meters > $4::float8) AS place
  JOIN matching.service USING (service_id) ORDER BY meters, service_id, location_id`;

/** A row of {@link spotsWithin}. */
export interface SpotRow extends VersionedRow {
  readonly location_id: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly cell: string | null;
  readonly country: string | null;
  readonly active: boolean;
  readonly country_fits: boolean;
  readonly meters: number;
}

/** The parameters of {@link spotsWithin}. */
export const spotValues = (request: MatchRequest, category: NeedCategory) => [
  request.origin.longitude,
  request.origin.latitude,
  category,
  toMillimetres(request.maxDistanceMeters),
  request.originCountry,
  request.border === 'OPEN' || request.border === 'ASK',
];

/** Reads a row. */
export const toSpot = (row: SpotRow, within: boolean): Spot => ({
  serviceId: row.service_id,
  locationId: row.location_id,
  position: { latitude: row.latitude, longitude: row.longitude },
  cell: row.cell,
  country: row.country,
  meters: row.meters,
  within,
  countryFits: row.country_fits,
  active: row.active,
});

/** The nearest places beyond the distance that nothing else here speaks against; no question can reach farther than the limit. */
export async function spotsBeyond({ reader, witness }: Reading, request: MatchRequest, category: NeedCategory): Promise<Spot[]> {
  if (request.maxDistanceMeters >= limits.distanceKm * 1000) return [];
  const rows = await reader.query<SpotRow[]>(beyond(orderFor(request)), spotValues(request, category));
  return witness.see(rows).map((row) => toSpot(row, false));
}

/** How many active services of a category are within the distance. */
export async function consideredOf({ reader }: Reading, request: MatchRequest, category: NeedCategory): Promise<number> {
  const [counted] = await reader.query<[{ considered: number }]>(
    `SELECT count(DISTINCT service_id)::int AS considered FROM (${spotsWithin(within)}) AS place WHERE active`,
    spotValues(request, category),
  );
  return counted.considered;
}

/** How many services of a category there are, and how many of them take people. */
export async function listedOf({ reader }: Reading, category: NeedCategory): Promise<Listed> {
  const [counted] = await reader.query<[Listed]>(
    `SELECT count(DISTINCT service_id)::int AS services, count(DISTINCT service_id) FILTER (WHERE active)::int AS active
     FROM matching.site WHERE category = $1`,
    [category],
  );
  return counted;
}
