import { canonicalJson } from '@haven/kernel';
import { flatten, isJsonObject, type Flattened } from '../../hsds/flatten.js';
import { isOpenObject, type Ordinals, type Spot } from '../../hsds/missing-id.js';
import { forbiddenKeys, storableText } from '../scrub.js';
import {
  isObjectName,
  type HsdsRecord,
  type JsonObject,
  type JsonValue,
  type Link,
  type Reference,
  withoutGiven,
} from '../../hsds/record.js';
import { decodeCell } from './cells.js';
import type { FileVariant } from './column-variants.js';
import { numberedName } from './column-names.js';
import type { Column, Header } from './csv-header.js';
import { repairSchedule } from './csv-schedule.js';
import { remark } from '../problem.js';
import type { ReadItem } from '../read-item.js';

/** Column in Haven files with the exact links of a row, and the names of cells that only repeat them. */
export const linksColumn = 'x_haven_links';
/** Column in Haven files for unknown properties that have no column of their own. */
export const moreColumn = 'x_haven_more';

/** The content of one row's cells. */
export interface RowContent {
  readonly properties: JsonObject;
  readonly links: Link[];
  readonly references: Reference[];
  readonly problems: ReadItem[];
}

/** The records of a row, and problems of its cells. */
export interface RowRecords {
  readonly flat: Flattened;
  readonly problems: readonly ReadItem[];
}

interface RowPlace {
  readonly file: string;
  readonly row: number;
}

/** What every row of a file needs. */
export interface RowTable {
  readonly header: Header;
  readonly kind: FileVariant;
  /** Haven wrote the file. */
  readonly ours: boolean;
  readonly ordinals: Ordinals;
}

/** Some publishers write 0 for "no other row". */
const noKey = new Set(['', '0']);
const keyList = /^[\w-]+(\s*,\s*[\w-]+)+$/;

/** Reads one row as records, with problems. */
export function recordOfRow(cells: readonly string[], table: RowTable, place: RowPlace): RowRecords {
  const { header, kind, ours } = table;
  const content: RowContent = { properties: { ...kind.constants }, links: [], references: [], problems: [] };
  const width = Math.max(cells.length, header.columns.length);
  for (let index = 0; index < width; index++) {
    const column = index < header.columns.length ? header.columns[index] : extraColumn(index);
    if (column) takeCell(content, column, cells[index] ?? '', { kind, ours, place });
  }
  if (kind.object === 'schedule' && !ours) {
    const changed = repairSchedule(content.properties);
    content.problems.push(...changed.map((field) => remark('VALUE_REPAIRED', 'repaired', { ...place, object: kind.object, field })));
  }
  return assembled(content, table, place);
}

const extraColumn = (index: number): Column => ({ name: numberedName(index), type: 'string', key: null });

interface CellContext {
  readonly kind: FileVariant;
  readonly ours: boolean;
  readonly place: RowPlace;
}

function takeCell(content: RowContent, column: Column, given: string, { kind, ours, place }: CellContext): void {
  const cell = storableText(given);
  if (cell !== given)
    content.problems.push(remark('UNSTORABLE_CHARACTER', 'repaired', { ...place, object: kind.object, field: column.name }));
  if (!ours && column.name === kind.ownerOf?.[0] && cell) addLink(content, kind.ownerOf[1], cell.trim(), 'attributes', place.row);
  else if (!ours && column.key && (noKey.has(cell.trim()) || keyList.test(cell.trim()))) takeKeys(content, column, cell, place.row);
  else takeValue(content, column, cell, { kind, ours, place });
}

function takeValue(content: RowContent, column: Column, cell: string, { kind, ours, place }: CellContext): void {
  const { value, bad } = decodeCell(cell, column.type, ours);
  if (bad) content.problems.push(remark('CSV_BAD_CELL', 'kept', { ...place, object: kind.object, field: column.name }));
  if (value !== undefined) content.properties[column.name] = value;
}

/** A cell with several keys puts the row into several parents. If the column nests an object, the first key counts and the text is kept. */
function takeKeys(content: RowContent, column: Column, cell: string, row: number): void {
  const { kind, object, property } = column.key!;
  const ids = cell.split(',').map((id) => id.trim());
  const known = ids.filter((id) => !noKey.has(id));
  if (kind === 'link') known.forEach((id) => addLink(content, object, id, property, row));
  else if (known[0]) {
    content.references.push({ property, object, id: known[0] });
    content.properties[`source_${column.name}`] = cell;
  }
}

