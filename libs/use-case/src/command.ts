import { invalidInput, type FieldProblem, type IdempotencyConflict, type InvalidInput } from '@haven/kernel';
import { lineProblems } from './line.js';

/** A change that a caller asks for. Its key makes it harmless to send it again. */
export interface Command {
  readonly idempotencyKey: string;
}

/** The sender of a command: answers are stored for each sender. */
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

/** A transaction that stores its answer. */
export interface KeepsAnswers {
  once<T>(call: RepeatableCall, work: () => Promise<T>): Promise<T | IdempotencyConflict>;
}

/** Problems of a command that need no stored data to be found; null: none. */
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
