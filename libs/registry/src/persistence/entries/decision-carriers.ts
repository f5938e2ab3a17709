import type { EntityManager } from 'typeorm';
import { keyOfEligibility } from '../../crosswalks/term-key.js';
import { keyOfTerm } from '../../crosswalks/term-lines.js';
import type { DecisionTarget } from '../../ports.js';
import { originOf } from '../record-sql.js';

/** Services that a decision about this may change, whether or not their entries show it. */
export async function carriersOf(tx: EntityManager, target: DecisionTarget): Promise<readonly string[]> {
  if (target.serviceId !== null) return [target.serviceId];
  return target.kind === 'TERM' ? withTerm(tx, target) : withSaying(tx, target);
}

async function withTerm(tx: EntityManager, { key, source }: DecisionTarget): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT DISTINCT s.id FROM registry.hsds_link t
       JOIN registry.hsds_link a ON a.child_object = 'attribute' AND a.child_id = t.parent_id AND a.parent_object = 'service'
         AND a.property = 'attributes'
       JOIN registry.service s ON s.id = a.parent_id
     WHERE t.child_object = 'taxonomy_term' AND t.child_id = ANY($1::text[]) AND t.parent_object = 'attribute'
       AND ($2::text IS NULL OR ${originOf('s')} = $2) ORDER BY s.id`,
    [await termIds(tx, key), source],
  );
  return rows.map(({ id }) => id);
}

/** Compares names by the rules of the crosswalks, not by those of a database. */
async function termIds(tx: EntityManager, key: string): Promise<readonly string[]> {
  const terms = await tx.query<{ id: string; name: string | null; taxonomy: string | null }[]>(
    `SELECT t.id, t.name, coalesce(nullif(trim(x.name), ''), t.taxonomy) AS taxonomy FROM registry.taxonomy_term t
       LEFT JOIN registry.hsds_link l ON l.parent_object = 'taxonomy_term' AND l.parent_id = t.id AND l.property = 'taxonomy_detail'
       LEFT JOIN registry.taxonomy x ON x.id = l.child_id AND l.child_object = 'taxonomy'`,
  );
  return terms.flatMap(({ id, name, taxonomy }) => (name !== null && keyOfTerm({ name, taxonomy }) === key ? [id] : []));
}

async function withSaying(tx: EntityManager, { key, source }: DecisionTarget): Promise<readonly string[]> {
  const texts = await tx.query<{ id: string; text: string }[]>(
    `SELECT s.id, s.eligibility_description AS text FROM registry.service s
     WHERE s.eligibility_description IS NOT NULL AND ($1::text IS NULL OR ${originOf('s')} = $1) ORDER BY s.id`,
    [source],
  );
  return texts.flatMap(({ id, text }) => (keyOfEligibility(text) === key ? [id] : []));
}

const batchSize = 500;

/** Those of these services whose published entry shows the term or the text, or exists at all. */
export async function shownBy(tx: EntityManager, target: DecisionTarget, serviceIds: readonly string[]): Promise<readonly string[]> {
  const shown: string[] = [];
  for (let from = 0; from < serviceIds.length; from += batchSize) {
    const rows = await tx.query<{ id: string; text: string | null; terms: readonly { name?: unknown; taxonomy?: unknown }[] }[]>(shownSql, [
      serviceIds.slice(from, from + batchSize),
    ]);
    shown.push(...rows.filter((row) => isShown(target, row)).map(({ id }) => id));
  }
  return shown;
}

const shownSql = `SELECT service_id AS id, view->'hsds'->>'eligibility_description' AS text, (
    SELECT coalesce(jsonb_agg(jsonb_build_object('name', t->>'name', 'taxonomy',
        coalesce(nullif(trim(t->'taxonomy_detail'->>'name'), ''), t->>'taxonomy'))), '[]')
      FROM jsonb_path_query(view, '$.hsds.attributes[*].taxonomy_term') t) AS terms
  FROM registry.service_entry WHERE service_id = ANY($1::text[]) AND NOT withdrawn`;

interface Shown {
  readonly text: string | null;
  readonly terms: readonly { readonly name?: unknown; readonly taxonomy?: unknown }[];
}

function isShown({ kind, key }: DecisionTarget, { text, terms }: Shown): boolean {
  if (kind === 'SERVICE') return true;
  if (kind === 'ELIGIBILITY') return text !== null && keyOfEligibility(text) === key;
  return terms.some(({ name, taxonomy }) => typeof name === 'string' && keyOfTerm({ name, taxonomy: asText(taxonomy) }) === key);
}

const asText = (value: unknown): string | null => (typeof value === 'string' ? value : null);
