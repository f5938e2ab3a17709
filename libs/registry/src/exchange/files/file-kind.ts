import { declarations } from '../../hsds/objects.js';
import type { ObjectName } from '../../hsds/record.js';
import { fileVariants, type FileVariant } from '../csv/column-variants.js';

const kinds: ReadonlyMap<string, FileVariant> = new Map([
  ...[...declarations.values()].flatMap(({ object, file }): [string, FileVariant][] => [
    [file, { object }],
    [object, { object }],
    [`${object}s`, { object }],
  ]),
  ...Object.entries(fileVariants).flatMap(([name, variant]): [string, FileVariant][] => [
    [name.replace(/s$/, ''), variant],
    [name, variant],
  ]),
]);

/** Which object a CSV file contains, by its name: official, plural or singular, or a variant. Null if the name does not say. */
export function fileKindOf(path: string, header: readonly string[]): FileVariant | null {
  const kind = kinds.get(stemOf(path)) ?? null;
  return kind?.object === 'taxonomy' && header.some((column) => termColumns.has(column)) ? { object: 'taxonomy_term' } : kind;
}

/** HSDS 2.x keeps terms in taxonomy.csv. */
const termColumns = new Set(['parent_id', 'parent_name', 'vocabulary']);

/** File name without folder and ending, in lower case. */
export function stemOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.replace(/\.[^.]*$/, '').toLowerCase();
}

/** What the name of a JSON file says about its objects: `organizations.json` for certain, `service_list.json` as a hint. */
export interface ObjectHint {
  readonly object: ObjectName;
  readonly sure: boolean;
}

/** The object in the name of a JSON file; null if it names none. */
export function objectHintOf(path: string): ObjectHint | null {
  const stem = stemOf(path);
  const fits = [...kinds].filter(([name]) => stem === name || stem.startsWith(`${name}_`) || stem.startsWith(`${name}-`));
  const [longest] = fits.sort(([a], [b]) => b.length - a.length);
  return longest ? { object: longest[1].object, sure: stem === longest[0] } : null;
}
