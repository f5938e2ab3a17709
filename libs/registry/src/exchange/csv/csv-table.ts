import { fileKindOf } from '../files/file-kind.js';
import type { ReadLimits } from '../files/limits.js';
import type { ObjectName } from '../../hsds/record.js';
import { refused, remark } from '../problem.js';
import type { ReadContext } from '../read-context.js';
import type { RawItem, ReadItem } from '../read-item.js';
import { openSheet, sheetProblems } from '../sheet/open-sheet.js';
import { isHeadingOrTotal, recordsOfSheetRow, type Sheet } from '../sheet/sheet-row.js';
import { readHeader } from './csv-header.js';
import { recordOfRow, type RowTable } from './csv-records.js';
import type { CsvRow } from './csv-rows.js';

/** One CSV file, after its header. */
export interface Table {
  readonly file: string;
  readonly limits: ReadLimits;
  readonly headerCells: readonly string[];
  /** Cells of a row. */
  readonly width: number;
  readonly object: ObjectName;
  /** How rows are read: each as one record, or each as a service with its parts. */
  readonly rows: RowTable | Sheet;
  /** The rows repeat another file. */
  readonly repeats: boolean;
  /** After a broken row, rows are read again from the first one that has the right number of cells. */
  lost: boolean;
}

/** A table, and problems of its header. */
export interface Start {
  readonly table: Table;
  readonly problems: readonly ReadItem[];
}

/** The table that begins with this header, or why the file cannot be read. */
export function startTable(file: string, row: CsvRow, context: ReadContext): Start | ReadItem {
  if ('broken' in row) return remark('CSV_NO_HEADER', 'skipped', { file, row: 0 });
  const { limits, ours, ordinals } = context;
  const kind = fileKindOf(file, row.cells);
  const all = { file, limits, headerCells: row.cells, width: row.cells.length, lost: false };
  const sheet = ours ? null : openSheet(row.cells, kind?.object ?? null, ordinals);
  if (sheet) return { table: { ...all, object: 'service', rows: sheet, repeats: false }, problems: sheetProblems(file, sheet) };
  if (!kind) return remark('UNKNOWN_FILE', 'skipped', { file });
  const header = readHeader(row.cells, kind, ours);
  if (!header.namesColumns) return remark('CSV_NO_HEADER', 'skipped', { file, row: 0 });
  const rows = { kind, header, ours, ordinals };
  return { table: { ...all, object: kind.object, rows, repeats: kind.repeats !== undefined }, problems: headerProblems(file, rows) };
}

/** Whether the table has no wanted objects. A publisher's cell holds no objects, but a row of a sheet has several. */
export const cannotHold = ({ object, rows }: Table, { only }: ReadContext): boolean =>
  isRecords(rows) && !rows.ours && only !== undefined && !only.has(object);

const isRecords = (rows: RowTable | Sheet): rows is RowTable => 'kind' in rows;

/** The items of a row. */
export function* recordItems({ file, rows }: Table, cells: readonly string[], row: number): Generator<RawItem> {
  if (isRecords(rows)) {
    const { flat, problems } = recordOfRow(cells, rows, { file, row });
    yield* problems;
    yield { kind: 'raw', flat, file, row };
    return;
  }
  if (isHeadingOrTotal(cells)) {
    yield refused('ROW_NOT_A_SERVICE', { file, row, object: 'service' });
    return;
  }
  const flat = recordsOfSheetRow(cells, rows);
  if (flat) yield { kind: 'raw', flat, file, row };
  else yield refused('NAME_UNKNOWN', { file, row, object: 'service', field: 'name' });
}

function headerProblems(file: string, { kind, header }: RowTable): ReadItem[] {
  const place = { file, row: 0, object: kind.object };
  return [
    ...header.duplicates.map((field) => remark('CSV_DUPLICATE_COLUMN', 'repaired', { ...place, field })),
    ...header.forbidden.map((field) => remark('FORBIDDEN_KEY', 'skipped', { ...place, field })),
  ];
}
