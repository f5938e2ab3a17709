import { type Failure, type FieldProblem, type IdempotencyConflict, invalidInput, type NotFound } from '@haven/kernel';
import { canonicalJson } from '@haven/kernel';
import type { Caller } from '@haven/security';
import type { Registry, RegistryTransaction } from './ports.js';

/** Who sends a command, and the key that makes its repetition harmless. */
export interface WriteCommand {
  readonly caller: Caller;
  readonly idempotencyKey: string;
}

/** Problems of the key. */
export const checkKey = (key: string): readonly FieldProblem[] =>
  key.trim() === '' || key.length > 200
    ? [{ path: 'idempotencyKey', message: 'Give a key of 1 to 200 characters, a new one for each request.' }]
    : [];

/** Does a command once: problems of the input first, since they need no look at what is stored. */
export async function writeOnce<T, F extends Failure = NotFound>(
  registry: Registry,
  operation: string,
  { caller, idempotencyKey, ...body }: WriteCommand & Record<string, unknown>,
  problems: readonly FieldProblem[],
  work: (tx: RegistryTransaction) => Promise<T | F>,
): Promise<T | F | IdempotencyConflict | ReturnType<typeof invalidInput>> {
  const all = [...checkKey(idempotencyKey), ...problems];
  if (all.length > 0) return invalidInput(...all);
  return registry.transaction(async (tx) => {
    // Keyed, since the body may hold the exact position of a confidential place.
    const { subject, organizationId } = caller;
    const call = { operation, key: idempotencyKey, subject, organizationId, body: await tx.vault.fingerprint(canonicalJson(body)) };
    return tx.once(call, () => work(tx));
  });
}
