import type { ServiceView } from '@haven/events';
import { type InvalidInput, invalidInput, publicCellOf } from '@haven/kernel';
import { v7 } from 'uuid';
import type { JsonObject } from '../hsds/record.js';
import { identified, type KnownPlace } from '../sources/same-place.js';
import type { PlaceEntry, ServiceEntry } from '../meaning/service-input.js';
import { enteredView, type Entered } from './entered-view.js';
import { enteredProperties, type IdentifiedPlace, serviceRecords } from '../meaning/service-records.js';
import { clearEntry, ownPlaces } from './clear-entry.js';
import type { RegistryTransaction } from '../ports.js';
import { hidePlaces, publishServices } from '../publishing/publish-services.js';
import { releaseTexts } from '../confidentiality/release-texts.js';
import { meantForOthers } from './shared-places.js';
import { storeRecords } from '../vault/store-records.js';

/** What a person enters belongs to Haven from then on. */
const context = { source: 'haven', deferredBy: null, takesOver: true } as const;

/** An edit affects few other services; the rest waits for the next publishing. */
const mostTouched = 10;

/**
 * Stores a service as entered and publishes it, in one transaction. If an import defers the service, it is published when the import ends.
 * Until then its author gets the entry as entered, and nothing of the import.
 */
export async function writeService(
  tx: RegistryTransaction,
  serviceId: string,
  organization: ServiceView['organization'],
  entry: ServiceEntry,
): Promise<ServiceView | InvalidInput> {
  const known = await ownPlaces(tx, serviceId);
  const places = identified(entry.locations, known, v7);
  const { hidden, problems } = await meantForOthers(tx, { id: serviceId, organizationId: organization.id }, known, places);
  if (problems.length > 0) return invalidInput(...problems);
  const gone = goneOf(known, places);
  await clearEntry(tx, serviceId, gone);
  const records = serviceRecords(serviceId, organization.id, entry, await keptProperties(tx, serviceId), places);
  await storeRecords(tx, { ...context, ...(await originOf(tx, serviceId, organization.id)) }, records);
  const isTextReleased = await releaseTexts(tx, serviceId, entry.textReleased);
  const left = await noteEntered(tx, organization.id, places, gone);
  await tx.reviews.decide(
    places.filter(({ place }) => place.visibility === 'PUBLIC').map(({ id }) => id),
    'PUBLIC',
  );
  const isPublished = await publishWithTouched(tx, serviceId);
  await hidePlaces(tx, [...hidden, ...left]);
  return isPublished ? publishedView(tx, serviceId) : deferredView(tx, { serviceId, organization, records, places, isTextReleased });
}

/** An edited service keeps its source; a new service gets that of its organization. */
async function originOf(tx: RegistryTransaction, serviceId: string, organizationId: string): Promise<{ readonly origin?: string }> {
  const service = (await tx.records.summaries('service', [serviceId])).get(serviceId);
  const summary = service ?? (await tx.records.summaries('organization', [organizationId])).get(organizationId);
  return summary ? { origin: summary.origin } : {};
}

/**
 * The public place that the organization left may be the house that it enters as confidential now or later, so a directory that still has
 * its id must not show it again. Returns the ids to close.
 */
async function noteEntered(
  tx: RegistryTransaction,
  organizationId: string,
  places: readonly IdentifiedPlace[],
  gone: readonly KnownPlace[],
): Promise<readonly string[]> {
  const left = gone.filter(({ cell }) => cell === undefined);
  await tx.entered.leave(organizationId, new Map(left.map(({ id, position }) => [id, position && publicCellOf(position)])));
  await tx.entered.note(organizationId, new Map(places.map(({ id, place }) => [id, publicCellOf(place)])));
  const closed = places.filter(({ place }) => isConfidential(place)).map(({ place }) => publicCellOf(place));
  if (closed.length === 0) return [];
  const ids = [...left.map(({ id }) => id), ...(await tx.entered.leftIn(organizationId, closed))];
  if (ids.length > 0) await tx.leftovers.note();
  return ids;
}

/** Publishes a service, and others that the change affects. Answers whether it was published: an import may defer it. */
export async function publishWithTouched(tx: RegistryTransaction, serviceId: string): Promise<boolean> {
  const touched = await tx.dirty.take(mostTouched);
  return (await publishServices(tx, [...new Set([serviceId, ...touched])])).has(serviceId);
}

/** The public entry of a service. */
export async function publishedView(tx: RegistryTransaction, serviceId: string): Promise<ServiceView> {
  const view = await tx.entries.find(serviceId);
  if (view === null) throw new Error('A service that was just stored is not published.');
  return view;
}

/** Takes the next version, so that two edits that wait for the same import cannot overwrite each other unseen. */
async function deferredView(tx: RegistryTransaction, entered: Omit<Entered, 'version' | 'verifiedAt'>): Promise<ServiceView> {
  const stored = (await tx.entries.lock([entered.serviceId])).get(entered.serviceId);
  if (!stored) throw new Error('An import defers a service that was never stored.');
  const version = stored.version + 1;
  await tx.entries.put([{ ...stored, version }]);
  return enteredView({ ...entered, places: await asClosed(tx, entered.places), version, verifiedAt: stored.verifiedAt });
}

/** A place that was entered as public may be confidential by a tag of its organization. */
async function asClosed(tx: RegistryTransaction, places: readonly IdentifiedPlace[]): Promise<readonly IdentifiedPlace[]> {
  const closed = await tx.vault.cells(places.map(({ id }) => id));
  return places.map(({ id, place }) => ({ id, place: closed.has(id) ? { ...place, visibility: 'CONFIDENTIAL' } : place }));
}

const isConfidential = ({ visibility }: PlaceEntry): boolean => visibility === 'CONFIDENTIAL';

const goneOf = (known: readonly KnownPlace[], places: readonly { readonly id: string }[]): readonly KnownPlace[] =>
  known.filter(({ id }) => !places.some((place) => place.id === id));

async function keptProperties(tx: RegistryTransaction, serviceId: string): Promise<JsonObject> {
  const [stored] = await tx.records.get([{ object: 'service', id: serviceId }]);
  return Object.fromEntries(Object.entries(stored?.properties ?? {}).filter(([property]) => !enteredProperties.includes(property)));
}
