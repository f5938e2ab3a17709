import type { EntityManager } from 'typeorm';
import type { UnclearCursor, UnclearTerms, UnclearUse } from '../../ports.js';
import { pageOf } from '../page-of.js';
import { originOf } from '../record-sql.js';

/** Unclear terms of published entries, within one transaction. */
export const unclearTerms = (tx: EntityManager): UnclearTerms => ({
  page: async (source, after, first) => {
    const given = after === null ? [] : [after.lacking, after.services, after.source, after.kind, after.key];
    const [{ n }] = await tx.query<[{ n: number }]>(`${grouped} SELECT count(*)::int AS n FROM grouped`, [source]);
    const rows = await tx.query<(Omit<UnclearUse, 'examples'> & { ids: readonly string[] })[]>(pageSql(after), [
      source,
      first + 1,
      ...given,
    ]);
    const page = pageOf(rows, first, n);
    const names = await namesOf(
      tx,
      page.items.flatMap(({ ids }) => ids),
    );
    const items = page.items.map(({ ids, ...term }) => ({ ...term, examples: ids.map((id) => ({ id, name: names.get(id) ?? id })) }));
    return { ...page, items };
  },
});

const grouped = `WITH grouped AS (
  SELECT ${originOf('s')} AS source, u.kind, u.key, min(u.taxonomy) AS taxonomy, min(u.code) AS code, min(u.name) AS name,
    count(*)::int AS services, count(*) FILTER (WHERE u.lacks)::int AS lacking,
    (array_agg(u.service_id ORDER BY NOT u.lacks, u.service_id COLLATE "C"))[1:5] AS ids
  FROM registry.unclear_term u JOIN registry.service s ON s.id = u.service_id
  WHERE ($1::text IS NULL OR ${originOf('s')} = $1) AND NOT EXISTS (SELECT 1 FROM registry.term_decision d
    WHERE d.is_current AND NOT d.withdrawn AND (d.service_id IS NULL OR d.service_id = u.service_id)
      AND (d.source IS NULL OR d.source = ${originOf('s')})
      AND ((d.kind = u.kind AND d.key = u.key) OR (d.kind = 'SERVICE' AND d.key = u.service_id)))
  GROUP BY 1, 2, 3)`;

const tieBreak = `source COLLATE "C", kind, key COLLATE "C"`;

const pageSql = (after: UnclearCursor | null): string => `${grouped}
  SELECT source, kind, key, taxonomy, code, name, services, lacking, ids FROM grouped
  ${after === null ? '' : `WHERE (-lacking, -services, ${tieBreak}) > (-$3::int, -$4::int, $5::text, $6::text, $7::text)`}
  ORDER BY -lacking, -services, ${tieBreak} LIMIT $2`;

async function namesOf(tx: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; name: string }[]>(
    `SELECT service_id AS id, view->>'name' AS name FROM registry.service_entry WHERE service_id = ANY($1::text[])`,
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
