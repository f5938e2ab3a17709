import { saysSecret } from '../../hsds/says-secret.js';
import type { Ordinals } from '../../hsds/missing-id.js';
import type { ObjectName } from '../../hsds/record.js';
import { freeName, numberedName } from '../csv/column-names.js';
import { remark } from '../problem.js';
import type { ReadItem } from '../read-item.js';
import { sheetFields } from './sheet-headings.js';
import type { Sheet } from './sheet-row.js';

/** What a name like services.csv says, though the file may be a sheet. */
const alsoSheets: ReadonlySet<ObjectName> = new Set(['service', 'organization', 'location']);

/** Columns by which a table of HSDS says what belongs together. */
const keys = /^(?:id|.*_id|.*recordid)$/i;

/**
 * The sheet that a header begins; null where it does not. `object`: what the name of the file says that it holds. A file with such a
 * name is a sheet only where no column holds ids of HSDS.
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

/** What is odd about the headings of a sheet. */
export function sheetProblems(file: string, { names, fields }: Sheet): ReadItem[] {
  const place = { file, row: 0, object: 'service' };
  const unknown = names.filter((name, column) => fields[column] === 'more' && saysSecret('service', name, 'yes') === null);
  return [remark('SHEET_READ', 'kept', place), ...unknown.map((field) => remark('COLUMN_UNKNOWN', 'kept', { ...place, field }))];
}
