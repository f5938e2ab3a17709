import type { NeedCategory } from '@haven/kernel';
import type { NearestServices, Way } from '../application/ports.js';
import type { Provider, Spot } from '../domain/candidate.js';
import { countriesAt } from '../domain/country-of.js';
import type { MatchRequest } from '../domain/request.js';
import { providerColumns, providerOf, type Parse, type ProviderRow } from './providers.js';
import type { Reading } from './reading.js';
import { countryFits, orderFor, orders, reach, spotsWithin, spotValues, toSpot, within, type Order, type SpotRow } from './spots.js';
import { versionColumns } from './witness.js';

// $1 to $6 as in spots.ts; $7 countries of the origin; $8 places at most, $9 metres on the sphere from which on
const nearest = (open: string, order: Order): string => `
  WITH page AS MATERIALIZED (
         SELECT service_id, ${reach} AS reach FROM matching.site
         WHERE category = $3 AND ${within} ${open} AND ${reach} >= $9::float8
         ORDER BY ${orders[order]} LIMIT $8),
       last AS (SELECT max(reach) AS reach, count(*)::int AS places FROM page),
       place AS MATERIALIZED (${spotsWithin('service_id IN (SELECT service_id FROM page)')})
  SELECT place.*, ${versionColumns}, ${providerColumns('$1', '$2', '$7')}, last.reach, last.places
  FROM last CROSS JOIN place
  JOIN matching.service USING (service_id)
  LEFT JOIN matching.bed_state USING (service_id)
  ORDER BY meters, service_id, location_id`;

/** Which services are met on the way: every one, or those that may have a place for somebody. */
const onTheWay: Readonly<Record<Way['of'], string>> = { ALL: '', OPEN: `AND active AND NOT is_full AND ${countryFits}` };

type Row = SpotRow & ProviderRow & { readonly reach: number; readonly places: number };

/** The index measures on a sphere; a distance on the ellipsoid of WGS 84 is at least this part of that. */
const ofSphere = 0.994;

/** The next services, from the nearest on, at all of their places within the distance: one statement, so one moment. */
export async function nearestOf(
  { reader, witness }: Reading,
  request: MatchRequest,
  category: NeedCategory,
  { of, from, places }: Way,
  parse: Parse,
): Promise<NearestServices> {
  const values = [...spotValues(request, category), countriesAt(request.origin), places, from];
  const rows = witness.see(await reader.query<Row[]>(nearest(onTheWay[of], orderFor(request)), values));
  const services = new Map<string, { provider: Provider; spots: Spot[] }>();
  for (const row of rows) {
    const service = services.get(row.service_id) ?? { provider: providerOf(row, parse), spots: [] };
    service.spots.push(toSpot(row, true));
    services.set(row.service_id, service);
  }
  const [last] = rows;
  const next = last && last.places === places ? last.reach : null;
  return { services: [...services.values()], next, nextMeters: (next ?? Infinity) * ofSphere };
}
