import { canonicalJson, centreOfCell, type Position } from '@haven/kernel';
import { havenAttribute, havenCode } from './haven-attributes.js';
import { positionOf } from './hsds/position.js';
import { type HsdsRecord, type JsonValue, withoutGiven } from './hsds/record.js';

/** What the vault keeps of one place: its records as they were given, by key text, and where they stand. */
export interface Sealed {
  /** Who brought it: only that source, or somebody who enters the place anew, may change it. */
  readonly source?: string;
  readonly records: { readonly [key: string]: HsdsRecord };
}

/** Allow-list: all that the registry keeps of a confidential place. Everything else goes to the vault. */
const shown: { readonly [object: string]: readonly string[] } = {
  location: ['name', 'location_type'],
  address: ['city', 'state_province', 'country'],
  // That the service is given there; when, how to call and how to get in belong to the place.
  service_at_location: [],
};

/** Whether an object of a confidential place has a shown part at all. */
export const hasShownPart = (object: string): boolean => Object.hasOwn(shown, object);

/** Whether the property is shown even of a confidential place. */
export const isShownAtPlace = (object: string, property: string): boolean => (shown[object] ?? []).includes(property);

/** The shown part of a location or address of a confidential place; a location stands at the centre of its cell. */
export function scrubbed(record: HsdsRecord, cell: string | null): HsdsRecord {
  const kept = Object.entries(record.properties).filter(([name, value]) => isShownAtPlace(record.object, name) && !isNested(value));
  const centre = record.object === 'location' && cell !== null ? { ...centreOfCell(cell) } : {};
  return withoutGiven({
    ...record,
    properties: { ...Object.fromEntries(kept), ...centre },
    references: record.object === 'service_at_location' ? record.references.filter(({ object }) => object === 'location') : [],
  });
}

/** A list or object under an allowed name could hold anything. */
const isNested = (value: JsonValue): boolean => typeof value === 'object' && value !== null;

/** Whether the position is only the centre of the cell, as an export gives it. */
export function isCentreOf(cell: string, position: Position): boolean {
  const centre = centreOfCell(cell);
  return Math.abs(centre.latitude - position.latitude) < 1e-9 && Math.abs(centre.longitude - position.longitude) < 1e-9;
}

/** Whether the record holds nothing but what is shown, as an export gives it. */
export function isShownOnly(record: HsdsRecord, cell: string | null): boolean {
  if (!hasShownPart(record.object)) return false;
  const position = positionOf(record.properties);
  const { latitude: _latitude, longitude: _longitude, ...rest } = record.properties;
  const own = position !== null && cell !== null && isCentreOf(cell, position) ? rest : record.properties;
  return canonicalJson(scrubbed(record, null).properties) === canonicalJson(own);
}

/** Attribute and term by which a record tells that its location is confidential. */
export function visibilityRecords(locationId: string): readonly HsdsRecord[] {
  return havenAttribute({ object: 'location', id: locationId }, 'attributes', havenCode.visibility, 'CONFIDENTIAL', 0);
}

/** Attribute and term by which a record tells the public cell of its location. */
export function publicCellRecords(locationId: string, cell: string): readonly HsdsRecord[] {
  return havenAttribute({ object: 'location', id: locationId }, 'attributes', havenCode.publicCell, cell, 900_000);
}
