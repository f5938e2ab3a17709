import type { AvailabilitySnapshot, ServiceView } from '@haven/contracts';
import { toMillimetres } from '@haven/kernel';
import type { AdmissionRule, NeedCategory } from '@haven/kernel';
import type { EntityManager } from 'typeorm';
import type { Provider, Site } from '../domain/candidate.js';
import { limits } from '../domain/read-request.js';
import type { MatchRequest } from '../domain/request.js';

/** Places beyond the distance that are looked at for near misses. */
export const beyondMax = 1_000;

// $1 longitude, $2 latitude, $3 category, $4 metres at most, $5 origin country, $6 whether borders are open
const origin = 'public.ST_SetSRID(public.ST_MakePoint($1::float8, $2::float8), 4326)::public.geography';
const countryFits = '($6::boolean OR site.country IS NULL OR $5::text IS NULL OR site.country = $5::text)';
const coversOrigin = `(service.service_area IS NULL OR public.ST_Intersects(service.service_area, (${origin})::public.geometry))`;
// Distances are compared at the millimetre grain in which they are shown, on the ellipsoid.
const meters = `round(public.ST_Distance(site.position, ${origin}, true)::numeric, 3)::float8`;

const candidates = `
  SELECT site.service_id, site.location_id, site.latitude, site.longitude, site.cell, site.country,
         ${meters} AS meters, ${countryFits} AS country_fits, ${coversOrigin} AS covers_origin,
         service.organization_id, service.status, service.active, service.languages, service.admission, bed_state.snapshot AS beds
  FROM matching.site JOIN matching.service USING (service_id) LEFT JOIN matching.bed_state USING (service_id)
  WHERE site.category = $3 AND service.status <> 'DEFUNCT'`;

// The index answers with a metre to spare; the second condition decides, and whoever is at the limit is in.
const within = `
  SELECT * FROM (${candidates} AND public.ST_DWithin(site.position, ${origin}, $4::float8 + 1, true)) AS candidate
  WHERE meters <= $4::float8
  ORDER BY meters, service_id, location_id`;

const beyond = `
  ${candidates} AND service.active AND ${countryFits} AND ${coversOrigin}
    AND public.ST_DWithin(site.position, ${origin}, ${limits.distanceKm * 1000}, true) AND ${meters} > $4::float8
  ORDER BY site.position OPERATOR(public.<->) ${origin}, site.service_id, site.location_id
  LIMIT ${beyondMax}`;

interface Row {
  readonly service_id: string;
  readonly location_id: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly cell: string | null;
  readonly country: string | null;
  readonly meters: number;
  readonly country_fits: boolean;
  readonly covers_origin: boolean;
  readonly organization_id: string;
  readonly status: string;
  readonly active: boolean;
  readonly languages: string[];
  readonly admission: AdmissionRule;
  readonly beds: AvailabilitySnapshot | null;
}

const valuesOf = (request: MatchRequest, category: NeedCategory) => [
  request.origin.longitude,
  request.origin.latitude,
  category,
  toMillimetres(request.maxDistanceMeters),
  request.originCountry,
  request.border === 'OPEN' || request.border === 'ASK',
];

/** Every place of the category within the distance, nearest first. */
export async function sitesWithin(tx: EntityManager, request: MatchRequest, category: NeedCategory): Promise<Site[]> {
  return toSites(await tx.query<Row[]>(within, valuesOf(request, category)), category, true);
}

/** The nearest places beyond the distance that nothing else in the database speaks against. */
export async function sitesBeyond(tx: EntityManager, request: MatchRequest, category: NeedCategory): Promise<Site[]> {
  if (request.maxDistanceMeters >= limits.distanceKm * 1000) return [];
  return toSites(await tx.query<Row[]>(beyond, valuesOf(request, category)), category, false);
}

/** Directory entries by id, as every caller may see them. */
export async function servicesById(tx: EntityManager, ids: readonly string[]): Promise<Map<string, ServiceView>> {
  const rows = await tx.query<{ service_id: string; view: ServiceView }[]>(
    'SELECT service_id, view FROM matching.service WHERE service_id = ANY($1)',
    [ids],
  );
  return new Map(rows.map(({ service_id, view }) => [service_id, view]));
}

function toSites(rows: readonly Row[], category: NeedCategory, isWithin: boolean): Site[] {
  const providers = new Map<string, Provider>();
  return rows.map((row) => {
    const provider = providers.get(row.service_id) ?? providerOf(row);
    providers.set(row.service_id, provider);
    const { location_id: locationId, latitude, longitude, cell, country, meters, country_fits: countryFits } = row;
    return { provider, category, locationId, position: { latitude, longitude }, cell, country, meters, within: isWithin, countryFits };
  });
}

const providerOf = (row: Row): Provider => ({
  serviceId: row.service_id,
  organizationId: row.organization_id,
  status: row.status,
  active: row.active,
  languages: row.languages,
  admission: row.admission,
  beds: row.beds,
  coversOrigin: row.covers_origin,
});
