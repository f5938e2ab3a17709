import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { declarationOf, type ObjectDeclaration, type ScalarType } from '../../hsds/objects.js';
import { ownerColumns } from '../../hsds/owner-kind.js';
import { objectNames, type HsdsRecord, type JsonObject, type JsonValue, type ObjectName } from '../../hsds/record.js';
import { encodeCell } from './cells.js';
import { linksColumn, moreColumn } from './csv-records.js';
import { havenKey, sourceKey } from '../files/data-package.js';
import { FileSink } from '../files/file-sink.js';
import type { RecordSource } from '../record-source.js';

/** A table with very many columns is useless, so further unknown properties share one column. */
const mostUnknownColumns = 200;

interface TableColumn {
  readonly name: string;
  readonly type: ScalarType;
}

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly schema: JsonObject;
}

/** Writes HSDS tabular CSV with a datapackage.json that says that Haven wrote it. Returns the number of rows of each file. */
export async function writeCsv(source: RecordSource, path: string): Promise<Record<string, number>> {
  const files: Record<string, number> = {};
  const resources: Resource[] = [];
  for (const object of objectNames) {
    const declaration = declarationOf(object);
    const columns = await columnsOf(source, declaration);
    if (!columns) continue;
    const name = `${declaration.file}.csv`;
    files[name] = await writeTable(source, object, columns, join(path, name));
    resources.push({ name: object, path: name, schema: schemaOf(declaration, columns) });
  }
  const dataPackage = {
    name: 'haven-export',
    profile: 'tabular-data-package',
    [havenKey]: true,
    ...(source.name !== undefined && { [sourceKey]: source.name }),
    resources,
  };
  await writeFile(join(path, 'datapackage.json'), `${JSON.stringify(dataPackage, null, 2)}\n`, { flag: 'wx' });
  return files;
}

/** Null if there is no record. */
async function columnsOf(source: RecordSource, { object, scalars, foreignKeys }: ObjectDeclaration): Promise<TableColumn[] | null> {
  const known = new Set(['id', linksColumn, moreColumn, ...scalars.keys(), ...foreignKeys.map((key) => key.column)]);
  const unknown = new Set<string>();
  let any = false;
  for await (const { properties } of source.records(object)) {
    any = true;
    for (const name of Object.keys(properties)) if (!known.has(name) && unknown.size < mostUnknownColumns) unknown.add(name);
  }
  if (!any) return null;
  const text = (name: string): TableColumn => ({ name, type: 'string' });
  return [
    text('id'),
    ...foreignKeys.map((key) => text(key.column)),
    ...scalars.values(),
    ...[...unknown].sort().map(text),
    text(moreColumn),
    text(linksColumn),
  ];
}

async function writeTable(source: RecordSource, object: ObjectName, columns: readonly TableColumn[], path: string): Promise<number> {
  const sink = new FileSink(path);
  await sink.write(lineOf(columns.map(({ name }) => encodeCell(name, 'string'))));
  let rows = 0;
  for await (const record of source.records(object)) {
    const values = rowOf(record, columns);
    await sink.write(lineOf(columns.map(({ name, type }) => encodeCell(Object.hasOwn(values, name) ? values[name] : undefined, type))));
    rows += 1;
  }
  await sink.close();
  return rows;
}

/** The cells of a record by column: its properties, its foreign keys, and everything that has no column. */
function rowOf(record: HsdsRecord, columns: readonly TableColumn[]): JsonObject {
  const names = new Set(columns.map((column) => column.name).filter((name) => name !== linksColumn && name !== moreColumn));
  const keys = keysOf(record);
  const pick = (fits: (name: string) => boolean): JsonObject =>
    Object.fromEntries(Object.entries(record.properties).filter(([name]) => fits(name)));
  const given = pick((name) => Object.hasOwn(keys.values, name));
  const more = pick((name) => !names.has(name));
  const links = record.links.map((link): JsonValue => [link.parentObject, link.parentId, link.property, link.position, ...givenIn(link)]);
  const givenKeys = record.references.filter(({ isGiven }) => isGiven).map(({ property }) => property);
  const exact: JsonObject = { links, ...filled({ repeats: keys.repeats, given, keys: givenKeys }) };
  const row: JsonObject = { ...pick((name) => names.has(name)), ...keys.values, id: record.id, ...filled({ [moreColumn]: more }) };
  return links.length + Object.keys(given).length + givenKeys.length > 0 ? { ...row, [linksColumn]: exact } : row;
}

const givenIn = ({ isGiven }: HsdsRecord['links'][number]): JsonValue[] => (isGiven ? [true] : []);

/** Without empty members. */
function filled(members: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => Object.keys(value as object).length > 0));
}

function keysOf(record: HsdsRecord): { values: JsonObject; repeats: string[] } {
  const values: JsonObject = {};
  for (const { column, kind, object, property } of declarationOf(record.object).foreignKeys) {
    const id =
      kind === 'reference'
        ? record.references.find((reference) => reference.property === property)?.id
        : record.links.find((link) => link.parentObject === object && link.property === property)?.parentId;
    if (id !== undefined) values[column] = id;
  }
  const owner = ownerCells(record);
  return { values: { ...values, ...owner }, repeats: Object.keys(owner) };
}

/** Attributes and metadata name their owner in two columns, for readers that know only those. */
function ownerCells({ object, properties, links }: HsdsRecord): JsonObject {
  const [link] = links;
  const columns = ownerColumns[object];
  if (!link || !columns || properties[columns.id] !== undefined || properties[columns.kind] !== undefined) return {};
  return { [columns.id]: link.parentId, [columns.kind]: link.parentObject };
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
}

const fieldTypes: { readonly [type in ScalarType]?: string } = { number: 'number', date: 'date', datetime: 'datetime', time: 'time' };

function schemaOf({ foreignKeys }: ObjectDeclaration, columns: readonly TableColumn[]): JsonObject {
  return {
    primaryKey: 'id',
    fields: columns.map(({ name, type }): JsonValue => ({ name, type: fieldTypes[type] ?? 'string' })),
    foreignKeys: foreignKeys.map(({ column, object }): JsonValue => ({ fields: column, reference: { resource: object, fields: 'id' } })),
  };
}
