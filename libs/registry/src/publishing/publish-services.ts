import type { ServiceSnapshot } from '@haven/events';
import { publicEntryOf } from '../confidentiality/public-entry.js';
import { withoutRecords } from '../confidentiality/visibility.js';
import type { Whereabouts } from '../places/place-town.js';
import { loadWhereabouts } from '../vault/load-whereabouts.js';
import type { ObjectName } from '../hsds/record.js';
import { keyText, type RecordKey } from '../hsds/relation.js';
import { type Aggregates, closeIds, closeConfidential, type Confidential, knownConfidential } from '../confidentiality/close-places.js';
import { digestOf } from './entry-digest.js';
import { hideInEntries, noteShown } from './hide-in-entries.js';
import { loadServices } from '../vault/load-aggregate.js';
import type { Registry, RegistryTransaction, ServiceEvent, StoredEntry } from '../ports.js';
import { awaitCopies, organizationOf, placeIdsOf } from './review-places.js';

const batchSize = 100;

/** Publishes every waiting service, batch by batch. After a crash the rest keeps waiting. Returns how many were checked. */
export async function publishWaiting(registry: Registry, onBatch: (done: number) => void | Promise<void> = () => {}): Promise<number> {
  let done = 0;
  for (let taken = batchSize; taken === batchSize; await onBatch(done)) {
    taken = await registry.transaction(async (tx) => {
      const serviceIds = await tx.dirty.take(batchSize);
      await publishServices(tx, serviceIds);
      return serviceIds.length;
    });
    done += taken;
  }
  return done;
}

/**
 * Publishes the current state of these services, in the transaction of their change, except those that an import defers. An entry without
 * changes stays. A place that becomes confidential, or may be a copy of a confidential one, is hidden at once in every entry that has it,
 * deferred or not. Returns the published ones.
 */
export async function publishServices(tx: RegistryTransaction, serviceIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (serviceIds.length === 0) return new Set();
  const given = await loadServices(tx.records, serviceIds);
  const said = await closeConfidential(tx, given);
  const copies = await awaitCopies(tx, [...given.values()].flatMap(placeIdsOf));
  const touched = [...new Set([...said.touched, ...copies.touched])];
  return hiding(tx, [...said.closed, ...copies.waiting], touched, async () => {
    const loaded = touched.length === 0 ? given : await loadServices(tx.records, serviceIds);
    const { published, siblings } = await publishLoaded(tx, serviceIds, { loaded, confidential: await knownConfidential(tx, loaded) });
    const others = [...new Set([...touched, ...siblings])].filter((id) => !serviceIds.includes(id));
    await publishServices(tx, others);
    return published;
  });
}

/** Makes places, or records by their closed ids, confidential for all services, and publishes those. */
export const hidePlaces = async (tx: RegistryTransaction, ids: readonly string[]): Promise<readonly string[]> =>
  publishTouched(tx, ids, await closeIds(tx, ids));

/**
 * Publishes services with a place that has become confidential. Copies of it, and of the other given places, wait for a person. Returns
 * those that begin to wait.
 */
export async function publishTouched(
  tx: RegistryTransaction,
  closed: readonly string[],
  touched: readonly string[],
  locationIds: readonly string[] = closed,
): Promise<readonly string[]> {
  const copies = await awaitCopies(tx, locationIds);
  const all = [...new Set([...touched, ...copies.touched])];
  await hiding(tx, [...closed, ...copies.waiting], all, () => publishServices(tx, all));
  return copies.waiting;
}

/** Publishes, and leaves nothing of what is hidden in what is not published now. */
async function hiding<T>(
  tx: RegistryTransaction,
  hidden: readonly string[],
  touched: readonly string[],
  publish: () => Promise<T>,
): Promise<T> {
  await tx.dirty.mark(touched);
  await noteShown(tx, hidden, touched);
  const done = await publish();
  await hideInEntries(tx, hidden, touched);
  return done;
}

/** Organizations with a confidential place: their own texts are shown only once they are released. */
const organizationsOf = (serviceIds: readonly string[], { loaded, confidential: { cells } }: Loaded): readonly string[] =>
  serviceIds
    .map((id) => loaded.get(id))
    .filter((service) => service !== undefined)
    .filter((service) => placeIdsOf(service).some((id) => cells.has(id)))
    .flatMap(organizationOf);

interface Loaded {
  readonly loaded: Aggregates;
  readonly confidential: Confidential;
}

