import { saysSecret } from '../../hsds/says-secret.js';
import type { Ordinals } from '../../hsds/missing-id.js';
import type { ObjectName } from '../../hsds/record.js';
import { freeName, numberedName } from '../csv/column-names.js';
import { remark } from '../problem.js';
import type { ReadItem } from '../read-item.js';
import { sheetFields } from './sheet-headings.js';
import type { Sheet } from './sheet-row.js';

/** Objects of files like services.csv, which may still be sheets. */
const alsoSheets: ReadonlySet<ObjectName> = new Set(['service', 'organization', 'location']);

/** Columns with ids by which the tables of HSDS refer to each other. */
const keys = /^(?:id|.*_id|.*recordid)$/i;

/**
 * The sheet that begins with this header; null if it is not a sheet. `object`: the object in the name of the file. A file with such a name
 * is a sheet only if no column has ids of HSDS.
 */
export function openSheet(header: readonly string[], object: ObjectName | null, ordinals: Ordinals): Sheet | null {
  if (object !== null && (!alsoSheets.has(object) || header.some((heading) => keys.test(heading.trim())))) return null;
  const fields = sheetFields(header);
  return fields && { names: namesOf(header), fields, ordinals };
}

function namesOf(header: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return header.map((heading, column) => freeName(taken, heading.trim() || numberedName(column), column));
}

/** Problems of a sheet's headings. */
export function sheetProblems(file: string, { names, fields }: Sheet): ReadItem[] {
  const place = { file, row: 0, object: 'service' };
  const unknown = names.filter((name, column) => fields[column] === 'more' && saysSecret('service', name, 'yes') === null);
  return [remark('SHEET_READ', 'kept', place), ...unknown.map((field) => remark('COLUMN_UNKNOWN', 'kept', { ...place, field }))];
}
