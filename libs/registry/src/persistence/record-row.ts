import { declarationOf, type ScalarType } from '../hsds/objects.js';
import type { HsdsRecord, JsonValue, ObjectName } from '../hsds/record.js';
import { digestOf } from '../hsds/record-digest.js';

/** A row of `registry.<object>`: one column for each declared scalar, the rest in `haven_extra`. */
export interface RecordRow {
  readonly id: string;
  readonly haven_source: string;
  readonly haven_digest: string;
  /** Unknown properties, given nulls, and values that do not fit their column. */
  readonly haven_extra: { readonly [property: string]: JsonValue };
  readonly [column: string]: JsonValue;
}

/** Type of a scalar's column. Dates stay text: publishers write them in any form, and an export must return it. */
export const columnType = (type: ScalarType): 'text' | 'double precision' => (type === 'number' ? 'double precision' : 'text');

/** Columns of an object's table that hold HSDS scalars. */
export const scalarColumns = (object: ObjectName): readonly { name: string; type: 'text' | 'double precision' }[] =>
  [...declarationOf(object).scalars.values()].map(({ name, type }) => ({ name, type: columnType(type) }));

/** The row of a record. */
export function rowOf(record: HsdsRecord, source: string): RecordRow {
  const columns: Record<string, JsonValue> = {};
  const extra: Record<string, JsonValue> = Object.create(null);
  const types = new Map(scalarColumns(record.object).map(({ name, type }) => [name, type]));
  for (const [property, value] of Object.entries(record.properties)) {
    if (fits(types.get(property), value)) columns[property] = value;
    else extra[property] = value;
  }
  return { ...columns, id: record.id, haven_source: source, haven_digest: digestOf(record.properties), haven_extra: extra };
}

function fits(type: string | undefined, value: JsonValue): boolean {
  return type === 'text' ? typeof value === 'string' : type === 'double precision' && typeof value === 'number';
}

/** The properties of a row, as they were given. */
export function propertiesOf(object: ObjectName, row: RecordRow): { readonly [key: string]: JsonValue } {
  const given = scalarColumns(object).flatMap(({ name }): [string, JsonValue][] => {
    const value = row[name];
    return value === null || value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries([...given, ...Object.entries(row.haven_extra)]);
}
