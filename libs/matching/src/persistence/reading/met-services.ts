import type { MetService } from '../../ports.js';
import type { Provider, Spot } from '../../judging/candidate.js';
import type { MatchRequest } from '../../request/request.js';
import { providersById } from './providers.js';
import type { Reading } from './reading.js';
import { toSpot, type SpotRow } from './spots.js';
import { bedsVersion } from './witness.js';

/** A place, and the area of its service. */
export interface MetRow extends SpotRow {
  readonly has_area: boolean;
  /** Null if it has no area. */
  readonly in_area: boolean | null;
  readonly area_unclear: boolean | null;
}

/**
 * Places with the versions of their services and counts, and whether the service's area contains the origin. The parameters are longitude
 * and latitude of the origin, and its countries. Most services have no area, and their rows are not read.
 */
export const withServices = (places: string, [longitude, latitude, countries]: readonly [string, string, string]): string => `
  SELECT place.*, ${bedsVersion},
         area_unclear OR (area_countries <> '{}' AND ${countries}::text[] = '{}') AS area_unclear,
         coalesce(public.ST_Intersects(service_area, public.ST_SetSRID(public.ST_MakePoint(${longitude}::float8, ${latitude}::float8), 4326)), false)
           OR area_countries && ${countries}::text[] AS in_area
  FROM (${places}) AS place
  LEFT JOIN matching.service ON service.service_id = CASE WHEN has_area THEN place.service_id END
  LEFT JOIN matching.bed_state ON bed_state.service_id = place.service_id`;

/** How many services to return, and whether those within the distance or beyond it. */
export interface Wanted {
  readonly within: boolean;
  readonly most?: number;
}

/** These services, the nearest first, each with its places. */
export async function metServices(
  through: Reading,
  request: MatchRequest,
  rows: readonly MetRow[],
  { within, most = Infinity }: Wanted,
): Promise<MetService[]> {
  const places = through.witness.see(rows).map((row) => ({ row, spot: toSpot(request, row) }));
  const met = new Map<string, { covers: Provider['coversOrigin']; spots: Spot[] }>();
  for (const { row, spot } of places.filter((one) => one.spot.within === within).sort(nearestFirst)) {
    const one = met.get(row.service_id) ?? { covers: coverageOf(row), spots: [] };
    if (!met.has(row.service_id) && met.size < most) met.set(row.service_id, one);
    one.spots.push(spot);
  }
  const providers = await providersById(through, [...met.keys()]);
  // If one is gone since, the reads contradict each other, and everything is read again.
  return [...met].flatMap(([id, { covers, spots }]) => {
    const provider = providers.get(id);
    return provider ? [{ provider: { ...provider, coversOrigin: covers }, spots }] : [];
  });
}

type Place = { readonly spot: Spot };

const nearestFirst = ({ spot: a }: Place, { spot: b }: Place): number =>
  a.meters - b.meters || compare(a.serviceId, b.serviceId) || compare(a.locationId, b.locationId);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** At sea the country is unknown, and a match asks about a service for certain countries. */
export function coverageOf({
  has_area,
  in_area,
  area_unclear,
}: Pick<MetRow, 'has_area' | 'in_area' | 'area_unclear'>): Provider['coversOrigin'] {
  if (!has_area || in_area) return 'YES';
  return area_unclear ? 'ASK' : 'NO';
}
