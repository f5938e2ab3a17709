import type { AvailabilitySnapshot, ServiceView } from '@haven/contracts';
import type { AdmissionRule } from '@haven/kernel';
import type { EntityManager } from 'typeorm';
import type { DirectoryEntry } from '../application/ports.js';
import type { Provider, WeighedBeds } from '../domain/candidate.js';
import type { MatchRequest } from '../domain/request.js';

interface Row {
  readonly service_id: string;
  readonly organization_id: string;
  readonly status: string;
  readonly languages: string[];
  readonly admission: AdmissionRule;
  readonly weighed: WeighedBeds | null;
  readonly covers_origin: boolean;
}

/** What decides about each service. */
export async function providersById(tx: EntityManager, { origin }: MatchRequest, ids: readonly string[]): Promise<Map<string, Provider>> {
  const rows = await tx.query<Row[]>(
    `SELECT service_id, organization_id, status, languages, admission, weighed,
            service_area IS NULL
              OR public.ST_Intersects(service_area, public.ST_SetSRID(public.ST_MakePoint($2::float8, $3::float8), 4326)) AS covers_origin
     FROM matching.service LEFT JOIN matching.bed_state USING (service_id) WHERE service_id = ANY($1)`,
    [ids, origin.longitude, origin.latitude],
  );
  return new Map(rows.map((row) => [row.service_id, providerOf(row)]));
}

const providerOf = (row: Row): Provider => ({
  serviceId: row.service_id,
  organizationId: row.organization_id,
  status: row.status,
  languages: row.languages,
  admission: row.admission,
  beds: row.weighed,
  coversOrigin: row.covers_origin,
});

/** What an answer shows of each service, as every caller may see it. */
export async function entriesById(tx: EntityManager, ids: readonly string[]): Promise<Map<string, DirectoryEntry>> {
  const rows = await tx.query<{ service_id: string; view: ServiceView; beds: AvailabilitySnapshot | null }[]>(
    `SELECT service_id, view, snapshot AS beds
     FROM matching.service LEFT JOIN matching.bed_state USING (service_id) WHERE service_id = ANY($1)`,
    [ids],
  );
  return new Map(rows.map(({ service_id, view, beds }) => [service_id, { service: view, beds }]));
}
