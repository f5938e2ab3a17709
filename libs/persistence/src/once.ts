import { createHash } from 'node:crypto';
import { canonicalJson, type IdempotencyConflict } from '@haven/kernel';
import type { EntityManager } from 'typeorm';
import type { AgingRows } from './prune.js';

/** Identifies one intended effect of one caller. */
export interface IdempotentCall {
  readonly schema: string;
  readonly operation: string;
  readonly key: string;
  readonly subject: string;
  /** The organization that the subject works for in this call; null: none. */
  readonly organizationId: string | null;
  /** The input without the key. Equal bodies mean the same intent. */
  readonly body: unknown;
}

/** SQL of the table that {@link once} needs. `answerKeyTable` and `keptByOrganization` complete it. */
export const idempotencyTable = (schema: string): string => `
  CREATE TABLE "${schema}".idempotent_answer (
    subject text NOT NULL,
    operation text NOT NULL,
    key text NOT NULL,
    body_hash text NOT NULL,
    answer jsonb,
    answered_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (subject, operation, key)
  )`;

/** SQL of the index for {@link agedAnswers}. */
export const idempotencyIndex = (schema: string): string =>
  `CREATE INDEX idempotent_answer_by_age ON "${schema}".idempotent_answer (answered_at)`;

/**
 * Stored answers that nobody will ask for again. Callers repeat a call within minutes, or when the network is back; a week is far longer
 * than any hold. After that the same call is a new one.
 */
export const agedAnswers = (schema: string): AgingRows => ({ schema, table: 'idempotent_answer', agedBy: 'answered_at', days: 7 });

/**
 * Does `work` once for each key, in the same transaction. The same key and body get the stored answer; another body gets
 * IdempotencyConflict. A key counts for one subject in one organization and one operation. Concurrent calls wait for each other. Only a
 * keyed digest of key and body is stored. The answer goes through JSON.
 */
export async function once<T>(tx: EntityManager, call: IdempotentCall, work: () => Promise<T>): Promise<T | IdempotencyConflict> {
  const table = `"${call.schema}".idempotent_answer`;
  const keyed = (parameter: string) => `"${call.schema}".keyed_hash(${parameter})`;
  const values = [call.subject, call.operation, sha256(call.key), call.organizationId ?? '', sha256(canonicalJson(call.body))];
  const [claimed] = await tx.query<{ key: string }[]>(
    `INSERT INTO ${table} (subject, operation, key, organization, body_hash) VALUES ($1, $2, ${keyed('$3')}, $4, ${keyed('$5')})
     ON CONFLICT DO NOTHING RETURNING key`,
    values,
  );
  if (!claimed) return replay<T>(tx, table, keyed, values);
  const answer = await work();
  await tx.query(`UPDATE ${table} SET answer = $5 WHERE subject = $1 AND operation = $2 AND key = $3 AND organization = $4`, [
    call.subject,
    call.operation,
    claimed.key,
    call.organizationId ?? '',
    JSON.stringify(answer),
  ]);
  return JSON.parse(JSON.stringify(answer)) as T;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** An answer without an organization is found by subject alone. If there is none, a process of the previous version may have it. */
async function replay<T>(
  tx: EntityManager,
  table: string,
  keyed: (parameter: string) => string,
  values: readonly string[],
): Promise<T | IdempotencyConflict> {
  const [stored] = await tx.query<{ answer: T }[]>(
    `SELECT answer FROM ${table} WHERE subject = $1 AND operation = $2 AND key = ${keyed('$3')}
       AND (organization = $4 OR organization IS NULL) AND body_hash = ${keyed('$5')} AND answer IS NOT NULL`,
    [...values],
  );
  return stored ? stored.answer : { kind: 'IdempotencyConflict' };
}

/**
 * Replaces stored answers that contain one of these ids anywhere. If `rewrite` returns null, the answer stays. Use it for answers that were
 * harmless once and must not stay.
 */
export async function rewriteAnswers(
  tx: EntityManager,
  schema: string,
  ids: readonly string[],
  rewrite: (answer: unknown) => Promise<unknown>,
): Promise<void> {
  const rows = await tx.query<{ row: string; answer: unknown }[]>(
    `SELECT ctid::text AS row, answer FROM "${schema}".idempotent_answer
     WHERE jsonb_path_exists(answer, '$.** ? (@ == $ids[*])', jsonb_build_object('ids', $1::text[])) FOR UPDATE`,
    [ids],
  );
  for (const { row, answer } of rows) {
    const next = await rewrite(answer);
    if (next === null) continue;
    // Locked, so that no other transaction moves it.
    await tx.query(`UPDATE "${schema}".idempotent_answer SET answer = $2 WHERE ctid = $1::tid`, [row, JSON.stringify(next)]);
  }
}
