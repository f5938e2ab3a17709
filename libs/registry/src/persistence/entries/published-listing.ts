import type { EntityManager } from 'typeorm';
import type {
  Listed,
  ListedPlaces,
  ListedRecords,
  ListedServices,
  PublishedListing,
  PublishedPlace,
  PublishedService,
  ServiceChange,
} from '../../listing/published-listing.js';
import type { HsdsRecord } from '../../hsds/record.js';
import { entryConditions } from './entry-conditions.js';
import { propertiesOf, type RecordRow } from '../record-row.js';

const service = `e.service_id AS id, e.view->'hsds' AS hsds, to_json(e.modified_at)#>>'{}' AS "modifiedAt"`;
const inOrder = 'e.sort_name COLLATE "C", e.service_id COLLATE "C"';

/** Published data, within one transaction. */
export function publishedListing(tx: EntityManager): PublishedListing {
  return {
    services: (query) => {
      const { where, parameters } = conditionsOf(query);
      return listed<PublishedService>(tx, { select: service, from: 'registry.service_entry e', where, order: inOrder, parameters }, query);
    },
    places: (query) => listedPlaces(tx, query),
    service: async (id) => {
      const [row] = await tx.query<PublishedService[]>(
        `SELECT ${service} FROM registry.service_entry e WHERE e.service_id = $1 AND NOT e.withdrawn`,
        [id],
      );
      return row ?? null;
    },
    records: (query) => listedRecords(tx, query),
    serviceOf: async (object, id) => {
      const [row] = await tx.query<{ id: string }[]>(
        `SELECT parent_id AS id FROM registry.hsds_link WHERE child_object = $1 AND child_id = $2 AND parent_object = 'service' LIMIT 1`,
        [object, id],
      );
      return row?.id ?? null;
    },
    epoch: async () => {
      const [row] = await tx.query<{ epoch: string }[]>('SELECT floor::text AS epoch FROM registry.sequence_floor');
      return row!.epoch;
    },
    // Transactions that began before a row was written may still commit with a lower number, so those rows wait.
    changes: (after, limit) =>
      tx.query<ServiceChange[]>(
        `SELECT service_id AS id, to_json(modified_at)#>>'{}' AS "modifiedAt", withdrawn, changed_in::text AS position
         FROM registry.service_entry
         WHERE (changed_in, service_id COLLATE "C") > ($1::bigint, $2) AND changed_in < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
         ORDER BY changed_in, service_id COLLATE "C" LIMIT $3`,
        [after?.position ?? '-1', after?.id ?? '', limit],
      ),
  };
}

interface Selection {
  readonly select: string;
  readonly from: string;
  readonly where: string;
  readonly order: string;
  readonly parameters: readonly unknown[];
}

/** One statement, so that a page and its count are consistent. */
async function listed<T>(
  tx: EntityManager,
  { select, from, where, order, parameters }: Selection,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<Listed<T>> {
  const [row] = await tx.query<[Listed<T>]>(
    `SELECT (SELECT count(*)::int FROM ${from} WHERE ${where}) AS total,
       (SELECT coalesce(json_agg(page), '[]') FROM (SELECT ${select} FROM ${from} WHERE ${where} ORDER BY ${order}
         OFFSET ${Math.trunc(offset)} LIMIT ${Math.trunc(limit)}) AS page) AS items`,
    [...parameters],
  );
  return row;
}

function conditionsOf(query: ListedServices) {
  const { conditions, parameters, bind } = entryConditions(query);
  const hasTerm = (path: string, id: string) =>
    conditions.push(
      `jsonb_path_exists(e.view->'hsds', '$.attributes[*].taxonomy_term ? (${path})', jsonb_build_object('id', ${bind(id)}::text))`,
    );
  if (query.taxonomyTermId !== null) hasTerm('@.id == $id', query.taxonomyTermId);
  if (query.taxonomyId !== null) hasTerm('@.taxonomy_detail.id == $id || @.taxonomy == $id', query.taxonomyId);
  if (query.modifiedAfter !== null) conditions.push(`e.modified_at >= ${bind(query.modifiedAfter)}::timestamptz`);
  return { where: conditions.join(' AND '), parameters, bind };
}

function listedPlaces(tx: EntityManager, query: ListedPlaces): Promise<Listed<PublishedPlace>> {
  const { where, parameters, bind } = conditionsOf(query);
  const inPlace =
    query.postalCode === null
      ? ''
      : ` AND jsonb_path_exists(at.place, '$.location.addresses[*] ? (@.postal_code == $code)', jsonb_build_object('code', ${bind(query.postalCode)}::text))`;
  return listed<PublishedPlace>(
    tx,
    {
      select: `${service}, at.place`,
      from: `registry.service_entry e, jsonb_array_elements(e.view->'hsds'->'service_at_locations') WITH ORDINALITY AS at(place, nth)`,
      where: `${where}${inPlace}`,
      order: `${inOrder}, at.nth`,
      parameters,
    },
    query,
  );
}

async function listedRecords(tx: EntityManager, { object, text, taxonomyId, parentId, topOnly, ...slice }: ListedRecords) {
  const parameters: unknown[] = [];
  const bind = (value: unknown): string => `$${parameters.push(value)}`;
  const conditions = ['true'];
  if (text !== null) conditions.push(`position(lower(${bind(text)}::text) IN lower(r.name)) > 0`);
  if (taxonomyId !== null)
    conditions.push(`EXISTS (SELECT FROM registry.hsds_link l WHERE l.parent_object = 'taxonomy_term' AND l.parent_id = r.id
      AND l.property = 'taxonomy_detail' AND l.child_id = ${bind(taxonomyId)}::text)`);
  if (parentId !== null) conditions.push(`r.parent_id = ${bind(parentId)}::text`);
  if (topOnly) conditions.push('r.parent_id IS NULL');
  const { items, total } = await listed<RecordRow>(
    tx,
    {
      select: 'r.*',
      from: `registry."${object}" r`,
      where: conditions.join(' AND '),
      order: 'r.name COLLATE "C", r.id COLLATE "C"',
      parameters,
    },
    slice,
  );
  const records = items.map((row): HsdsRecord => ({
    object,
    id: row.id,
    properties: propertiesOf(object, row),
    links: [],
    references: [],
  }));
  return { total, items: records };
}
