import { csvRows, type CsvRow } from './csv-rows.js';
import { readHeader, type Header } from './csv-header.js';
import { recordOfRow } from './csv-records.js';
import type { FileVariant } from './column-variants.js';
import { decodeText } from './decode-text.js';
import { fileKindOf } from './file-kind.js';
import type { InputFile } from './input-file.js';
import type { ReadLimits } from './limits.js';
import { refused, remark } from './problem.js';
import type { RawItem, ReadItem } from './read-item.js';

interface Table {
  readonly file: string;
  readonly kind: FileVariant;
  readonly header: Header;
  readonly ours: boolean;
  readonly limits: ReadLimits;
  /** After a broken row, rows are read again from the first one that has the right number of cells. */
  lost: boolean;
}

/** Reads one CSV file, each row as one record or one line of the report. */
export async function* readCsv(file: InputFile, limits: ReadLimits, ours: boolean): AsyncGenerator<RawItem> {
  let bytes = 0;
  const { encoding, chunks } = await decodeText(await file.open(), (count) => (bytes += count));
  if (!encoding) {
    yield remark('UNKNOWN_ENCODING', 'skipped', { file: file.path });
    return;
  }
  if (encoding !== 'utf-8') yield remark('DECODED_UTF16', 'repaired', { file: file.path });
  let table: Table | null = null;
  for await (const row of csvRows(chunks, limits)) {
    if (table) yield* readRow(table, row);
    else {
      const start = startTable(file.path, row, ours, limits);
      if ('kind' in start) {
        yield start;
        return;
      }
      table = start.table;
      yield* headerProblems(table);
    }
    if (row.row % progressEvery === 0) yield { kind: 'progress', file: file.path, bytes, totalBytes: file.bytes };
  }
  if (!table) yield remark('EMPTY_FILE', 'kept', { file: file.path });
}

const progressEvery = 2000;

function startTable(file: string, row: CsvRow, ours: boolean, limits: ReadLimits): { table: Table } | ReadItem {
  if ('broken' in row) return remark('CSV_NO_HEADER', 'skipped', { file, row: 0 });
  const kind = fileKindOf(file, row.cells);
  if (!kind) return remark('UNKNOWN_FILE', 'skipped', { file });
  return { table: { file, kind, header: readHeader(row.cells, kind, ours), ours, limits, lost: false } };
}

function headerProblems({ file, kind, header }: Table): ReadItem[] {
  const place = { file, row: 0, object: kind.object };
  return [
    ...header.duplicates.map((field) => remark('CSV_DUPLICATE_COLUMN', 'repaired', { ...place, field })),
    ...header.forbidden.map((field) => remark('FORBIDDEN_KEY', 'skipped', { ...place, field })),
  ];
}

function* readRow(table: Table, row: CsvRow): Generator<RawItem> {
  const { file, kind } = table;
  const place = { file, row: row.row, object: kind.object };
  const refusal = refusalOf(table, row);
  if (refusal) {
    yield refused(refusal, place);
    return;
  }
  const { cells, strayQuote } = row as Extract<CsvRow, { cells: unknown }>;
  if (strayQuote) yield remark('CSV_STRAY_QUOTE', 'kept', place);
  if (cells.length !== table.header.columns.length) yield remark('CSV_CELL_COUNT', 'repaired', place);
  if (cells.some((cell) => cell.includes('\uFFFD'))) yield remark('INVALID_UTF8', 'repaired', place);
  yield* recordItems(table, cells, row.row);
}

function refusalOf(
  table: Table,
  row: CsvRow,
): 'CSV_BROKEN_QUOTES' | 'CSV_ROW_TOO_LARGE' | 'CSV_NUL_BYTE' | 'CSV_FIELD_TOO_LARGE' | 'ROW_REPEATS' | null {
  if ('broken' in row) {
    table.lost = true;
    return row.broken;
  }
  const whole = row.cells.length === table.header.columns.length;
  if (table.lost && !whole) return 'CSV_BROKEN_QUOTES';
  table.lost = false;
  if (row.cells.some((cell) => cell.includes('\0'))) return 'CSV_NUL_BYTE';
  if (row.cells.some((cell) => cell.length > table.limits.fieldChars)) return 'CSV_FIELD_TOO_LARGE';
  return table.kind.repeats ? 'ROW_REPEATS' : null;
}

function* recordItems(table: Table, cells: readonly string[], row: number): Generator<RawItem> {
  const { file, kind, ours, header } = table;
  const { flat, problems } = recordOfRow(cells, header, kind, ours, { file, row });
  yield* problems;
  yield { kind: 'raw', flat, file, row };
}
