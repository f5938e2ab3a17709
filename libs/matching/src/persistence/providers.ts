import type { AvailabilitySnapshot, ServiceView } from '@haven/contracts';
import type { AdmissionRule } from '@haven/kernel';
import type { DirectoryEntry } from '../application/ports.js';
import { countriesAt } from '../domain/country-of.js';
import type { Provider, WeighedBeds, WeighedPool } from '../domain/candidate.js';
import type { Interpreter } from '../domain/languages/interpreter.js';
import type { PlaceHours } from '../domain/hours/place-hours.js';
import { once } from '../domain/once.js';
import type { MatchRequest } from '../domain/request.js';
import type { Reading } from './reading.js';
import { versionColumns, type VersionedRow } from './witness.js';

/** A row of {@link providerColumns}. */
export interface ProviderRow {
  readonly service_id: string;
  readonly organization_id: string;
  readonly status: string;
  readonly languages: string[];
  readonly interpreters: string;
  readonly admission: string;
  readonly beds_status: WeighedBeds['status'] | null;
  readonly confirmed_at: string | null;
  readonly pools: string | null;
  readonly hours: string;
  readonly no_area: boolean;
  readonly in_area: boolean;
  readonly area_unclear: boolean;
}

/** What decides about a service, beside its id; the parameters are longitude and latitude of the origin, and its countries. */
export const providerColumns = (longitude: string, latitude: string, countries: string): string => `
  organization_id, service.status, languages, interpreters::text AS interpreters, admission::text AS admission,
  bed_state.status AS beds_status, confirmed_at, pools::text AS pools, hours::text AS hours,
  (service_area IS NULL AND area_countries = '{}') AS no_area,
  area_unclear OR (area_countries <> '{}' AND ${countries}::text[] = '{}') AS area_unclear,
  coalesce(public.ST_Intersects(service_area, public.ST_SetSRID(public.ST_MakePoint(${longitude}::float8, ${latitude}::float8), 4326)), false)
    OR area_countries && ${countries}::text[] AS in_area`;

/** What decides about each service. Rules of the same text are the same object, so that they are judged once. */
export async function providersById(
  { reader, witness }: Reading,
  { origin }: MatchRequest,
  ids: readonly string[],
  parse: Parse,
): Promise<Map<string, Provider>> {
  const rows = await reader.query<(ProviderRow & VersionedRow)[]>(
    `SELECT service_id, ${versionColumns}, ${providerColumns('$2', '$3', '$4')}
     FROM matching.service LEFT JOIN matching.bed_state USING (service_id) WHERE service_id = ANY($1)`,
    [ids, origin.longitude, origin.latitude, countriesAt(origin)],
  );
  return new Map(witness.see(rows, ids).map((row) => [row.service_id, providerOf(row, parse)]));
}

/** Parses JSON, the same text to the same object. */
export type Parse = (text: string) => unknown;

/** {@link Parse} for one question. */
export const parseOnce = (): Parse => once((text) => JSON.parse(text) as unknown);

/** Reads a row. */
export const providerOf = (row: ProviderRow, parse: Parse): Provider => ({
  serviceId: row.service_id,
  organizationId: row.organization_id,
  status: row.status,
  languages: row.languages,
  interpreters: parse(row.interpreters) as Interpreter[],
  admission: parse(row.admission) as AdmissionRule,
  beds: row.pools === null ? null : { status: row.beds_status!, confirmedAt: row.confirmed_at, pools: parse(row.pools) as WeighedPool[] },
  hours: parse(row.hours) as PlaceHours[],
  coversOrigin: coverageOf(row),
});

/** At sea no country is known, and a service for countries is asked about. */
function coverageOf({ no_area, in_area, area_unclear }: ProviderRow): Provider['coversOrigin'] {
  if (in_area) return 'YES';
  if (area_unclear) return 'ASK';
  return no_area ? 'YES' : 'NO';
}

/** What an answer shows of each service, as every caller may see it. */
export async function entriesById({ reader, witness }: Reading, ids: readonly string[]): Promise<Map<string, DirectoryEntry>> {
  const rows = await reader.query<(VersionedRow & { view: ServiceView; beds: AvailabilitySnapshot | null })[]>(
    `SELECT service_id, ${versionColumns}, view, snapshot AS beds
     FROM matching.service LEFT JOIN matching.bed_state USING (service_id) WHERE service_id = ANY($1)`,
    [ids],
  );
  return new Map(witness.see(rows, ids).map(({ service_id, view, beds }) => [service_id, { service: view, beds }]));
}
