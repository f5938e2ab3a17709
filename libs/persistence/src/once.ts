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
  /** The input without the key; equal bodies mean the same intent. */
  readonly body: unknown;
  /** Function of the schema that keys the hash of the body; left out where the body itself cannot be guessed. */
  readonly keyedBy?: string;
}

/** SQL of the table that {@link once} needs. */
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
 * body gets IdempotencyConflict. Two calls at once wait for each other on the primary key. The answer must be JSON;
 * it comes back the way JSON carries it.
 */
export async function once<T>(tx: EntityManager, call: IdempotentCall, work: () => Promise<T>): Promise<T | IdempotencyConflict> {
  const id = [call.subject, call.operation, call.key];
  const hash = createHash('sha256').update(canonicalJson(call.body)).digest('hex');
  const kept = call.keyedBy === undefined ? '$4' : `"${call.schema}"."${call.keyedBy}"($4)`;
  const claimed = await tx.query<unknown[]>(
    `INSERT INTO "${call.schema}".idempotent_answer (subject, operation, key, body_hash) VALUES ($1, $2, $3, ${kept})
     ON CONFLICT DO NOTHING RETURNING key`,
    [...id, hash],
  );
  if (claimed.length === 0) return replay<T>(tx, call.schema, kept, [...id, hash]);
  const answer = await work();
  const where = 'WHERE subject = $1 AND operation = $2 AND key = $3';
  await tx.query(`UPDATE "${call.schema}".idempotent_answer SET answer = $4 ${where}`, [...id, JSON.stringify(answer)]);
  return JSON.parse(JSON.stringify(answer)) as T;
}

/** A process of the version before may have kept the hash without the key. */
async function replay<T>(tx: EntityManager, schema: string, kept: string, values: readonly string[]): Promise<T | IdempotencyConflict> {
  const [stored] = await tx.query<{ is_same: boolean; answer: T }[]>(
    `SELECT body_hash IN ($4, ${kept}) AS is_same, answer FROM "${schema}".idempotent_answer WHERE subject = $1 AND operation = $2 AND key = $3`,
    [...values],
  );
  return stored?.is_same ? stored.answer : { kind: 'IdempotencyConflict' };
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
  const rows = await tx.query<{ subject: string; operation: string; key: string; answer: unknown }[]>(
    `SELECT subject, operation, key, answer FROM "${schema}".idempotent_answer
     WHERE jsonb_path_exists(answer, '$.**.id ? (@ == $ids[*])', jsonb_build_object('ids', $1::text[])) FOR UPDATE`,
    [ids],
  );
  for (const { subject, operation, key, answer } of rows) {
    const next = await rewrite(answer);
    if (next === null) continue;
    await tx.query(`UPDATE "${schema}".idempotent_answer SET answer = $4 WHERE subject = $1 AND operation = $2 AND key = $3`, [
      subject,
      operation,
      key,
      JSON.stringify(next),
    ]);
  }
}
