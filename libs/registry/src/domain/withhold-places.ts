import type { ServiceSnapshot, ServiceView } from '@haven/contracts';
import { canonicalJson, centreOfCell, publicCellOf } from '@haven/kernel';
import type { HsdsRecord, JsonObject, JsonValue } from './hsds/record.js';
import { positionOf } from './hsds/position.js';
import { isRecord, listOf } from './json-record.js';
import { scrubbed } from './sealed-location.js';
import { snapshotOf } from './service-view.js';

/** Public cell of each place of an entry that must not be told exactly; null: it has no position. */
export type WithheldCells = ReadonlyMap<string, string | null>;

/** Ids of all places that a nested record tells of, each with the cell that it would have. */
export function placesIn(record: JsonObject): WithheldCells {
  const cells = new Map<string, string | null>();
  rewritten(record, '', (place) => {
    const position = positionOf(place);
    if (typeof place.id === 'string') cells.set(place.id, position && publicCellOf(position));
    return place;
  });
  return cells;
}

/** What would have been published, had these places been confidential from the start; null when nothing of it changes. */
export function withheldSnapshot(view: ServiceView, cells: WithheldCells): ServiceSnapshot | null {
  const told = view.hsds as JsonObject;
  const hsds = rewritten(told, '', (place) => {
    const cell = cells.get(String(place.id));
    return cell === undefined ? place : withheldPlace(place, cell);
  }) as JsonObject;
  const isTold = view.locations.some(({ id, precision }) => precision === 'EXACT' && cells.has(id));
  if (!isTold && canonicalJson(hsds) === canonicalJson(told)) return null;
  return snapshotOf(hsds, { cells, verifiedAt: view.verifiedAt, version: view.version });
}

/** Goes through all that is nested and puts what `place` answers for each location. */
function rewritten(value: JsonValue, property: string, place: (location: JsonObject) => JsonObject): JsonValue {
  if (Array.isArray(value)) return value.map((item) => rewritten(item, property, place));
  if (!isRecord(value)) return value;
  const own = property === 'location' || property === 'locations' ? place(value as JsonObject) : (value as JsonObject);
  return Object.fromEntries(Object.entries(own).map(([name, item]) => [name, rewritten(item, name, place)]));
}

/** What the registry keeps of a confidential place: the same allow-list, and of the attributes only those that say that it is one. */
function withheldPlace(place: JsonObject, cell: string | null): JsonObject {
  const attributes = listOf(place, 'attributes').filter(({ value }) => value === 'CONFIDENTIAL' || (cell !== null && value === cell));
  const addresses = listOf(place, 'addresses').map((address) => shownOf('address', address as JsonObject));
  return {
    ...shownOf('location', place),
    ...(cell !== null && { ...centreOfCell(cell) }),
    ...(attributes.length > 0 && { attributes: attributes as JsonObject[] }),
    ...(addresses.length > 0 && { addresses }),
  };
}

function shownOf(object: HsdsRecord['object'], { id, ...properties }: JsonObject): JsonObject {
  const record = scrubbed({ object, id: String(id), properties, links: [], references: [] }, null);
  return { ...(id !== undefined && { id }), ...record.properties };
}