async function publishLoaded(tx: RegistryTransaction, serviceIds: readonly string[], all: Loaded): Promise<Published> {
  const before = await tx.entries.lock(serviceIds);
  // Checked after the records: an import that stored one of them meanwhile deferred it in the same transaction.
  const open = await notDeferred(tx, serviceIds, all.loaded);
  const siblings = await tx.entries.closeOrganizations(organizationsOf(open, all));
  const released = await tx.releasedTexts.of(open);
  const silent = await tx.entries.silentOrganizations([...all.loaded.values()].flatMap(organizationOf));
  const merged = await tx.pairs.mergeStates(open);
  const missing = await tx.roll.missingSince(open);
  const whereabouts = await loadWhereabouts(tx, all.loaded.values(), all.confidential.cells);
  const now = open.map((serviceId) =>
    snapshotNow(serviceId, all, { stored: before.get(serviceId), released, silent, whereabouts, missing, merged }),
  );
  const changed = now.flatMap(({ serviceId, snapshot, stored }) => {
    const entry = snapshot === null ? withdrawn(stored) : published(snapshot, stored);
    return entry === null ? [] : [{ entry, event: { serviceId, snapshot } satisfies ServiceEvent }];
  });
  await tx.entries.put(changed.map(({ entry }) => entry));
  await tx.replaceUnsent(now.filter(({ hides, stored }) => hides && stored !== undefined));
  await tx.emit(changed.map(({ event }) => event));
  await tx.dirty.clear(open);
  return { published: new Set(open), siblings };
}

/** The published services, and other services of organizations that now have a confidential place. */
interface Published {
  readonly published: ReadonlySet<string>;
  readonly siblings: readonly string[];
}

interface Known {
  readonly stored: StoredEntry | undefined;
  readonly released: ReadonlyMap<string, string>;
  readonly silent: ReadonlySet<string>;
  readonly whereabouts: Whereabouts;
  readonly missing: ReadonlyMap<string, string>;
  readonly merged: ReadonlyMap<string, 'AWAY' | 'BACK'>;
}

/** The publishable form of a service, and whether any of it is hidden. */
function snapshotNow(
  serviceId: string,
  { loaded, confidential }: Loaded,
  { stored, released, silent, whereabouts, missing, merged }: Known,
) {
  const record = loaded.get(serviceId);
  const mergeState = merged.get(serviceId);
  if (record === undefined || mergeState === 'AWAY' || (stored?.withdrawn && mergeState !== 'BACK'))
    return { serviceId, stored, snapshot: null, hides: false };
  const shown = withoutRecords('service', record, confidential.records);
  const isOrganizationClosed = organizationOf(record).some((id) => silent.has(id));
  const snapshot = publicEntryOf(shown, {
    ...confidential,
    releasedTexts: released.get(serviceId) ?? null,
    isOrganizationClosed,
    verifiedAt: stored?.verifiedAt ?? null,
    missingSince: missing.get(serviceId) ?? null,
    version: (stored?.version ?? 0) + 1,
    ...whereabouts,
  });
  return {
    serviceId,
    stored,
    snapshot,
    hides: snapshot !== null && (snapshot.service.confidential || isOrganizationClosed || shown !== record),
  };
}

/** Leaves out services that an import defers, or whose place it defers; a service waits as long as its place does. */
async function notDeferred(tx: RegistryTransaction, serviceIds: readonly string[], records: Aggregates): Promise<readonly string[]> {
  const services = serviceIds.map((id) => ({ id, places: placeIdsOf(records.get(id) ?? {}) }));
  const deferred = await tx.deferrals.among(
    services.flatMap(({ id, places }): RecordKey[] => [
      { object: 'service', id },
      ...places.map((place): RecordKey => ({ object: 'location', id: place })),
    ]),
  );
  const isDeferred = (object: ObjectName, id: string): boolean => deferred.has(keyText({ object, id }));
  for (const { id, places } of services) {
    for (const place of places.filter((one) => isDeferred('location', one))) await tx.deferrals.passOn(place, id);
  }
  return services
    .filter(({ id, places }) => !isDeferred('service', id) && !places.some((place) => isDeferred('location', place)))
    .map(({ id }) => id);
}

function published(snapshot: ServiceSnapshot, stored: StoredEntry | undefined): StoredEntry | null {
  const digest = digestOf(snapshot);
  if (stored?.digest === digest && !stored.withdrawn) return null;
  const { service } = snapshot;
  return { view: service, digest, version: service.version, verifiedAt: stored?.verifiedAt ?? null, withdrawn: false };
}

/** The last entry of a withdrawn service, unless it was published already. */
function withdrawn(stored: StoredEntry | undefined): StoredEntry | null {
  if (!stored || stored.digest === '') return null;
  return { ...stored, digest: '', withdrawn: true };
}
