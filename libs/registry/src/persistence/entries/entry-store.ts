import type { ServiceView } from '@haven/events';
import type { EntityManager } from 'typeorm';
import type { EntryStore, ExportedEntry, StoredEntry } from '../../ports.js';
import { searchCountries } from '../../search/search-countries.js';
import { searchTexts } from '../../search/service-query.js';
import { noteEntries } from './entry-notes.js';
import { pageOfEntries } from './entry-page.js';
import { isOfSource } from '../record-sql.js';

const columns = `service_id, organization_id, view, digest, version, verified_at, withdrawn, sort_name, search_text, categories, languages, countries`;

/** The published entries within one transaction. */
export function entryStore(tx: EntityManager): EntryStore {
  return {
    lock: async (serviceIds) => {
      const rows = await tx.query<Row[]>(
        'SELECT * FROM registry.service_entry WHERE service_id = ANY($1::text[]) ORDER BY service_id FOR UPDATE',
        [serviceIds],
      );
      return new Map(rows.map((row) => [row.service_id, entryOf(row)]));
    },
    put: async (entries) => {
      await put(tx, entries);
      await noteEntries(tx, entries);
    },
    note: (entries) => noteEntries(tx, entries),
    find: async (serviceId) => {
      const [row] = await tx.query<Row[]>('SELECT view FROM registry.service_entry WHERE service_id = $1 AND NOT withdrawn', [serviceId]);
      return row?.view ?? null;
    },
    ofOrganization: async (organizationId) => {
      const rows = await tx.query<Row[]>(
        `SELECT view FROM registry.service_entry WHERE organization_id = $1 AND NOT withdrawn ORDER BY sort_name COLLATE "C", service_id COLLATE "C"`,
        [organizationId],
      );
      return rows.map(({ view }) => view);
    },
    page: (query) => pageOfEntries(tx, query),
    forgetDigests: async () => {
      // No digest is a dash. The empty digest means that the withdrawal was published.
      await tx.query(`UPDATE registry.service_entry SET digest = '-'`);
    },
    exported: (after, limit, source) =>
      tx.query<ExportedEntry[]>(exportedSql(source !== undefined), source === undefined ? [after, limit] : [after, limit, source]),
    closeOrganizations: async (ids) => {
      if (ids.length === 0) return [];
      const rows = await tx.query<{ service_id: string }[]>(
        `WITH closed AS (
           INSERT INTO registry.confidential_organization (organization_id) SELECT DISTINCT id FROM unnest($1::text[]) AS id ORDER BY id
           ON CONFLICT DO NOTHING RETURNING organization_id)
         SELECT service_id FROM closed JOIN registry.service_entry USING (organization_id) WHERE NOT withdrawn`,
        [ids],
      );
      return rows.map(({ service_id }) => service_id);
    },
    closedOrganizations: (ids) => organizationsIn(tx, closedSql, ids),
    silentOrganizations: (ids) => organizationsIn(tx, `${closedSql} UNION ${withheldSql}`, ids),
  };
}

const closedSql = 'SELECT organization_id AS id FROM registry.confidential_organization WHERE organization_id = ANY($1::text[])';
const withheldSql = `SELECT organization_id FROM registry.place_review WHERE organization_id = ANY($1::text[]) AND state <> 'PUBLIC'`;

const organizationsIn = async (tx: EntityManager, sql: string, ids: readonly string[]): Promise<ReadonlySet<string>> =>
  new Set((await tx.query<{ id: string }[]>(sql, [ids])).map(({ id }) => id));

const exportedSql = (ofSource: boolean): string => `
  SELECT e.service_id AS "serviceId", e.organization_id AS "organizationId", e.view->'hsds' AS hsds,
    (e.view->>'confidential')::boolean AS confidential
  FROM registry.service_entry e JOIN registry.service r ON r.id = e.service_id
  WHERE e.service_id COLLATE "C" > $1 AND (NOT e.withdrawn OR e.view->>'status' = 'DEFUNCT')${ofSource ? ` AND ${isOfSource('service')}` : ''}
  ORDER BY e.service_id COLLATE "C" LIMIT $2`;

interface Row {
  readonly service_id: string;
  readonly view: ServiceView;
  readonly digest: string;
  readonly version: number;
  readonly verified_at: Date | null;
  readonly withdrawn: boolean;
}

const entryOf = ({ view, digest, version, verified_at, withdrawn }: Row): StoredEntry => ({
  view,
  digest,
  version,
  verifiedAt: verified_at?.toISOString() ?? null,
  withdrawn,
});

async function put(tx: EntityManager, entries: readonly StoredEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const updates = `${columns}, positions, modified_at, changed_in`
    .split(', ')
    .slice(1)
    .map((column) => `${column} = excluded.${column}`);
  await tx.query(
    `INSERT INTO registry.service_entry (${columns}, positions, modified_at, changed_in)
     SELECT service_id, organization_id, view, digest, version, verified_at, withdrawn, sort_name, search_text,
       ARRAY(SELECT json_array_elements_text(categories)), ARRAY(SELECT json_array_elements_text(languages)),
       ARRAY(SELECT json_array_elements_text(countries)), public.ST_GeomFromText(positions, 4326),
       now(), pg_current_xact_id()::text::bigint
     FROM json_to_recordset($1::json) AS given (service_id text, organization_id text, view jsonb, digest text, version integer,
       verified_at timestamptz, withdrawn boolean, sort_name text, search_text text, categories json, languages json, countries json, positions text)
     ON CONFLICT (service_id) DO UPDATE SET ${updates.join(', ')}`,
    [JSON.stringify(entries.map(rowOf))],
  );
}

function rowOf({ view, digest, version, verifiedAt, withdrawn }: StoredEntry) {
  const { sortName, searchText } = searchTexts(view);
  return {
    service_id: view.id,
    organization_id: view.organization.id,
    view,
    digest,
    version,
    verified_at: verifiedAt,
    withdrawn,
    sort_name: sortName,
    search_text: searchText,
    categories: view.categories,
    languages: view.languages,
    countries: searchCountries(view),
    positions: multiPoint(view),
  };
}

function multiPoint({ locations }: ServiceView): string | null {
  const points = locations.map(({ longitude, latitude }) => `(${longitude} ${latitude})`);
  return points.length === 0 ? null : `MULTIPOINT(${points.join(', ')})`;
}
