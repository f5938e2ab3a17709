import { declarationOf } from './hsds/objects.js';
import type { JsonObject, JsonValue, ObjectName } from './hsds/record.js';
import { isRecord } from './json-record.js';

/** `id`, `@id`, `resource_id`, `locationId`; an object may also be filed under the id. */
const namesId = /(^|[^a-z])ids?$|Ids?$/i;
/** `location/7`, `urn:location:7`, `https://example.org/locations/7`, `#7`: a reference under any name. */
const endOfReference = /[/:#=]([^\s/:#=?&]+)\/?$/;

/** Ids that objects of a publisher's own may name, at whatever depth of a nested record: HSDS says nothing of such objects. */
export function idsNamed(record: JsonObject, object: ObjectName): readonly string[] {
  const ids: string[] = [];
  eachPart(record, object, (value) => ids.push(...idsInside(value)));
  return ids;
}

/** The record without objects of a publisher's own that name one of these ids. */
export const withoutNaming = (record: JsonObject, object: ObjectName, ids: ReadonlySet<string>): JsonObject =>
  eachPart(record, object, (value) => untold(value, ids));

/** Puts what `change` answers for each object or list of a publisher's own in its place; undefined takes it away. */
function eachPart(record: JsonObject, object: ObjectName, change: (value: JsonValue) => unknown): JsonObject {
  const { nested } = declarationOf(object);
  const parts = Object.entries(record).map(([name, value]): [string, unknown] => {
    const child = nested.get(name)?.object;
    const below = (item: JsonValue): JsonValue => (child && isRecord(item) ? eachPart(item as JsonObject, child, change) : item);
    if (typeof value !== 'object' || value === null) return [name, value];
    if (!child) return [name, change(value)];
    return [name, Array.isArray(value) ? value.map(below) : below(value)];
  });
  return Object.fromEntries(parts.filter(([, value]) => value !== undefined)) as JsonObject;
}

function idsInside(value: JsonValue): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(idsInside);
  if (!isRecord(value)) return [];
  return Object.entries(value as JsonObject).flatMap(([name, item]) => [name, ...idsUnder(name, item), ...idsInside(item)]);
}

function idsUnder(name: string, value: JsonValue): readonly string[] {
  const items = (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string' || typeof item === 'number');
  return items.flatMap((item) => {
    const text = String(item).trim();
    const end = /\s/.test(text) ? undefined : endOfReference.exec(text)?.[1];
    return [...(namesId.test(name) ? [text] : []), ...(end === undefined ? [] : [end])];
  });
}

/** Undefined: all of it tells of one of these. */
function untold(value: JsonValue, ids: ReadonlySet<string>): JsonValue | undefined {
  if (Array.isArray(value)) {
    const kept = value.map((item) => untold(item, ids)).filter((item) => item !== undefined);
    return kept.length === 0 && value.length > 0 ? undefined : kept;
  }
  if (!isRecord(value)) return value;
  const entries = Object.entries(value as JsonObject);
  if (entries.some(([name, item]) => idsUnder(name, item).some((id) => ids.has(id)))) return undefined;
  const kept = entries
    .filter(([name]) => !ids.has(name))
    .map(([name, item]): [string, JsonValue | undefined] => [name, untold(item, ids)])
    .filter((entry): entry is [string, JsonValue] => entry[1] !== undefined);
  return kept.length === 0 && entries.length > 0 ? undefined : Object.fromEntries(kept);
}
