import type { ServiceView } from '@haven/events';
import type { Failure } from '@haven/kernel';
import type { Caller } from '@haven/security';
import { type Command, invalid } from '@haven/use-case';
import { lockForChange } from './change-service.js';
import type { Registry, RegistryTransaction, StoredEntry } from '../ports.js';
import { publishServices } from '../publishing/publish-services.js';
import { writeEntryOnce } from './write-command.js';

/** What {@link withdrawService} needs. */
export interface WithdrawService extends Command {
  readonly id: string;
  readonly expectedVersion: number;
}

/** Takes a service out of every search for good. Its record stays, as defunct, so that exports include it. */
export async function withdrawService(registry: Registry, caller: Caller, command: WithdrawService): Promise<ServiceView | Failure> {
  return (
    invalid(command) ??
    writeEntryOnce(registry, caller, 'withdrawService', command, async (tx) => {
      const entry = await lockForChange(tx, caller, 'withdrawService', command.id, command.expectedVersion);
      return 'kind' in entry ? entry : (await withdrawEntries(tx, [entry]))[0]!;
    })
  );
}

/** Withdraws these locked services. */
export async function withdrawEntries(tx: RegistryTransaction, entries: readonly StoredEntry[]): Promise<readonly ServiceView[]> {
  const ids = entries.map(({ view }) => view.id);
  const records = await tx.records.get(ids.map((id) => ({ object: 'service', id })));
  await tx.records.put(
    'haven',
    records.map((record) => ({ ...record, properties: { ...record.properties, status: 'defunct' } })),
  );
  const gone = entries.map(goneOf);
  await tx.entries.put(gone);
  await tx.emit(ids.map((serviceId) => ({ serviceId, snapshot: null })));
  await tx.dirty.clear(ids);
  await showMerged(tx, ids);
  return gone.map(({ view }) => view);
}

/** Publishes services again that were merged into it. */
async function showMerged(tx: RegistryTransaction, keptIds: readonly string[]): Promise<void> {
  const ids = await tx.pairs.mergedInto(keptIds);
  await tx.dirty.mark(ids);
  await publishServices(tx, ids);
}

function goneOf(entry: StoredEntry): StoredEntry {
  const version = entry.version + 1;
  const view: ServiceView = { ...entry.view, status: 'DEFUNCT', version, hsds: { ...entry.view.hsds, status: 'defunct' } };
  return { ...entry, view, version, digest: '', withdrawn: true };
}
