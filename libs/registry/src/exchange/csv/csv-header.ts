import { declarationOf, type ForeignKey, type ScalarType } from '../../hsds/objects.js';
import { forbiddenKeys } from '../scrub.js';
import type { ObjectName } from '../../hsds/record.js';
import { freeName, numberedName } from './column-names.js';
import { decodeCell } from './cells.js';
import { columnVariants, headerVariants, type FileVariant } from './column-variants.js';

/** The meaning of one column of a file. */
export interface Column {
  readonly name: string;
  readonly type: ScalarType;
  readonly key: ForeignKey | null;
}

/** The columns of a file, and problems of its header. Null: the column is ignored. */
export interface Header {
  readonly columns: readonly (Column | null)[];
  readonly duplicates: readonly string[];
  readonly forbidden: readonly string[];
  /** False if HSDS knows none of the names: then this is a row of data, or another table. */
  readonly namesColumns: boolean;
}

/** Reads the header of this kind of file. In a Haven file, names mean only themselves. A repeated name gets a number. */
export function readHeader(cells: readonly string[], kind: FileVariant, ours: boolean): Header {
  const given = cells.map((cell) => (ours ? String(decodeCell(cell, 'string', true).value ?? '') : cell.trim()));
  const duplicates: string[] = [];
  const forbidden: string[] = [];
  const taken = new Set<string>();
  const columns = given.map((name, index) => {
    if (forbiddenKeys.has(name)) {
      forbidden.push(name);
      return null;
    }
    const wanted = ours ? name : nameOf(name || numberedName(index), given, kind);
    if (taken.has(wanted)) duplicates.push(name);
    return columnOf(freeName(taken, wanted, index), kind.object);
  });
  return { columns, duplicates, forbidden, namesColumns: columns.some((column) => column !== null && isKnown(column.name, kind)) };
}

function nameOf(name: string, header: readonly string[], kind: FileVariant): string {
  for (const [mark, names] of Object.entries(headerVariants)) {
    if (header.includes(mark) && Object.hasOwn(names, name)) return names[name]!;
  }
  const official = fitting(name, header, kind.object);
  if (official) return official;
  const variants = { ...columnVariants[kind.object], ...kind.columns };
  const spelled = [name, inSmallLetters(name)].find((spelling) => Object.hasOwn(variants, spelling));
  const variant = spelled === undefined ? name : variants[spelled]!;
  return header.includes(variant) && variant !== name ? name : variant;
}

/** Quotes around headings; the cells of the rows have them too. */
const quoted = /^['‘’`].*['‘’`]$/;
/** `Organization ID`, `organizationId` and `ORGANIZATION-ID` are `organization_id`. */
const inSmallLetters = (name: string): string =>
  (quoted.test(name) ? '' : name)
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1_$2')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '');

/** The name itself if HSDS 3.1 knows it, in any spelling. */
function fitting(name: string, header: readonly string[], object: ObjectName): string | null {
  if (isProperty(name, object)) return name;
  const spellings = [name.toLowerCase(), inSmallLetters(name)];
  return spellings.find((spelling) => isProperty(spelling, object) && !header.includes(spelling)) ?? null;
}

function isProperty(name: string, object: ObjectName): boolean {
  const { scalars, foreignKeys } = declarationOf(object);
  return name === 'id' || scalars.has(name) || foreignKeys.some((key) => key.column === name);
}

const isKnown = (name: string, { object, ownerOf, columns }: FileVariant): boolean =>
  isProperty(name, object) || name === ownerOf?.[0] || Object.hasOwn(columns ?? {}, name);

function columnOf(name: string, object: ObjectName): Column {
  const { scalars, foreignKeys } = declarationOf(object);
  return { name, type: scalars.get(name)?.type ?? 'string', key: foreignKeys.find((key) => key.column === name) ?? null };
}
