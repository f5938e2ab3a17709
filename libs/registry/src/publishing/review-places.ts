import { childOf, textOf } from '../reading/json-record.js';
import { placesOf } from '../places/places-of-service.js';
import type { JsonObject } from '../hsds/record.js';
import { keyText, type RecordKey, uniqueKeys } from '../hsds/relation.js';
import type { Aggregates } from '../confidentiality/close-places.js';
import type { Copy, RegistryTransaction } from '../ports.js';
import { ofOnePublisher } from '../sources/one-publisher.js';
import { ownSource } from '../sources/source-name.js';
import { loadServices, servicesAround } from '../vault/load-aggregate.js';

/** Places that wait from now on, and services that must be published without them. */
export interface Awaited {
  readonly waiting: readonly string[];
  readonly touched: readonly string[];
}

/**
 * Queues new places of a directory for review if their organization has a confidential one: a new place may be the same house, and no
 * machine should guess that. A place that is shown already, or that a person entered as public, does not wait. Returns those that begin
 * to wait.
 */
export async function awaitNew(
  tx: RegistryTransaction,
  services: Aggregates,
  cells: ReadonlyMap<string, string | null>,
): Promise<readonly string[]> {
  const closed = await closedWithCopies(tx, [...services.values()].flatMap(organizationOf));
  const ofClosed = [...services.values()].filter((service) => organizationOf(service).some((id) => closed.has(id)));
  const ids = [...new Set(ofClosed.flatMap(placeIdsOf))].filter((id) => !cells.has(id));
  const known = new Set([...(await shownAt(tx, ids)), ...(await tx.entered.openAmong(ids))]);
  const fresh = ids.filter((id) => !known.has(id));
  return queue(tx, ofClosed, fresh);
}

/**
 * Queues open places for review if another source of the same publisher has a confidential one under their id: of these places, and of
 * their copies. Whether a place is shown already, and where it is, has no effect. A place that a person decided about does not wait again.
 */
export async function awaitCopies(tx: RegistryTransaction, locationIds: readonly string[]): Promise<Awaited> {
  const copies = await tx.publisherIds.copies(uniqueKeys(locationIds.map(locationKey)));
  const closed = await tx.vault.cells([...new Set(copies.flatMap(({ key, copyId }) => [key.id, copyId]))]);
  const halfOpen = copies.filter(({ key, copyId }) => closed.has(key.id) !== closed.has(copyId));
  const openId = ({ key, copyId }: Copy): string => (closed.has(key.id) ? copyId : key.id);
  const decided = await tx.reviews.decided(halfOpen.map(openId));
  const undecided = halfOpen.filter((copy) => !decided.has(openId(copy)));
  const ids = [...new Set((await ofOnePublisher(tx, undecided)).map(openId))];
  const services = await servicesAt(tx, ids);
  const waiting = await queue(tx, [...services.values()], ids);
  return { waiting, touched: waiting.length === 0 ? [] : await withSiblings(tx, services) };
}

/** Services that stand at these places, by id. */
export const servicesAt = async (tx: RegistryTransaction, locationIds: readonly string[]): Promise<Aggregates> =>
  loadServices(tx.records, await servicesAround(tx.records, locationIds.map(locationKey)));

/** Ids of these services and of the others of their organizations, which show the texts of the organization. */
export async function withSiblings(tx: RegistryTransaction, services: Aggregates): Promise<readonly string[]> {
  const ids = new Set(services.keys());
  for (const organization of new Set([...services.values()].flatMap(organizationOf)))
    for (const { id } of await tx.entries.ofOrganization(organization)) ids.add(id);
  return [...ids];
}

/** Lets these places of the services wait. What has no organization is not published either. */
async function queue(tx: RegistryTransaction, services: readonly JsonObject[], ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const owners = await tx.publisherIds.owners(ids.map(locationKey));
  const places = services.flatMap((service) =>
    placeIdsOf(service).flatMap((locationId) => organizationOf(service).map((organizationId) => ({ locationId, organizationId }))),
  );
  const placed = new Map(places.filter(({ locationId }) => ids.includes(locationId)).map((place) => [place.locationId, place]));
  return tx.reviews.add(
    [...placed.values()].map((place) => ({ ...place, source: owners.get(keyText(locationKey(place.locationId))) ?? ownSource })),
  );
}

const locationKey = (id: string): RecordKey => ({ object: 'location', id });

/** The id of the organization of a nested service record, if it has one. */
export const organizationOf = (service: JsonObject): readonly string[] =>
  [textOf(childOf(service, 'organization') ?? {}, 'id')].filter((id) => id !== null);

/** Ids of the places of a nested service record. */
export const placeIdsOf = (service: JsonObject): readonly string[] => placesOf(service).flatMap((place) => textOf(place, 'id') ?? []);

/** Those of these organizations that have a confidential place, even if only another source of the same publisher knows them. */
async function closedWithCopies(tx: RegistryTransaction, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const copies = await tx.publisherIds.copies(uniqueKeys(ids.map((id): RecordKey => ({ object: 'organization', id }))));
  const closed = await tx.entries.closedOrganizations([...ids, ...copies.map(({ copyId }) => copyId)]);
  const closedCopies = copies.filter(({ copyId }) => closed.has(copyId));
  const paired = await ofOnePublisher(tx, closedCopies);
  return new Set([...ids.filter((id) => closed.has(id)), ...paired.map(({ key }) => key.id)]);
}

/** Places that the entries of the services at these places show. */
async function shownAt(tx: RegistryTransaction, ids: readonly string[]): Promise<readonly string[]> {
  const entries = await tx.entries.lock(await servicesAround(tx.records, ids.map(locationKey)));
  return [...entries.values()].flatMap(({ view }) => placeIdsOf(view.hsds as JsonObject));
}
