import { canonicalJson } from '@haven/kernel';
import { type EntryFacts, hasConfidentialPlace, publicEntryOf } from './public-entry.js';
import { withoutRecords } from './visibility.js';
import { keyOfClosed } from './closed-record.js';
import type { JsonObject } from '../hsds/record.js';
import { knownConfidential } from './close-places.js';
import type { RegistryTransaction, StoredEntry } from '../ports.js';
import { digestOf } from './entry-digest.js';
import { whereaboutsOf } from './whereabouts.js';

/**
 * Removes newly confidential data from entries that are not published again now: those of services that an import defers, and of withdrawn
 * services. They show less until they are published.
 */
export async function hideInEntries(tx: RegistryTransaction, serviceIds: readonly string[]): Promise<void> {
  if (serviceIds.length === 0) return;
  const { entries, confidential, formOf } = await storedEntries(tx, serviceIds);
  const released = await tx.releasedTexts.of(serviceIds);
  for (const entry of entries) {
    const { view } = entry;
    const shown = withoutRecords('service', view.hsds as JsonObject, confidential.records);
    const hidden = formOf(entry, shown, { releasedTexts: released.get(view.id) ?? null, version: entry.version + 1 });
    const isShown = hasConfidentialPlace(shown, confidential.cells) || shown !== view.hsds;
    if (hidden === null || !isShown || canonicalJson(hidden.service.hsds) === canonicalJson(view.hsds)) continue;
    await tx.entries.put([hiddenEntry(entry, hidden)]);
    await tx.replaceWaiting([{ serviceId: view.id, snapshot: hidden }]);
    if (!entry.withdrawn) await tx.emit([{ serviceId: view.id, snapshot: hidden }]);
  }
}

/** Entries as they are stored, what is confidential of them by now, and their form when less is shown. */
async function storedEntries(tx: RegistryTransaction, serviceIds: readonly string[]) {
  const entries = [...(await tx.entries.lock(serviceIds)).values()];
  const told = new Map(entries.map(({ view }) => [view.id, view.hsds as JsonObject]));
  const confidential = await knownConfidential(tx, told);
  const whereabouts = await whereaboutsOf(tx, told.values(), confidential.cells);
  const formOf = ({ view }: StoredEntry, shown: JsonObject, now: Pick<EntryFacts, 'releasedTexts' | 'version'>) =>
    publicEntryOf(shown, {
      ...{ cells: confidential.cells, isOrganizationClosed: false, ...whereabouts, ...now },
      ...{ verifiedAt: view.verifiedAt, missingSince: view.missingSince ?? null },
    });
  return { entries, confidential, formOf };
}

type Hidden = NonNullable<ReturnType<typeof publicEntryOf>>;

const hiddenEntry = (entry: StoredEntry, hidden: Hidden): StoredEntry =>
  entry.withdrawn
    ? { ...entry, view: { ...hidden.service, status: entry.view.status, version: entry.version } }
    : { ...entry, view: hidden.service, version: hidden.service.version, digest: digestOf(hidden) };

/** Removes newly confidential data from events that are not sent yet, also for services that were there once. */
export async function hideInWaiting(tx: RegistryTransaction, closed: readonly string[]): Promise<void> {
  if (closed.length === 0) return;
  const serviceIds = await tx.waitingAbout(closed.map((id) => keyOfClosed(id).id));
  const { entries, formOf } = await storedEntries(tx, serviceIds);
  await tx.replaceWaiting(
    entries.map((entry) => ({
      serviceId: entry.view.id,
      snapshot: formOf(entry, entry.view.hsds as JsonObject, { releasedTexts: null, version: entry.version }),
    })),
  );
}

/** The files may still contain what these services showed of data that is confidential now. */
export async function noteShown(tx: RegistryTransaction, closed: readonly string[], serviceIds: readonly string[]): Promise<void> {
  if (closed.length === 0) return;
  const texts = [...(await tx.entries.lock(serviceIds)).values()].map(({ view }) => JSON.stringify(view.hsds));
  const names = closed.map((id) => JSON.stringify(keyOfClosed(id).id));
  if (texts.some((text) => names.some((name) => text.includes(name)))) await tx.leftovers.note();
}
