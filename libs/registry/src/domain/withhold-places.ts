import type { ServiceSnapshot, ServiceView } from '@haven/contracts';
import { canonicalJson, centreOfCell, publicCellOf } from '@haven/kernel';
import { shownOfMark } from './haven-marks.js';
import type { HsdsRecord, JsonObject, JsonValue } from './hsds/record.js';
import { positionOf } from './hsds/position.js';
import { isRecord, listOf } from './json-record.js';
import { hasShownPart, scrubbed } from './sealed-location.js';
import { withoutNaming } from './own-objects.js';
import { publicEntryOf } from './confidentiality/public-entry.js';
import { type SealedKeys, withoutRecords } from './withhold-records.js';

/** Public cell of each place of an entry that must not be told exactly; null: it has no position. */
export type WithheldCells = ReadonlyMap<string, string | null>;

/** Ids of all places that a nested record tells of, each with the cell that it would have. */
export function placesIn(record: JsonObject): WithheldCells {
  const cells = new Map<string, string | null>();
  rewritten(record, isLocation, (place) => {
    const position = positionOf(place);
    if (isId(place.id)) cells.set(String(place.id), position && publicCellOf(position));
    return place;
  });
  return cells;
}

/** What would have been published, had these places and records been confidential from the start; null when nothing of it changes. */
export function withheldSnapshot(
  view: ServiceView,
  cells: WithheldCells,
  { sealed, releasedTexts }: { readonly sealed: SealedKeys | null; readonly releasedTexts: string | null },
): ServiceSnapshot | null {
  const told = view.hsds as JsonObject;
  const kept = sealed === null ? told : withoutNaming(withoutRecords(told, 'service', sealed), 'service', sealed.ids);
  const snapshot = publicEntryOf(kept, { cells, releasedTexts, verifiedAt: view.verifiedAt, version: view.version });
  const isTold = view.locations.some(({ id, precision }) => precision === 'EXACT' && cells.has(id));
  return isTold || canonicalJson(snapshot?.service.hsds) !== canonicalJson(told) ? snapshot : null;
}

/** A nested record without anything of these places but what is shown of a confidential one. */
export function withoutPlaces(told: JsonObject, cells: WithheldCells): JsonObject {
  const isWithheld = (place: unknown): boolean => isRecord(place as JsonValue) && cells.has(String((place as JsonObject).id));
  const tied = rewritten(told, isServicesAt, (at) => (isWithheld(at.location) ? withheldServiceAt(at) : at));
  return rewritten(tied, isLocation, (place) =>
    isWithheld(place) ? withheldPlace(place, cells.get(String(place.id)) ?? null) : place,
  ) as JsonObject;
}

/** Ids of all places that a record stands at, ties to a service, or tells of. */
export function placesNamedBy({ object, id, properties, links, references }: HsdsRecord): readonly string[] {
  return [
    ...(object === 'location' ? [id] : []),
    ...links.filter(({ parentObject }) => parentObject === 'location').map(({ parentId }) => parentId),
    ...references.filter((reference) => reference.object === 'location').map((reference) => reference.id),
    ...placesIn(properties).keys(),
  ];
}

/** What may be shown of a record; null when it is part of these places and of nothing else. */
export function withheldRecord(record: HsdsRecord, cells: WithheldCells): HsdsRecord | null {
  const own = { ...record, properties: withoutPlaces(record.properties, cells) };
  if (record.object === 'location') return cells.has(record.id) ? scrubbed(own, cells.get(record.id) ?? null) : own;
  if (record.references.some(({ object, id }) => object === 'location' && cells.has(id))) return scrubbed(own, null);
  const held = record.links.filter(({ parentObject, parentId }) => parentObject === 'location' && cells.has(parentId));
  if (held.length === 0) return own;
  if (held.some(({ parentId }) => isMark(record, cells.get(parentId) ?? null)))
    return {
      ...own,
      properties: shownOfMark(
        record.properties,
        own.links.map(({ parentId }) => parentId),
      ),
    };
  const links = record.links.filter((link) => !held.includes(link));
  if (links.length > 0) return { ...own, links };
  return hasShownPart(record.object) ? scrubbed(own, null) : null;
}

const isMark = ({ object, properties }: HsdsRecord, cell: string | null): boolean =>
  object === 'attribute' && isMarkValue(properties.value, cell);

const isMarkValue = (value: unknown, cell: string | null): boolean => value === 'CONFIDENTIAL' || (cell !== null && value === cell);

const isId = (id: JsonValue | undefined): boolean => typeof id === 'string' || typeof id === 'number';

const isLocation = (property: string): boolean => property === 'location' || property === 'locations';
const isServicesAt = (property: string): boolean => property === 'service_at_locations';

/** Goes through all that is nested and puts what `change` answers for each object under a property that counts. */
function rewritten(
  value: JsonValue,
  counts: (property: string) => boolean,
  change: (object: JsonObject) => JsonObject,
  property = '',
): JsonValue {
  if (Array.isArray(value)) return value.map((item) => rewritten(item, counts, change, property));
  if (!isRecord(value)) return value;
  const own = counts(property) ? change(value as JsonObject) : (value as JsonObject);
  return Object.fromEntries(Object.entries(own).map(([name, item]) => [name, rewritten(item, counts, change, name)]));
}

/** That the service is given there, and nothing else. */
function withheldServiceAt(at: JsonObject): JsonObject {
  const { location } = at;
  return { ...shownOf('service_at_location', at), ...(location !== undefined && { location }) };
}

/** What the registry keeps of a confidential place: the same allow-list, and of the attributes only those that say that it is one. */
function withheldPlace(place: JsonObject, cell: string | null): JsonObject {
  const marks = listOf(place, 'attributes').filter(({ value }) => isMarkValue(value, cell));
  const attributes = marks.map((mark) => shownMark(mark as JsonObject, String(place.id)));
  const addresses = listOf(place, 'addresses').map((address) => shownOf('address', address as JsonObject));
  return {
    ...shownOf('location', place),
    ...(cell !== null && { ...centreOfCell(cell) }),
    ...(attributes.length > 0 && { attributes }),
    ...(addresses.length > 0 && { addresses }),
  };
}

function shownMark({ id, taxonomy_term: term, ...properties }: JsonObject, placeId: string): JsonObject {
  return { ...(id !== undefined && { id }), ...shownOfMark(properties, [placeId]), ...(term !== undefined && { taxonomy_term: term }) };
}

function shownOf(object: HsdsRecord['object'], { id, ...properties }: JsonObject): JsonObject {
  const record = scrubbed({ object, id: String(id), properties, links: [], references: [] }, null);
  return { ...(id !== undefined && { id }), ...record.properties };
}
