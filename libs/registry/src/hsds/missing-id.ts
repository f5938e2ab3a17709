import { canonicalJson } from '@haven/kernel';
import { declarationOf } from './objects.js';
import { ownerColumns } from './owner-kind.js';
import { idFromContent } from './record-id.js';
import type { JsonObject, JsonValue, ObjectName } from './record.js';

/** Counts, in reading order, objects that nothing public tells apart. */
export class Ordinals {
  private readonly counts = new Map<string, number>();

  next(key: string): number {
    const count = this.counts.get(key) ?? 0;
    this.counts.set(key, count + 1);
    return count;
  }
}

/** The position of an object. */
export interface Spot {
  /** Its container: an object that is never at a place, one that may be, or none that the reader knows. */
  readonly holder: 'open' | 'place' | 'unknown';
  /** Container and property, or what its file says about every row, as one text. */
  readonly scope: string;
  readonly ordinals: Ordinals;
}

/** The document itself. */
export const topOf = (ordinals: Ordinals): Spot => ({ holder: 'unknown', scope: '', ordinals });

/** Objects that are never at a place, so everything they say is public. Any other object may be part of a confidential place. */
const openObjects: ReadonlySet<string> = new Set<ObjectName>([
  'organization',
  'program',
  'service',
  'service_capacity',
  'unit',
  'url',
  'funding',
  'cost_option',
  'required_document',
  'organization_identifier',
  'taxonomy',
  'taxonomy_term',
  'meta_table_description',
]);

/** Objects that are a place or tie one to a service, whatever contains them. */
const placeObjects: ReadonlySet<string> = new Set<ObjectName>(['location', 'service_at_location', 'address', 'accessibility']);

/** Whether an object of this kind is never at a place. */
export const isOpenObject = (object: string): boolean => openObjects.has(object);

/** Whether the object may be part of a place. Only an object that is certainly elsewhere is not. */
export function mayBeAtPlace(object: ObjectName, given: JsonObject, holder: Spot['holder']): boolean {
  if (isOpenObject(object)) return false;
  if (placeObjects.has(object) || holder === 'place') return true;
  const named = ownersNamed(object, given);
  return named.length === 0 ? holder === 'unknown' : !named.every(isOpenObject);
}

function ownersNamed(object: ObjectName, given: JsonObject): readonly string[] {
  const columns = declarationOf(object).foreignKeys.filter(({ kind, column }) => kind === 'link' && isGiven(given[column]));
  const kind = given[ownerColumns[object]?.kind ?? ''];
  return [...columns.map((key) => key.object), ...(isGiven(kind) ? [String(kind)] : [])];
}

const isGiven = (value: JsonValue | undefined): boolean => value !== undefined && value !== null && value !== '';

/**
 * Id for an object that came without one. Ids are public, and a digest of an address can be guessed. So an id never depends on anything
 * that is secret at a confidential place, whoever tags the place, and when. An object that may be part of a place is identified by its
 * container, by what is shown of it even then, and by its turn among equals. The same directory therefore gives the same ids, even if its
 * places move or its rows change order; only equals that swap places swap ids.
 */
export function missingId(object: ObjectName, content: JsonObject, spot: Spot): string {
  const atPlace = mayBeAtPlace(object, content, spot.holder);
  const open = openPart(object, content, atPlace);
  if (!atPlace && !isIdentifiedByPlaces(object, content, open)) return idFromContent(object, 'json', open);
  const turn = spot.ordinals.next(canonicalJson([object, spot.scope, open]));
  return idFromContent(object, `${spot.scope}\n${turn}`, open);
}

/** Two services of the same name are different if their places differ. An organization is the same, because many documents repeat it. */
const isIdentifiedByPlaces = (object: ObjectName, content: JsonObject, open: JsonObject): boolean =>
  object === 'service' && canonicalJson(open) !== canonicalJson(content);

/** The part of the object that is public even if its places are confidential. */
function openPart(object: ObjectName, given: JsonObject, atPlace: boolean): JsonObject {
  const { nested } = declarationOf(object);
  const holder = atPlace ? 'place' : 'open';
  const parts = Object.entries(given).flatMap(([name, value]): [string, JsonValue][] => {
    const child = nested.get(name)?.object;
    if (child && typeof value === 'object' && value !== null) return [[name, openParts(child, value, holder)]];
    return !atPlace || isKnown(object, name, value) ? [[name, value]] : [];
  });
  return Object.fromEntries(parts.filter(([, value]) => !atPlace || !isNothing(value)));
}

function openParts(object: ObjectName, value: JsonValue, holder: Spot['holder']): JsonValue {
  if (Array.isArray(value)) return value.map((item) => openParts(object, item, holder)).filter((item) => !isNothing(item));
  if (typeof value !== 'object' || value === null) return holder === 'place' || placeObjects.has(object) ? null : value;
  return openPart(object, value, mayBeAtPlace(object, value, holder));
}

const isNothing = (value: JsonValue): boolean => typeof value === 'object' && (value === null || Object.keys(value).length === 0);

const namesOwner: ReadonlySet<string> = new Set(Object.values(ownerColumns).flatMap(({ id, kind }) => [id, kind]));

/** The part that is shown even of a confidential place. */
const shownAtPlace: { readonly [object: string]: readonly string[] } = {
  location: ['name', 'location_type'],
  address: ['city', 'state_province', 'country'],
};
const isShownAtPlace = (object: string, property: string): boolean => (shownAtPlace[object] ?? []).includes(property);

/** Ids, links, the data that a confidential place shows, and whether it is confidential. */
function isKnown(object: ObjectName, name: string, value: JsonValue): boolean {
  if (typeof value === 'object') return false;
  if (name === 'id' || isShownAtPlace(object, name)) return true;
  if (object === 'attribute' && name === 'value') return value === 'CONFIDENTIAL';
  return namesOwner.has(name) || declarationOf(object).foreignKeys.some(({ column }) => column === name);
}
