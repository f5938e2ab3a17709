import { invalidInput, type FieldProblem, type IdempotencyConflict, type InvalidInput } from '@haven/kernel';
import { lineProblems } from './line.js';

/** What changes something. The key makes its repetition harmless. */
export interface Command {
  readonly idempotencyKey: string;
}

/** Who sends a command, as far as answers are kept for them. */
export interface Sender {
  readonly subject: string;
  readonly organizationId: string | null;
}

/** A call that may be repeated. */
export interface RepeatableCall extends Sender {
  readonly operation: string;
  readonly key: string;
  readonly body: unknown;
}

/** A transaction that keeps what it answered. */
export interface KeepsAnswers {
  once<T>(call: RepeatableCall, work: () => Promise<T>): Promise<T | IdempotencyConflict>;
}

/** What is wrong with a command, said before anything that is stored is looked at; null: nothing. */
export function invalid({ idempotencyKey }: Command, problems: readonly FieldProblem[] = []): InvalidInput | null {
  const all = [...lineProblems('idempotencyKey', idempotencyKey, 200), ...problems];
  return all.length > 0 ? invalidInput(...all) : null;
}

/** Does the work of a command once for each key of its sender, in the transaction of its effect. The command must be JSON. */
export function once<Tx extends KeepsAnswers, T>(
  tx: Tx,
  { subject, organizationId }: Sender,
  operation: string,
  { idempotencyKey: key, ...body }: Command,
  work: (tx: Tx) => Promise<T>,
): Promise<T | IdempotencyConflict> {
  return tx.once({ operation, key, subject, organizationId, body }, () => work(tx));
}
