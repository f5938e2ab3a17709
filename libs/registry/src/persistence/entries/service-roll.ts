import type { EntityManager } from 'typeorm';
import type { MissingService, ServiceRoll } from '../../quality/quality-ports.js';
import { instantText } from '../instant-text.js';
import { pageOf } from '../page-of.js';
import { originOf } from '../record-sql.js';

/** Which services the files of a source have, within one transaction. */
export const serviceRoll = (tx: EntityManager): ServiceRoll => ({
  list: async ({ source, run }, serviceIds) => {
    // Ordered, so that two that list the same services cannot wait for each other.
    const rows = await tx.query<{ id: string }[]>(
      `WITH given AS (SELECT DISTINCT id FROM unnest($1::text[]) AS id),
       back AS (SELECT service_id FROM registry.listed_service JOIN given ON id = service_id WHERE source = $2 AND state = 'MISSING'),
       listed AS (INSERT INTO registry.listed_service AS l (service_id, source, run, state) SELECT id, $2, $3, 'LISTED' FROM given ORDER BY id
         ON CONFLICT (service_id, source) DO UPDATE SET run = excluded.run, state = 'LISTED', decided_by = NULL,
           since = CASE l.state WHEN 'LISTED' THEN l.since ELSE now() END)
       SELECT service_id AS id FROM back`,
      [serviceIds, source, run],
    );
    return rows.map(({ id }) => id);
  },
  unlist: async ({ source, run }) => {
    const rows = await tx.query<{ id: string }[]>(
      `WITH gone AS (SELECT l.service_id FROM registry.listed_service l WHERE l.source = $1 AND l.run <> $2 AND l.state = 'LISTED'
         AND EXISTS (${isShown}) ORDER BY l.service_id FOR UPDATE OF l),
       missing AS (UPDATE registry.listed_service l SET state = 'MISSING', since = now() FROM gone
         WHERE l.service_id = gone.service_id AND l.source = $1)
       SELECT service_id AS id FROM gone ORDER BY service_id COLLATE "C"`,
      [source, run],
    );
    return rows.map(({ id }) => id);
  },
  counts: async (source) => {
    const [row] = await tx.query<[{ all: number; missing: number }]>(
      `SELECT count(*)::int AS all, count(*) FILTER (WHERE state = 'MISSING')::int AS missing
         FROM registry.listed_service l WHERE source = $1 AND EXISTS (${isShown})`,
      [source],
    );
    return row;
  },
  missingSince: async (serviceIds) => {
    const rows = await tx.query<{ id: string; since: string }[]>(
      `SELECT l.service_id AS id, ${sinceText} AS since FROM registry.listed_service l JOIN registry.service s ON s.id = l.service_id
         WHERE l.service_id = ANY($1::text[]) AND l.state = 'MISSING' AND l.source = ${originOf('s')}`,
      [serviceIds],
    );
    return new Map(rows.map(({ id, since }) => [id, since]));
  },
  lockMissing: async (source, serviceIds, limit) => {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT l.service_id AS id FROM registry.listed_service l WHERE l.source = $1 AND ($2::text[] IS NULL OR l.service_id = ANY($2))
         AND l.state = 'MISSING' AND EXISTS (${isShown}) ORDER BY l.service_id LIMIT $3 FOR UPDATE OF l`,
      [source, serviceIds, limit],
    );
    return rows.map(({ id }) => id);
  },
  decide: async (source, serviceIds, state, decidedBy) => {
    await tx.query(
      `UPDATE registry.listed_service SET state = $3, since = now(), decided_by = $4 WHERE source = $1 AND service_id = ANY($2::text[])`,
      [source, serviceIds, state, decidedBy],
    );
  },
  ...keptServices(tx),
  page: (source, after, first) => page(tx, source, after, first),
});

const keptServices = (tx: EntityManager): Pick<ServiceRoll, 'keptAmong' | 'adoptKept'> => ({
  keptAmong: async (serviceIds) => {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT l.service_id AS id FROM registry.listed_service l JOIN registry.service s ON s.id = l.service_id
         WHERE l.service_id = ANY($1::text[]) AND l.state = 'KEPT' AND l.source = ${originOf('s')}`,
      [serviceIds],
    );
    return new Set(rows.map(({ id }) => id));
  },
  adoptKept: async (source, serviceIds, decidedBy) => {
    // Services that this file brought back are listed since after the last import.
    await tx.query(
      `UPDATE registry.listed_service SET state = 'KEPT', since = now(), decided_by = $3
         WHERE source = $1 AND service_id = ANY($2::text[]) AND state = 'LISTED'
           AND since > coalesce((SELECT imported_at FROM registry.source WHERE name = $1), '-infinity')`,
      [source, serviceIds, decidedBy],
    );
  },
});

const sinceText = instantText('l.since', 'US');

/** The service `l` is published and belongs to this source. */
export const isShown = `SELECT 1 FROM registry.entry_quality q JOIN registry.service s ON s.id = q.service_id
  WHERE q.service_id = l.service_id AND ${originOf('s')} = l.source`;

async function page(tx: EntityManager, ...[source, after, first]: Parameters<ServiceRoll['page']>): ReturnType<ServiceRoll['page']> {
  const missing = `FROM registry.listed_service l WHERE l.state = 'MISSING' AND ($1::text IS NULL OR l.source = $1) AND EXISTS (${isShown})`;
  const [{ n }] = await tx.query<[{ n: number }]>(`SELECT count(*)::int AS n ${missing}`, [source]);
  const rows = await tx.query<MissingService[]>(
    `SELECT p.id, p.source, p.since, e.view->>'name' AS name, e.view->'organization' AS organization
       FROM (SELECT l.service_id AS id, l.source, l.since AS at, ${sinceText} AS since ${missing}
         AND (l.since, l.service_id COLLATE "C") > ($2::timestamptz, $3) ORDER BY l.since, l.service_id COLLATE "C" LIMIT $4) p
       JOIN registry.service_entry e ON e.service_id = p.id ORDER BY p.at, p.id COLLATE "C"`,
    [source, after?.since ?? '-infinity', after?.id ?? '', first + 1],
  );
  return pageOf(rows, first, n);
}
