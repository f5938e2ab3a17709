import type { ServiceSnapshot, ServiceView } from '@haven/contracts';
import type { JsonObject } from '../domain/hsds/record.js';
import type { SealedKeys } from '../domain/withhold-records.js';
import { placesIn, withheldSnapshot } from '../domain/withhold-places.js';
import type { RegistryTransaction, StoredEntry } from './ports.js';
import { digestOf } from './publish-services.js';

/** Places that were told exactly, and records that were told, and must not be any more. */
export interface NowConfidential {
  /** Ids of services or places: what names one of them is looked at. */
  readonly mentions: readonly string[];
  readonly isWithheld: (locationId: string, view: ServiceView) => boolean;
  readonly records?: SealedKeys;
}

/**
 * Takes exact positions and addresses out of all that was told before and is kept: published entries, events that are not
 * sent yet, and answers that are given again to a repeated call. In the transaction that seals the places, and without
 * waiting for an import to end: what is too much is taken back at once.
 */
export async function withholdPlaces(tx: RegistryTransaction, now: NowConfidential): Promise<void> {
  const { mentions } = now;
  if (mentions.length === 0) return;
  const withheld = (view: ServiceView) => withheldFrom(tx, view, now);
  const serviceIds = await tx.entries.mentioning(mentions);
  // Locks them against edits first, so that an answer that one of them is about to store is seen here.
  await tx.dirty.mark(serviceIds);
  await tx.told.rewriteAnswers(mentions, async (view) => (await withheld(view))?.service ?? null);
  await tx.told.rewriteWaiting(mentions, async ({ service }) => withheld(service));
  for (const entry of (await tx.entries.lock(serviceIds)).values()) {
    const snapshot = await withheld(entry.view);
    if (snapshot !== null) await publishWithheld(tx, entry, snapshot);
  }
}

async function publishWithheld(tx: RegistryTransaction, entry: StoredEntry, snapshot: ServiceSnapshot): Promise<void> {
  if (entry.withdrawn) return tx.entries.put([{ ...entry, view: { ...snapshot.service, status: entry.view.status } }]);
  const version = entry.version + 1;
  const next = { ...snapshot, service: { ...snapshot.service, version } };
  await tx.entries.put([{ ...entry, view: next.service, version, digest: digestOf(next) }]);
  await tx.emit([{ serviceId: entry.view.id, snapshot: next }]);
}

async function withheldFrom(
  tx: RegistryTransaction,
  view: ServiceView,
  { isWithheld, records }: NowConfidential,
): Promise<ServiceSnapshot | null> {
  const places = placesIn(view.hsds as JsonObject);
  const registered = await tx.vault.cells([...places.keys()]);
  const withheld = [...places].filter(([id]) => registered.has(id) || isWithheld(id, view));
  const cells = new Map(withheld.map(([id, cell]) => [id, registered.get(id) ?? cell]));
  const releasedTexts = (await tx.releasedTexts.of([view.id])).get(view.id) ?? null;
  return withheldSnapshot(view, cells, { sealed: records ?? null, releasedTexts });
}
