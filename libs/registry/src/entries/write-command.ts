import type { ServiceView } from '@haven/events';
import type { Failure, IdempotencyConflict } from '@haven/kernel';
import type { Caller, OperationName } from '@haven/security';
import { type Command, once } from '@haven/use-case';
import type { Registry, RegistryTransaction } from '../ports.js';

/** Does the work of a command in one transaction, once for each key of the caller. */
export const writeOnce = <T>(
  registry: Registry,
  caller: Caller,
  operation: OperationName,
  command: Command,
  work: (tx: RegistryTransaction) => Promise<T>,
): Promise<T | IdempotencyConflict> => registry.transaction((tx) => once(tx, caller, operation, command, work));

/** What is stored for an answer that contains an entry. A repeated answer is rendered from the published entry. */
interface EntryAnswer {
  readonly kind: 'Entry';
  readonly serviceId: string;
  readonly version: number;
}

/** The same for a command that returns an entry. Data of the entry may have become confidential before the command is repeated. */
export async function writeEntryOnce<F extends Failure>(
  registry: Registry,
  caller: Caller,
  operation: OperationName,
  command: Command,
  work: (tx: RegistryTransaction) => Promise<ServiceView | F>,
): Promise<ServiceView | F | IdempotencyConflict> {
  let fresh: ServiceView | null = null;
  const answer = await writeOnce<EntryAnswer | F>(registry, caller, operation, command, async (tx) => {
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
