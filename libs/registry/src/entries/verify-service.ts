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

/** Notes that somebody called and the entry is right. */
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
  const marks = await tx.records.marks('service', [id]);
  // HSDS has only the day; the instant is kept beside it.
  const assured = { ...record?.properties, assured_date: now.toISOString().slice(0, 10) };
  if (record) await tx.records.put(marks.get(id)?.source ?? 'haven', [{ ...record, properties: assured }]);
  const verifiedAt = now.toISOString();
  await tx.entries.put([{ ...entry, verifiedAt }]);
  if (await publishWithTouched(tx, id)) return publishedView(tx, id);
  // An import holds it: it is published with what that brings, and until then its author is answered what is public.
  const version = entry.version + 1;
  await tx.entries.put([{ ...entry, verifiedAt, version }]);
  return { ...entry.view, verifiedAt, version };
}