function addLink(content: RowContent, parentObject: Link['parentObject'], parentId: string, property: string, position: number): void {
  content.links.push({ parentObject, parentId, property, position });
}

function assembled(content: RowContent, { kind, ours, ordinals }: RowTable, place: RowPlace): RowRecords {
  if (kind.madeIds && !ours) keepAsSourceId(content);
  const own = ours ? content.properties[linksColumn] : undefined;
  const exact = ours ? takeExactLinks(content.properties) : null;
  const flat = flatten(kind.object, content.properties, spotOf(content, kind, ordinals));
  const records = flat.records.map(({ record, reads }, index) => ({
    record: index === 0 ? restoreGiven(completed(withoutGiven(record), content, exact, place.row), own) : withoutGiven(record),
    reads,
  }));
  return { flat: { records, problems: flat.problems }, problems: content.problems };
}

/** The container of the row, by the links already taken from its cells. Physical and postal addresses are counted apart. */
function spotOf({ links, references, properties }: RowContent, kind: FileVariant, ordinals: Ordinals): Spot {
  const scope = links.map(({ parentObject, parentId, property }) => [parentObject, parentId, property]);
  const isOpen = links.every(({ parentObject }) => isOpenObject(parentObject));
  return {
    holder: links.length === 0 ? 'unknown' : isOpen ? 'open' : 'place',
    scope: canonicalJson([
      kind.constants ?? {},
      scope,
      references.map(({ property, id }) => [property, id]),
      kind.madeIds ? (properties.source_id ?? null) : null,
    ]),
    ordinals,
  };
}

function keepAsSourceId({ properties }: RowContent): void {
  if (properties.id === undefined) return;
  properties.source_id = properties.id;
  delete properties.id;
}

/**
 * Links of the row: those in Haven's own column, or from its foreign keys in the order of the file. All are foreign keys, so none is
 * repeated in an export.
 */
function completed(record: HsdsRecord, content: RowContent, exact: readonly Link[] | null, row: number): HsdsRecord {
  const derived = [...record.links.map((link) => ({ ...link, position: row })), ...content.links];
  return { ...record, links: exact ?? derived, references: [...record.references, ...content.references] };
}

/** Removes Haven's own columns from the properties, and the cells that only repeat them. */
function takeExactLinks(properties: JsonObject): Link[] | null {
  const { [linksColumn]: own, [moreColumn]: more } = properties;
  delete properties[linksColumn];
  delete properties[moreColumn];
  if (isJsonObject(more)) Object.entries(more).forEach(([name, value]) => !forbiddenKeys.has(name) && (properties[name] = value));
  if (!isJsonObject(own)) return null;
  textsOf(own.repeats).forEach((name) => delete properties[name]);
  return Array.isArray(own.links) ? own.links.flatMap(linkOf) : null;
}

/** Properties named like a foreign key whose column has another value, and the keys that the row gave as such. */
function restoreGiven(record: HsdsRecord, own: JsonValue | undefined): HsdsRecord {
  if (!isJsonObject(own)) return record;
  const safe = Object.entries(isJsonObject(own.given) ? own.given : {}).filter(([name]) => !forbiddenKeys.has(name));
  const keys = textsOf(own.keys);
  return {
    ...record,
    properties: { ...record.properties, ...Object.fromEntries(safe) },
    references: record.references.map((reference) => (keys.includes(reference.property) ? { ...reference, isGiven: true } : reference)),
  };
}

function textsOf(value: JsonValue | undefined): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string' && !forbiddenKeys.has(item)).map(String) : [];
}

function linkOf(given: JsonValue): Link[] {
  if (!Array.isArray(given)) return [];
  const [parentObject, parentId, property, position, isGiven] = given;
  const fine = isObjectName(parentObject) && typeof parentId === 'string' && typeof property === 'string';
  return fine ? [{ parentObject, parentId, property, position: Number(position) || 0, ...(isGiven === true && { isGiven }) }] : [];
}
