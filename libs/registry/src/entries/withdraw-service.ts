import type { ServiceView } from '@haven/events';
import type { Failure } from '@haven/kernel';
import type { Caller } from '@haven/security';
import { type Command, invalid } from '@haven/use-case';
import { lockForChange } from './change-service.js';
import type { Registry, RegistryTransaction, StoredEntry } from '../ports.js';
import { writeEntryOnce } from './write-command.js';

/** What {@link withdrawService} needs. */
export interface WithdrawService extends Command {
  readonly id: string;
  readonly expectedVersion: number;
}

/** Takes a service out of every search for good. Its record stays, as defunct, so that an export says so. */
export async function withdrawService(registry: Registry, caller: Caller, command: WithdrawService): Promise<ServiceView | Failure> {
  return (
    invalid(command) ??
    writeEntryOnce(registry, caller, 'withdrawService', command, async (tx) => {
      const entry = await lockForChange(tx, caller, 'withdrawService', command.id, command.expectedVersion);
      return 'kind' in entry ? entry : withdraw(tx, entry);
    })
  );
}

async function withdraw(tx: RegistryTransaction, entry: StoredEntry): Promise<ServiceView> {
  const [record] = await tx.records.get([{ object: 'service', id: entry.view.id }]);
  if (record) await tx.records.put('haven', [{ ...record, properties: { ...record.properties, status: 'defunct' } }]);
  const version = entry.version + 1;
  const view: ServiceView = { ...entry.view, status: 'DEFUNCT', version, hsds: { ...entry.view.hsds, status: 'defunct' } };
  await tx.entries.put([{ ...entry, view, version, digest: '', withdrawn: true }]);
  await tx.emit([{ serviceId: entry.view.id, snapshot: null }]);
  await tx.dirty.clear([entry.view.id]);
  return view;
}
