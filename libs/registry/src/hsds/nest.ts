import { declarationOf } from './objects.js';
import type { HsdsRecord, JsonObject, JsonValue, Link, ObjectName } from './record.js';

/** A lookup text for a record. */
export const keyOfRecord = (object: ObjectName, id: string): string => `${object}\n${id}`;

/** Records by key, and the children of each parent in order. Made once for a batch. */
export interface RecordIndex {
  readonly byKey: ReadonlyMap<string, HsdsRecord>;
  readonly children: ReadonlyMap<string, readonly HsdsRecord[]>;
}

/** How far to nest. */
export interface NestOptions {
  /** Objects with only their own properties, without nested ones. */
  readonly flat?: readonly ObjectName[];
  /** Keys of missing parents: links to them stay foreign keys. */
  readonly missing?: ReadonlySet<string>;
  /** Called for every record in the result. */
  readonly onRecord?: (record: HsdsRecord) => void;
}

/** Prepares records for {@link nest}. */
export function indexRecords(records: Iterable<HsdsRecord>): RecordIndex {
  const byKey = new Map<string, HsdsRecord>();
  const placed = new Map<string, { record: HsdsRecord; position: number }[]>();
  for (const record of records) {
    if (byKey.has(keyOfRecord(record.object, record.id))) continue;
    byKey.set(keyOfRecord(record.object, record.id), record);
    for (const { parentObject, parentId, property, position } of record.links) {
      const place = `${keyOfRecord(parentObject, parentId)}\n${property}\n${record.object}`;
      placed.set(place, [...(placed.get(place) ?? []), { record, position }]);
    }
  }
  const children = [...placed].map(([place, list]) => [place, inOrder(list)] as const);
  return { byKey, children: new Map(children) };
}

function inOrder(list: { record: HsdsRecord; position: number }[]): HsdsRecord[] {
  const order = (a: (typeof list)[number], b: (typeof list)[number]) => a.position - b.position || (a.record.id < b.record.id ? -1 : 1);
  return list.sort(order).map(({ record }) => record);
}

/**
 * The nested HSDS object of a record, the reverse of `flatten`. A reference to a missing record stays a foreign key, and so does one that
 * was given as such. `parent`: the object whose list contains it.
 */
export function nest(record: HsdsRecord, index: RecordIndex, options: NestOptions = {}, parent?: HsdsRecord): JsonObject {
  options.onRecord?.(record);
  const nested: JsonObject = { id: record.id, ...record.properties };
  const flat = options.flat?.includes(record.object) ?? false;
  nestReferences(nested, record, index, options, flat);
  keepGiven(nested, record, parent);
  if (options.missing?.size) keepMissing(nested, record, options.missing);
  if (!flat) nestChildren(nested, record, index, options);
  return nested;
}

function nestReferences(nested: JsonObject, record: HsdsRecord, index: RecordIndex, options: NestOptions, flat: boolean): void {
  for (const { property, object, id } of record.references) {
    const one = flat ? undefined : index.byKey.get(keyOfRecord(object, id));
    if (one) nested[property] = nest(one, index, options);
    else nested[columnOf(record.object, property)] = id;
  }
}

function nestChildren(nested: JsonObject, record: HsdsRecord, index: RecordIndex, options: NestOptions): void {
  for (const { name, object, many } of declarationOf(record.object).nested.values()) {
    if (!many) continue;
    const children = index.children.get(`${keyOfRecord(record.object, record.id)}\n${name}\n${object}`);
    if (children) nested[name] = children.map((child): JsonValue => nest(child, index, options, record));
  }
}

/** One column names one parent only: the one that contains the object here, if it named that. */
function keepGiven(nested: JsonObject, record: HsdsRecord, parent: HsdsRecord | undefined): void {
  for (const { property, id } of record.references.filter(({ isGiven }) => isGiven)) nested[columnOf(record.object, property)] ??= id;
  for (const link of record.links.filter(({ isGiven }) => isGiven)) {
    const column = columnOfLink(record.object, link);
    const isHere = link.parentObject === parent?.object && link.parentId === parent.id;
    if (column !== undefined && (isHere || !nested[column])) nested[column] = link.parentId;
  }
}

const columnOfLink = (object: ObjectName, { parentObject, property }: Link): string | undefined =>
  declarationOf(object).foreignKeys.find((key) => key.kind === 'link' && key.object === parentObject && key.property === property)?.column;

function keepMissing(nested: JsonObject, record: HsdsRecord, missing: ReadonlySet<string>): void {
  for (const link of record.links) {
    if (!missing.has(keyOfRecord(link.parentObject, link.parentId))) continue;
    const column = columnOfLink(record.object, link);
    if (column !== undefined && !nested[column]) nested[column] = link.parentId;
  }
}

function columnOf(object: ObjectName, property: string): string {
  return declarationOf(object).foreignKeys.find((key) => key.kind === 'reference' && key.property === property)?.column ?? `${property}_id`;
}
