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
  /** The input without the key; equal bodies mean the same intent. */
  readonly body: unknown;
}

/** SQL of the table that {@link once} needs; `answerKeyTable` and `keptByOrganization` complete it. */
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

/** SQL of the index that {@link agedAnswers} are found by. */
export const idempotencyIndex = (schema: string): string =>
  `CREATE INDEX idempotent_answer_by_age ON "${schema}".idempotent_answer (answered_at)`;

/**
 * Answers that nobody asks for again. Who repeats a call does so within minutes, or when the network is back; a week outlives
 * by far the hours for which a bed may be held. After that a repetition is a new call.
 */
export const agedAnswers = (schema: string): AgingRows => ({ schema, table: 'idempotent_answer', agedBy: 'answered_at', days: 7 });

/**
 * Does `work` once per key, in the transaction of its effect: the same key and body get the stored answer, another
 * body gets IdempotencyConflict. A key counts for one subject in one organization and one operation. Two calls at once wait for
 * each other. Neither key nor body is stored, only a keyed digest. The answer must be JSON; it comes back the way JSON carries it.
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

/** Of an answer without an organization only the subject is known; without an answer, a process of the version before has it. */
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
 * Replaces stored answers that hold one of these ids anywhere; `rewrite` answers null to leave one as it is. For what was
 * harmless when it was answered and must not be kept any more.
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
    // Locked, so that it stays where it is.
    await tx.query(`UPDATE "${schema}".idempotent_answer SET answer = $2 WHERE ctid = $1::tid`, [row, JSON.stringify(next)]);
  }
}
