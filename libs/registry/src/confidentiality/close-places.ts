import { closedIdOf, keyOfClosed } from './closed-record.js';
import { areaOf, closableIn, type Visibility, visibilityOf } from './visibility.js';
import { tagsOfPlace } from '../hsds/visibility-tags.js';
import { havenCode, havenValues } from '../hsds/haven-attributes.js';
import type { HsdsRecord, JsonObject, JsonValue } from '../hsds/record.js';
import { mergeRecords } from '../vault/merge-records.js';
import { keyText } from '../hsds/relation.js';
import { placesOf } from '../places/places-of-service.js';
import { textOf } from '../reading/json-record.js';
import { loadAggregates, servicesAround } from '../vault/load-aggregate.js';
import type { RegistryTransaction } from '../ports.js';
import { storeOpen } from '../vault/store-open.js';
import { Outcomes } from '../report/store-outcome.js';

/** Services with all their stored records, by id. */
export type Aggregates = ReadonlyMap<string, JsonObject>;

/** What is hidden of some services: cells of confidential places, and keys of records that are confidential themselves. */
export interface Confidential {
  readonly cells: ReadonlyMap<string, string | null>;
  /** Places that wait for a person, or were refused. */
  readonly withheld: ReadonlySet<string>;
  readonly records: ReadonlySet<string>;
}

/** What earlier decisions hide of these services, whatever they say now. */
export async function knownConfidential(tx: RegistryTransaction, services: Aggregates): Promise<Confidential> {
  const records = [...services.values()].flatMap((service) => [...closableIn('service', service)]);
  const places = [...services.values()].flatMap(placesOf).flatMap((place) => textOf(place, 'id') ?? []);
  const closed = await tx.vault.cells([...new Set([...places, ...records.map(closedIdOf)])]);
  const withheld = [...(await tx.reviews.decided(places))].filter(([id, state]) => state !== 'PUBLIC' && !closed.has(id));
  return {
    cells: new Map([...closed].filter(([id]) => keyOfClosed(id).object === 'location')),
    withheld: new Set(withheld.map(([id]) => id)),
    records: new Set(records.filter((key) => closed.has(closedIdOf(key))).map(keyText)),
  };
}

/**
 * Decides for good which places of these services are confidential, and answers the other services at those places: they must be published
 * again. `closed`: ids that were not confidential before.
 */
export async function closeConfidential(
  tx: RegistryTransaction,
  services: Aggregates,
): Promise<{ readonly closed: readonly string[]; readonly touched: readonly string[] }> {
  const said = [...services.values()].map(visibilityOf).flatMap(confidentialIds);
  const places = new Map([...services.values()].flatMap(placesOf).map((place) => [textOf(place, 'id') ?? '', place as JsonObject]));
  return closeAll(tx, said, places);
}

/** Makes places, or records by their closed ids, confidential for good. Answers which services to publish again. */
export async function closeIds(tx: RegistryTransaction, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const keys = ids.map(keyOfClosed).filter(({ object }) => object === 'location');
  return (await closeAll(tx, ids, await loadAggregates(tx.records, keys))).touched;
}

const confidentialIds = ({ places, records }: Visibility): readonly string[] => [
  ...[...places].filter(([, visibility]) => visibility === 'CONFIDENTIAL').map(([id]) => id),
  ...records.map(closedIdOf),
];

const areaAmong = (places: Aggregates, id: string): string | null => {
  const place = places.get(id);
  return place === undefined ? null : areaOf(place);
};

async function closeAll(tx: RegistryTransaction, said: readonly string[], places: Aggregates) {
  const known = await tx.vault.cells([...new Set([...said, ...places.keys()])]);
  const ids = [...new Set([...said, ...known.keys()])];
  const closed = ids.filter((id) => !known.has(id));
  const placed = ids.filter((id) => known.get(id) === null && areaAmong(places, id) !== null);
  for (const id of [...closed, ...placed]) await tx.vault.fixCell(id, areaAmong(places, id));
  const tags = ids.flatMap((id) => tagsMissing(id, known.get(id) ?? areaAmong(places, id), places));
  await storeOpen(tx, { source: 'haven', deferredBy: null }, mergeRecords(tags), new Outcomes());
  const tagged = tags.flatMap(({ links }) => links.map(({ parentId }) => parentId));
  const touched = await servicesAround(tx.records, [...new Set([...closed, ...placed, ...tagged])].map(keyOfClosed));
  return { closed, touched };
}

/** An export tags each place as confidential, with its area. */
function tagsMissing(id: string, cell: string | null, places: Aggregates): readonly HsdsRecord[] {
  const place = places.get(id);
  const missing = place === undefined ? [] : tagsOfPlace(id, cell).filter(({ properties }) => !isTold(place, properties.value));
  return missing.some(({ object }) => object === 'attribute') ? missing : [];
}

const isTold = (place: JsonObject, value: JsonValue | undefined): boolean =>
  [havenCode.visibility, havenCode.publicCell].some((code) => havenValues(place, code).includes(String(value)));
