import { canonicalJson } from '@haven/kernel';
import { publicEntryOf } from '../confidentiality/public-entry.js';
import { withoutRecords } from '../confidentiality/visibility.js';
import { keyOfClosed } from '../confidentiality/closed-record.js';
import type { JsonObject } from '../hsds/record.js';
import { knownConfidential } from '../confidentiality/close-places.js';
import type { RegistryTransaction, StoredEntry } from '../ports.js';
import { digestOf } from './entry-digest.js';
import { loadWhereabouts } from '../vault/load-whereabouts.js';

/**
 * Removes what is hidden now from entries that are not published again now: those of services that an import defers, and of withdrawn
 * services. Also from events that are not sent yet, even of services that were there once. They show less until they are published.
 */
export async function hideInEntries(tx: RegistryTransaction, hidden: readonly string[], touched: readonly string[]): Promise<void> {
  if (hidden.length + touched.length === 0) return;
  const waiting = new Set(await tx.unsentAbout(hidden.map((id) => keyOfClosed(id).id)));
  const entries = [...(await tx.entries.lock([...new Set([...touched, ...waiting])])).values()];
  const renderedOf = await renderer(tx, entries);
  for (const entry of entries) {
    const { id, hsds } = entry.view;
    const less = renderedOf(entry, entry.version + 1);
    const isLess = less !== null && canonicalJson(less.service.hsds) !== canonicalJson(hsds);
    if (isLess) await tx.entries.put([hiddenEntry(entry, less)]);
    if (isLess && !entry.withdrawn) await tx.emit([{ serviceId: id, snapshot: less }]);
    if (isLess || waiting.has(id)) await tx.replaceUnsent([{ serviceId: id, snapshot: isLess ? less : renderedOf(entry, entry.version) }]);
  }
}

/** Renders an entry from what it shows, without what is hidden of it by now. */
async function renderer(tx: RegistryTransaction, entries: readonly StoredEntry[]) {
  const told = new Map(entries.map(({ view }) => [view.id, view.hsds as JsonObject]));
  const confidential = await knownConfidential(tx, told);
  const whereabouts = await loadWhereabouts(tx, told.values(), confidential.cells);
  const released = await tx.releasedTexts.of([...told.keys()]);
  const silent = await tx.entries.silentOrganizations(entries.map(({ view }) => view.organization.id));
  return ({ view }: StoredEntry, version: number) =>
    publicEntryOf(withoutRecords('service', view.hsds as JsonObject, confidential.records), {
      ...{ ...confidential, ...whereabouts, version, confidential: view.confidential },
      isOrganizationClosed: silent.has(view.organization.id),
      ...{ releasedTexts: released.get(view.id) ?? null, verifiedAt: view.verifiedAt, missingSince: view.missingSince ?? null },
    });
}

type Snapshot = NonNullable<ReturnType<typeof publicEntryOf>>;

const hiddenEntry = (entry: StoredEntry, less: Snapshot): StoredEntry =>
  entry.withdrawn
    ? { ...entry, view: { ...less.service, status: entry.view.status, version: entry.version } }
    : { ...entry, view: less.service, version: less.service.version, digest: digestOf(less) };

/** The files may still contain what these services showed of data that is hidden now. */
export async function noteShown(tx: RegistryTransaction, hidden: readonly string[], serviceIds: readonly string[]): Promise<void> {
  if (hidden.length === 0) return;
  const texts = [...(await tx.entries.lock(serviceIds)).values()].map(({ view }) => JSON.stringify(view.hsds));
  const names = hidden.map((id) => JSON.stringify(keyOfClosed(id).id));
  if (texts.some((text) => names.some((name) => text.includes(name)))) await tx.leftovers.note();
}
