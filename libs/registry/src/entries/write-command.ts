import type { ServiceView } from '@haven/events';
import { canonicalJson, type Failure, type FieldProblem, type IdempotencyConflict, invalidInput, type NotFound } from '@haven/kernel';
import type { Caller } from '@haven/security';
import type { Registry, RegistryTransaction } from '../ports.js';

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

type Answered<T, F> = T | F | IdempotencyConflict | ReturnType<typeof invalidInput>;

/** Does a command once: problems of the input first, since they need no look at what is stored. */
export async function writeOnce<T, F extends Failure = NotFound>(
  registry: Registry,
  operation: string,
  { caller, idempotencyKey, ...body }: WriteCommand & Record<string, unknown>,
  problems: readonly FieldProblem[],
  work: (tx: RegistryTransaction) => Promise<T | F>,
): Promise<Answered<T, F>> {
  const all = [...checkKey(idempotencyKey), ...problems];
  if (all.length > 0) return invalidInput(...all);
  return registry.transaction(async (tx) => {
    // Keyed, since the body may hold the exact position of a confidential place.
    const { subject, organizationId } = caller;
    const call = { operation, key: idempotencyKey, subject, organizationId, body: await tx.vault.fingerprint(canonicalJson(body)) };
    return tx.once(call, () => work(tx));
  });
}

/** What is kept of an answer with an entry: it is rendered from what is published when it is given again. */
interface EntryAnswer {
  readonly kind: 'Entry';
  readonly serviceId: string;
  readonly version: number;
}

/** Does a command that answers an entry once. What the entry shows may have become confidential until the command is repeated. */
export async function writeEntryOnce<F extends Failure = NotFound>(
  registry: Registry,
  operation: string,
  command: WriteCommand & Record<string, unknown>,
  problems: readonly FieldProblem[],
  work: (tx: RegistryTransaction) => Promise<ServiceView | F>,
): Promise<Answered<ServiceView, F>> {
  let fresh: ServiceView | null = null;
  const answer = await writeOnce<EntryAnswer, F>(registry, operation, command, problems, async (tx) => {
    const done = await work(tx);
    if ('kind' in done) return done;
    fresh = done;
    return { kind: 'Entry', serviceId: done.id, version: done.version };
  });
  if (!isEntry(answer)) return answer;
  return fresh ?? rendered(registry, answer);
}

const isEntry = (answer: { readonly kind: string }): answer is EntryAnswer => answer.kind === 'Entry';

function rendered(registry: Registry, { serviceId, version }: EntryAnswer): Promise<ServiceView> {
  return registry.transaction(async (tx) => {
    const entry = (await tx.entries.lock([serviceId])).get(serviceId);
    if (!entry) throw new Error('A service that was answered is not there any more.');
    return { ...entry.view, version };
  });
}
