import type { EntityManager } from 'typeorm';
import type { DecisionTarget, NewDecision, StoredDecision, TermDecisions } from '../../ports.js';
import { instantText } from '../instant-text.js';
import { pageOf } from '../page-of.js';
import { carriersOf, shownBy } from './decision-carriers.js';

/** Decisions, within one transaction. */
export const termDecisions = (tx: EntityManager): TermDecisions => ({
  lock: async () => {
    await tx.query('LOCK TABLE registry.term_decision IN EXCLUSIVE MODE');
  },
  add: (decision) => add(tx, decision),
  current: async (target) => {
    const [row] = await tx.query<StoredDecision[]>(`${selected} WHERE is_current AND ${isOfTarget}`, valuesOf(target));
    return row ?? null;
  },
  neverDecided: async (targets) => {
    const rows = await tx.query<{ n: number }[]>(
      `SELECT n::int AS n FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) WITH ORDINALITY AS t (kind, key, source, service_id, n)
         WHERE NOT EXISTS (SELECT 1 FROM registry.term_decision d WHERE d.kind = t.kind AND d.key = t.key
           AND (d.source IS NULL OR d.source = t.source) AND d.service_id IS NOT DISTINCT FROM t.service_id) ORDER BY n`,
      [0, 1, 2, 3].map((column) => targets.map((target) => valuesOf(target)[column])),
    );
    return rows.map(({ n }) => targets[n - 1]!);
  },
  inForce: (sources, serviceIds, keys) =>
    tx.query<StoredDecision[]>(
      `${selected} WHERE is_current AND NOT withdrawn AND key = ANY($3::text[]) AND (service_id = ANY($2::text[])
         OR (service_id IS NULL AND (source IS NULL OR source = ANY($1::text[])))) ORDER BY id`,
      [sources, serviceIds, keys],
    ),
  since: (id) => tx.query<StoredDecision[]>(`${selected} WHERE id > $1::bigint ORDER BY d.id`, [id]),
  lastId: async () => {
    const [{ id }] = await tx.query<[{ id: string }]>('SELECT coalesce(max(id), 0)::text AS id FROM registry.term_decision');
    return id;
  },
  carriers: (target) => carriersOf(tx, target),
  shownBy: (target, serviceIds) => shownBy(tx, target, serviceIds),
  page: async (source, before, first) => {
    const [{ n }] = await tx.query<[{ n: number }]>(`SELECT count(*)::int AS n FROM registry.term_decision d WHERE ${isOfSource}`, [
      source,
    ]);
    const rows = await tx.query<StoredDecision[]>(
      `${selected} WHERE ${isOfSource} AND ($2::bigint IS NULL OR id < $2::bigint) ORDER BY d.id DESC LIMIT $3`,
      [source, before, first + 1],
    );
    return pageOf(rows, first, n);
  },
});

const selected = `SELECT id::text AS id, kind, key, source, service_id AS "serviceId", taxonomy, name, categories, persons, withdrawn, services,
  decided_by AS "decidedBy", ${instantText('decided_at')} AS "decidedAt", is_current AS "isCurrent",
  (SELECT count(*)::int FROM registry.unread_service u WHERE u.decision_id = d.id) AS waiting FROM registry.term_decision d`;

/** A decision for all sources applies to each source. */
const isOfSource = `($1::text IS NULL OR source IS NULL OR source = $1)`;
const isOfTarget = `kind = $1 AND key = $2 AND source IS NOT DISTINCT FROM $3::text AND service_id IS NOT DISTINCT FROM $4::text`;
const valuesOf = ({ kind, key, source, serviceId }: DecisionTarget) => [kind, key, source, serviceId];

async function add(tx: EntityManager, decision: NewDecision): Promise<StoredDecision> {
  await tx.query(`UPDATE registry.term_decision SET is_current = false WHERE is_current AND ${isOfTarget}`, valuesOf(decision));
  const { taxonomy, name, categories, persons, withdrawn, services, decidedBy } = decision;
  await tx.query(
    `INSERT INTO registry.term_decision (kind, key, source, service_id, taxonomy, name, categories, persons, withdrawn, services, decided_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7::text[], $8::text[], $9, $10, $11)`,
    [...valuesOf(decision), taxonomy, name, categories, persons, withdrawn, services, decidedBy],
  );
  const [row] = await tx.query<StoredDecision[]>(`${selected} WHERE is_current AND ${isOfTarget}`, valuesOf(decision));
  return row!;
}
