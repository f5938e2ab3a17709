import { placesIn } from '../places/places-in.js';
import { childOf, textOf } from '../reading/json-record.js';
import { placesOf } from '../places/places-of-service.js';
import type { JsonObject } from '../hsds/record.js';
import { parentOf, type RecordKey, uniqueKeys } from '../hsds/relation.js';
import type { Aggregates } from '../confidentiality/close-places.js';
import type { RegistryTransaction } from '../ports.js';
import { publishersOf } from '../sources/one-publisher.js';

/**
 * Queues new places of a directory for review if their organization has a confidential one: a new place may be the same house, and no
 * machine should guess that. A place that is shown already, or that a person entered as public, does not wait. Answers which are new in the
 * queue.
 */
export async function awaitReview(
  tx: RegistryTransaction,
  source: string,
  services: Aggregates,
  cells: ReadonlyMap<string, string | null>,
): Promise<readonly string[]> {
  const closed = await closedWithCopies(tx, [...services.values()].flatMap(organizationOf));
  const organizations = new Map<string, string>();
  for (const service of services.values())
    for (const organizationId of organizationOf(service).filter((id) => closed.has(id)))
      for (const id of idsOf(service)) if (!cells.has(id)) organizations.set(id, organizationId);
  const ids = [...organizations.keys()];
  if (ids.length === 0) return [];
  const known = new Set([...(await shownAmong(tx, ids)), ...(await tx.entered.openAmong(ids))]);
  const fresh = ids.filter((id) => !known.has(id));
  return tx.reviews.add(fresh.map((locationId) => ({ locationId, organizationId: organizations.get(locationId)!, source })));
}

const organizationOf = (service: JsonObject): readonly string[] =>
  [textOf(childOf(service, 'organization') ?? {}, 'id')].filter((id) => id !== null);

const idsOf = (service: JsonObject): readonly string[] => placesOf(service).flatMap((place) => textOf(place, 'id') ?? []);

/** Those of these organizations that have a confidential place, even if only another source of the same publisher knows them. */
async function closedWithCopies(tx: RegistryTransaction, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const copies = await tx.publisherIds.copies(uniqueKeys(ids.map((id): RecordKey => ({ object: 'organization', id }))));
  const closed = await tx.entries.closedOrganizations([...ids, ...copies.map(({ copyId }) => copyId)]);
  const mayBeOne = publishersOf(tx);
  const paired = new Set<string>();
  for (const { key, copyId } of copies.filter((copy) => closed.has(copy.copyId)))
    if (await mayBeOne(key, { object: 'organization', id: copyId })) paired.add(key.id);
  return new Set([...ids.filter((id) => closed.has(id)), ...paired]);
}

/** Places that any published entry shows. */
async function shownAmong(tx: RegistryTransaction, ids: readonly string[]): Promise<readonly string[]> {
  const shown = new Set<string>();
  const keys = ids.map((id): RecordKey => ({ object: 'location', id }));
  const ties = (await tx.records.parentsOf(keys)).map(parentOf).filter(({ object }) => object === 'service_at_location');
  const services = uniqueKeys((await tx.records.parentsOf(uniqueKeys(ties))).map(parentOf).filter(({ object }) => object === 'service'));
  for (const { view } of (await tx.entries.lock(services.map(({ id }) => id))).values())
    for (const id of placesIn(view.hsds as JsonObject).keys()) shown.add(id);
  return ids.filter((id) => shown.has(id));
}

/** A nested service record without the places that wait for review, or were refused. */
export function withoutWaiting(service: JsonObject, withheld: ReadonlySet<string>): JsonObject {
  const ties = service.service_at_locations;
  if (withheld.size === 0 || !Array.isArray(ties) || !idsOf(service).some((id) => withheld.has(id))) return service;
  const kept = ties.filter((at) => !withheld.has(textOf(childOf(at as JsonObject, 'location') ?? {}, 'id') ?? ''));
  const { service_at_locations: _all, ...rest } = service;
  return kept.length === 0 ? rest : { ...rest, service_at_locations: kept };
}

/** Places of these services that wait or were refused. A place that has become confidential is shown as such. */
export async function withheldPlaces(tx: RegistryTransaction, services: Aggregates): Promise<ReadonlySet<string>> {
  const ids = [...new Set([...services.values()].flatMap(idsOf))];
  const decided = [...(await tx.reviews.decided(ids))].filter(([, state]) => state !== 'PUBLIC').map(([id]) => id);
  const closed = await tx.vault.cells(decided);
  return new Set(decided.filter((id) => !closed.has(id)));
}
