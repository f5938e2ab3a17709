import { notFound, type NotFound, type VersionConflict } from '@haven/kernel';
import { type Caller, mayWrite, type OperationName } from '@haven/security';
import type { RegistryTransaction, StoredEntry } from '../ports.js';

/** Locks a service that the caller may change, if it still has the version that the caller saw (null: any). */
export async function lockForChange(
  tx: RegistryTransaction,
  caller: Caller,
  operation: OperationName,
  serviceId: string,
  expectedVersion: number | null,
): Promise<StoredEntry | NotFound | VersionConflict> {
  if ((await tx.records.summaries('service', [serviceId])).size === 0) return notFound;
  await tx.dirty.mark([serviceId]);
  const entry = (await tx.entries.lock([serviceId])).get(serviceId);
  if (!entry || entry.withdrawn || !mayWrite(caller, operation, entry.view.organization.id)) return notFound;
  if (expectedVersion !== null && expectedVersion !== entry.version) return { kind: 'VersionConflict', currentVersion: entry.version };
  return entry;
}
