import { indexRecords, nest } from '../hsds/nest.js';
import type { HsdsRecord, JsonObject, ObjectName } from '../hsds/record.js';
import { childOf } from '../reading/json-record.js';
import { conformant } from './conformant.js';
import { oneToOne } from './one-to-one.js';
import { recordsWithoutEntry } from '../export/beside-entries.js';
import type { Registry, RegistryTransaction } from '../ports.js';
import type {
  ChangePlace,
  Listed,
  ListedPlaces,
  ListedRecords,
  ListedServices,
  PublishedPlace,
  PublishedService,
} from './published-listing.js';

/** How much of each item a list shows: ids and change times, own values, or everything. */
export type Detail = 'MINIMAL' | 'ONE_TO_ONE' | 'FULL';

/** Published services as HSDS lists them. */
export const servicePage = (registry: Registry, query: ListedServices, detail: Detail): Promise<Listed<JsonObject>> =>
  registry.transaction(async ({ listing }) => mapped(await listing.services(query), (one) => serviceIn(one, detail)));

/** A published service with all its data; null if there is none. */
export const serviceDocument = (registry: Registry, id: string): Promise<JsonObject | null> =>
  registry.transaction(async ({ listing }) => {
    const found = await listing.service(id);
    return found && serviceIn(found, 'FULL');
  });

/** Published services at their places, one item for each place. */
export const placePage = (registry: Registry, query: ListedPlaces, detail: Detail): Promise<Listed<JsonObject>> =>
  registry.transaction(async ({ listing }) => mapped(await listing.places(query), (one) => placeIn(one, detail)));

/** A service at one of its places; null if none is published. */
export const placeDocument = (registry: Registry, id: string): Promise<JsonObject | null> =>
  registry.transaction(async ({ listing }) => {
    const serviceId = await listing.serviceOf('service_at_location', id);
    const found = serviceId === null ? null : await listing.service(serviceId);
    const places = found?.hsds['service_at_locations'];
    const place = Array.isArray(places) ? (places as JsonObject[]).find((one) => one['id'] === id) : undefined;
    return found && place ? placeIn({ ...found, place }, 'FULL') : null;
  });

/** Organizations, taxonomies or terms. */
export const recordPage = (registry: Registry, query: ListedRecords, detail: Detail): Promise<Listed<JsonObject>> =>
  registry.transaction(async (tx) => {
    const { items, total } = await tx.listing.records(query);
    const documents = await shown(tx, items);
    return { total, items: detail === 'FULL' ? documents : documents.map(oneToOne) };
  });

/** A taxonomy or term; null if there is none. */
export const recordDocument = (registry: Registry, object: ListedRecords['object'], id: string): Promise<JsonObject | null> =>
  registry.transaction(async (tx) => (await shown(tx, await tx.records.get([{ object, id }])))[0] ?? null);

/** An organization with its published services, complete or only named; null if there is none. */
export const organizationDocument = (registry: Registry, id: string, isServiceFull: boolean): Promise<JsonObject | null> =>
  registry.transaction(async (tx) => {
    const services = (await tx.entries.ofOrganization(id)).map(({ hsds }) => hsds as JsonObject);
    const [stored] = services.length > 0 ? [] : await shown(tx, await tx.records.get([{ object: 'organization', id }]));
    const organization = services.length > 0 ? (childOf(services[0]!, 'organization') as JsonObject) : stored;
    if (!organization) return null;
    const listed = services.map(({ organization: _, ...service }) => (isServiceFull ? service : named(service)));
    return conformant('organization', { ...organization, ...(listed.length > 0 && { services: listed }) });
  });

/** Changes after a position, and the next position. EPOCH_OVER: the database was restored, so read everything again. */
export const changesAfter = (registry: Registry, after: ChangePlace | null, limit: number) =>
  registry.transaction(async ({ listing }) => {
    const epoch = await listing.epoch();
    if (after !== null && after.epoch !== epoch) return { kind: 'EPOCH_OVER' } as const;
    const changes = await listing.changes(after, limit + 1);
    const page = changes.slice(0, limit);
    const last = page.at(-1);
    const next: ChangePlace | null = last ? { epoch, position: last.position, id: last.id } : after;
    return { kind: 'CHANGES', changes: page, next, isLast: changes.length <= limit } as const;
  });

const mapped = <T>({ items, total }: Listed<T>, make: (item: T) => JsonObject): Listed<JsonObject> => ({ total, items: items.map(make) });

const dated = ({ hsds, modifiedAt }: PublishedService): JsonObject => ({ ...hsds, last_modified: hsds['last_modified'] ?? modifiedAt });

const documentOf = (object: ObjectName, said: JsonObject, detail: Detail): JsonObject =>
  conformant(object, detail === 'FULL' ? said : oneToOne(said));

function serviceIn(service: PublishedService, detail: Detail): JsonObject {
  // The OpenAPI document requires only the first two, but its schema requires the others.
  if (detail === 'MINIMAL') return { id: service.id, modified_date: service.modifiedAt, ...conformant('service', named(service.hsds)) };
  return documentOf('service', dated(service), detail);
}

function placeIn({ place, ...service }: PublishedPlace, detail: Detail): JsonObject {
  if (detail === 'MINIMAL') return { id: place['id']!, modified_date: service.modifiedAt };
  const { service_at_locations: _, ...shownService } = dated(service);
  return documentOf('service_at_location', { ...place, service: shownService }, detail);
}

const named = ({ id, name, status }: JsonObject): JsonObject => ({ id: id!, name: name ?? '', status: status ?? 'active' });

/** Stored records that cannot reveal a place, in their public form, with their nested records. */
async function shown(tx: RegistryTransaction, stored: readonly HsdsRecord[]): Promise<readonly JsonObject[]> {
  if (stored.length === 0) return [];
  const { records, below } = await recordsWithoutEntry(tx, stored);
  const index = indexRecords([...records, ...below]);
  const byId = new Map(records.map((record) => [record.id, record]));
  return stored.flatMap(({ id, object }) => {
    const record = byId.get(id);
    return record ? [conformant(object, nest(record, index))] : [];
  });
}
