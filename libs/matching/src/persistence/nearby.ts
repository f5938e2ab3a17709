import type { NeedCategory } from '@haven/kernel';
import { servicesAtOnce, type Nearby } from '../application/ports.js';
import { countriesAt } from '../domain/country-of.js';
import type { MatchRequest } from '../domain/request.js';
import { providerColumns, providerOf, type Parse, type ProviderRow } from './providers.js';
import type { Reading } from './reading.js';
import { spotsWithin, spotValues, toSpot, type SpotRow } from './spots.js';
import { bedsVersion } from './witness.js';

// $1 to $6 as in spots.ts; $7 countries of the origin, $8 services at most
const nearby = `
  WITH place AS MATERIALIZED (${spotsWithin}),
       nearest AS (SELECT service_id FROM place GROUP BY service_id ORDER BY min(meters), service_id LIMIT $8)
  SELECT place.*, CASE WHEN nearest.service_id IS NOT NULL THEN ${bedsVersion} END AS beds_version, ${providerColumns('$1', '$2', '$7')}
  FROM place
  LEFT JOIN nearest USING (service_id)
  LEFT JOIN matching.service ON service.service_id = nearest.service_id
  LEFT JOIN matching.bed_state ON bed_state.service_id = nearest.service_id
  ORDER BY meters, place.service_id, location_id`;

type FullRow = SpotRow & ProviderRow;
type Row = FullRow | (SpotRow & { readonly organization_id: null });

const isFull = (row: Row): row is FullRow => row.organization_id !== null;

/** Every place of the category within the distance, and what decides about the nearest services: one statement, so one moment. */
export async function nearbyOf({ reader, witness }: Reading, request: MatchRequest, category: NeedCategory, parse: Parse): Promise<Nearby> {
  const rows = await reader.query<Row[]>(nearby, [...spotValues(request, category), countriesAt(request.origin), servicesAtOnce]);
  witness.see(rows);
  return {
    spots: rows.map((row) => toSpot(row, true)),
    providers: new Map(rows.filter(isFull).map((row) => [row.service_id, providerOf(row, parse)])),
  };
}
