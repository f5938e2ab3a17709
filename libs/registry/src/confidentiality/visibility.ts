import { publicCellOf } from '@haven/kernel';
import { mayBeClosed } from './closed-record.js';
import { havenValues, havenCode } from '../hsds/haven-attributes.js';
import { isPublicCell } from '../hsds/visibility-tags.js';
import { declarationOf } from '../hsds/objects.js';
import { positionOf } from '../hsds/position.js';
import type { JsonObject, ObjectName } from '../hsds/record.js';
import { childOf, isRecord, listOf, textOf } from '../reading/json-record.js';
import { keyText, type RecordKey } from '../hsds/relation.js';
import { tagsOf, saysConfidential, saysPlaceConfidential } from '../hsds/says-confidential.js';

/** What the records of a service say about its places. */
export interface Visibility {
  readonly places: ReadonlyMap<string, 'PUBLIC' | 'CONFIDENTIAL'>;
  /** Records that are confidential themselves, though their place is not: a phone, a contact, a schedule. */
  readonly records: readonly RecordKey[];
}

/**
 * Which places of a nested service record are confidential: those with anything on the way from the service that says so and is not plainly
 * PUBLIC. Without any such word a place is public.
 */
export function visibilityOf(service: JsonObject): Visibility {
  const isAllConfidential = wayToAll(service).some(
    ([object, record]) => saysConfidential(object, record) || partsSayPlaceConfidential(object, record),
  );
  const places = listOf(service, 'service_at_locations').flatMap((at): [string, 'PUBLIC' | 'CONFIDENTIAL'][] => {
    const place = childOf(at, 'location') as JsonObject | null;
    const id = place && textOf(place, 'id');
    return id === null ? [] : [[id, isAllConfidential || isClosed(at as JsonObject, place!) ? 'CONFIDENTIAL' : 'PUBLIC']];
  });
  // One of two ways to a place is enough.
  const closed = places.filter(([, visibility]) => visibility === 'CONFIDENTIAL');
  const records = closableIn('service', service).filter(({ object, part }) => saysConfidential(object, part));
  return { places: new Map([...places, ...closed]), records: records.map(({ object, id }) => ({ object, id })) };
}

/** Ids of attributes that tag places as confidential but stand on a record that leads to them. */
export function tagsElsewhere(service: JsonObject): readonly string[] {
  const ties = listOf(service, 'service_at_locations') as readonly JsonObject[];
  const places = ties.flatMap((at) => children(at, 'location', 'location').map(([, place]) => place));
  const holders = [...wayToAll(service).map(([, record]) => record), ...ties, ...places.flatMap((place) => listOf(place, 'addresses'))];
  return holders.flatMap((holder) => tagsOf(holder as JsonObject)).flatMap((tag) => textOf(tag, 'id') ?? []);
}

/** The cell of a place: the stated one, otherwise the cell of its position; null: unknown yet. */
export function areaOf(place: JsonObject): string | null {
  const told = havenValues(place, havenCode.publicCell).filter(isPublicCell);
  const position = positionOf(place);
  return told.at(-1) ?? (position && publicCellOf(position));
}

type Named = readonly [object: ObjectName, record: JsonObject];

const children = (record: JsonObject, property: string, object: ObjectName): readonly Named[] => {
  const value = record[property];
  const items = Array.isArray(value) ? value : [value];
  return items.filter(isRecord).map((item) => [object, item as JsonObject]);
};

const wayToAll = (service: JsonObject): readonly Named[] => [
  ['service', service],
  ...children(service, 'organization', 'organization'),
  ...children(service, 'program', 'program'),
];

function isClosed(at: JsonObject, place: JsonObject): boolean {
  const way: readonly Named[] = [['service_at_location', at], ['location', place], ...children(place, 'addresses', 'address')];
  return way.some(([object, record]) => saysConfidential(object, record) || partsSayPlaceConfidential(object, record));
}

/** Whether a part of it says that the address is confidential. A phone that is confidential itself says nothing about the place. */
function partsSayPlaceConfidential(object: ObjectName, record: JsonObject): boolean {
  return partsOf(object, record).some(
    ([kind, part]) => mayBeClosed(kind) && (saysPlaceConfidential(kind, part) || partsSayPlaceConfidential(kind, part)),
  );
}

/** A nested record without these records, wherever they occur in it. */
export function withoutRecords(object: ObjectName, record: JsonObject, closed: ReadonlySet<string>): JsonObject {
  const isNamed = closed.size > 0 && closableIn(object, record).some((key) => closed.has(keyText(key)));
  if (!isNamed) return record;
  const kept = Object.entries(record).flatMap(([name, value]): [string, JsonObject[string]][] => {
    const child = declarationOf(object).nested.get(name)?.object;
    if (child === undefined || typeof value !== 'object' || value === null) return [[name, value]];
    const isKept = (item: unknown): boolean => !(isRecord(item) && closed.has(keyText({ object: child, id: String(item.id) })));
    if (!Array.isArray(value)) return isKept(value) ? [[name, withoutRecords(child, value as JsonObject, closed)]] : [];
    const items = value.filter(isKept).map((item) => (isRecord(item) ? withoutRecords(child, item as JsonObject, closed) : item));
    return items.length > 0 || value.length === 0 ? [[name, items]] : [];
  });
  return Object.fromEntries(kept);
}

/** All nested records that can be confidential themselves, with their keys. */
export const closableIn = (object: ObjectName, record: JsonObject): readonly (RecordKey & { readonly part: JsonObject })[] =>
  partsOf(object, record).flatMap(([kind, part]) => {
    const id = textOf(part, 'id');
    return [...(id !== null && mayBeClosed(kind) ? [{ object: kind, id, part }] : []), ...closableIn(kind, part)];
  });

const partsOf = (object: ObjectName, record: JsonObject): readonly Named[] =>
  [...declarationOf(object).nested.values()].flatMap(({ name, object: child }) => children(record, name, child));
