import type { EntityManager } from 'typeorm';
import type { PairDecided, PossiblePair, ServicePairs } from '../../quality/quality-ports.js';
import { pageOf } from '../page-of.js';
import { originOf } from '../record-sql.js';

/** Pairs of services, within one transaction. */
export const servicePairs = (tx: EntityManager): ServicePairs => ({
  inForce: (after, limit) =>
    tx.query<PairDecided[]>(
      `SELECT one_id AS "oneId", other_id AS "otherId", state, gone_id AS "goneId" FROM registry.service_pair
         WHERE state <> 'UNDONE' AND (one_id, other_id) > ($1, $2) ORDER BY one_id, other_id LIMIT $3`,
      [after?.[0] ?? '', after?.[1] ?? '', limit],
    ),
  decide: async ({ oneId, otherId, state, goneId }, decidedBy) => {
    await tx.query(
      `INSERT INTO registry.service_pair AS p (one_id, other_id, state, gone_id, decided_by) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (one_id, other_id) DO UPDATE SET state = excluded.state, gone_id = coalesce(excluded.gone_id, p.gone_id),
         decided_by = excluded.decided_by, decided_at = now()`,
      [oneId, otherId, state, goneId, decidedBy],
    );
  },
  lock: async (oneId, otherId) => {
    const [row] = await tx.query<{ state: 'APART' | 'MERGED' | 'UNDONE'; goneId: string | null }[]>(
      'SELECT state, gone_id AS "goneId" FROM registry.service_pair WHERE one_id = $1 AND other_id = $2 FOR UPDATE',
      [oneId, otherId],
    );
    return row ?? null;
  },
  mergeStates: async (serviceIds) => {
    const rows = await tx.query<{ id: string; away: boolean }[]>(
      `SELECT p.gone_id AS id, bool_or(p.state = 'MERGED' AND (NOT kept.withdrawn OR (kept.view->>'status' <> 'DEFUNCT' AND EXISTS (
           SELECT 1 FROM registry.service_pair q WHERE q.gone_id = kept.service_id AND q.state = 'MERGED')))) AS away
         FROM registry.service_pair p
         JOIN registry.service_entry kept ON kept.service_id IN (p.one_id, p.other_id) AND kept.service_id <> p.gone_id
         LEFT JOIN registry.service_entry gone ON gone.service_id = p.gone_id
         WHERE p.gone_id = ANY($1::text[]) AND gone.view->>'status' IS DISTINCT FROM 'DEFUNCT' GROUP BY p.gone_id`,
      [serviceIds],
    );
    return new Map(rows.map(({ id, away }) => [id, away ? 'AWAY' : 'BACK']));
  },
  mergedInto: async (keptIds) => {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT DISTINCT gone_id AS id FROM registry.service_pair
         WHERE state = 'MERGED' AND gone_id <> ALL($1::text[]) AND (one_id = ANY($1::text[]) OR other_id = ANY($1::text[]))`,
      [keptIds],
    );
    return rows.map(({ id }) => id);
  },
  page: async (after, first) => {
    // The pairs are computed once, for their number and for the page.
    const [{ n, rows }] = await tx.query<[{ n: number; rows: PossiblePair[] }]>(
      `${alike}, page AS (SELECT * FROM pairs WHERE (one_id COLLATE "C", other_id COLLATE "C") > ($1, $2)
           ORDER BY one_id COLLATE "C", other_id COLLATE "C" LIMIT $3)
         SELECT (SELECT count(*)::int FROM pairs) AS n, (
           SELECT coalesce(json_agg(json_build_object('services', json_build_array(
             ${shownSql('a', 'page.one_id', 'one_source')}, ${shownSql('b', 'page.other_id', 'other_source')}))
             ORDER BY one_id COLLATE "C", other_id COLLATE "C"), '[]')
           FROM page JOIN registry.service_entry a ON a.service_id = one_id JOIN registry.service_entry b ON b.service_id = other_id) AS rows`,
      [after?.[0] ?? '', after?.[1] ?? '', first + 1],
    );
    return pageOf(rows, first, n);
  },
});

/** A sign of more than ten services distinguishes none of them, and would make a hundred pairs. */
const alike = `WITH told AS MATERIALIZED (
    SELECT array_agg(service_id) AS ids FROM registry.entry_likeness GROUP BY sign HAVING count(*) BETWEEN 2 AND 10),
  near AS MATERIALIZED (
    SELECT DISTINCT one.id AS one_id, other.id AS other_id FROM told, unnest(ids) AS one (id), unnest(ids) AS other (id)
    WHERE one.id COLLATE "C" < other.id COLLATE "C"),
  pairs AS MATERIALIZED (
    SELECT one_id, other_id, ${originOf('s')} AS one_source, ${originOf('t')} AS other_source
    FROM near JOIN registry.service s ON s.id = one_id JOIN registry.service t ON t.id = other_id
    WHERE ${originOf('s')} <> ${originOf('t')}
      AND NOT EXISTS (SELECT 1 FROM registry.service_pair p
        WHERE p.one_id = near.one_id AND p.other_id = near.other_id AND p.state <> 'UNDONE'))`;

const shownSql = (entry: string, id: string, source: string): string =>
  `json_build_object('id', ${id}, 'source', ${source}, 'name', ${entry}.view->>'name', 'organization', ${entry}.view->'organization')`;
