import type { ServiceView } from '@haven/events';
import type { Failure } from '@haven/kernel';
import type { Caller } from '@haven/security';
import { type Command, invalid } from '@haven/use-case';
import { lockForChange } from './change-service.js';
import type { Registry, RegistryTransaction, StoredEntry } from '../ports.js';
import { writeEntryOnce } from './write-command.js';
import { publishedView, publishWithTouched } from './write-service.js';

/** What {@link verifyService} needs. */
export interface VerifyService extends Command {
  readonly id: string;
}

/** Records that somebody called and the entry is right. */
export async function verifyService(registry: Registry, caller: Caller, command: VerifyService): Promise<ServiceView | Failure> {
  return (
    invalid(command) ??
    writeEntryOnce(registry, caller, 'verifyService', command, async (tx) => {
      const entry = await lockForChange(tx, caller, 'verifyService', command.id, null);
      return 'kind' in entry ? entry : verify(tx, entry, registry.clock.now());
    })
  );
}

async function verify(tx: RegistryTransaction, entry: StoredEntry, now: Date): Promise<ServiceView> {
  const { id } = entry.view;
  const [record] = await tx.records.get([{ object: 'service', id }]);
  const summaries = await tx.records.summaries('service', [id]);
  // HSDS has only the day, so the instant is stored separately.
  const assured = { ...record?.properties, assured_date: now.toISOString().slice(0, 10) };
  if (record) await tx.records.put(summaries.get(id)?.source ?? 'haven', [{ ...record, properties: assured }]);
  const verifiedAt = now.toISOString();
  await tx.entries.put([{ ...entry, verifiedAt }]);
  if (await publishWithTouched(tx, id)) return publishedView(tx, id);
  // An import defers it: it will be published together with that import. Until then its author gets the public entry.
  const version = entry.version + 1;
  await tx.entries.put([{ ...entry, verifiedAt, version }]);
  return { ...entry.view, verifiedAt, version };
}
