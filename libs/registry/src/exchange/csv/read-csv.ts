import { eachInTurns } from '@haven/kernel';
import { csvRows, type CsvRow } from './csv-rows.js';
import { cannotHold, recordItems, startTable, type Table } from './csv-table.js';
import { separatedText } from './csv-separator.js';
import { Titles } from './titles.js';
import { decodeText } from '../files/decode-text.js';
import type { InputFile } from '../files/input-file.js';
import { refused, remark } from '../problem.js';
import type { ReadContext } from '../read-context.js';
import type { RawItem } from '../read-item.js';
import type { ReportCode } from '../report-codes.js';

/** Reads one CSV file; each row becomes records or a line of the report. */
export async function* readCsv(file: InputFile, context: ReadContext): AsyncGenerator<RawItem> {
  let bytes = 0;
  const { encoding, chunks, problems } = await decodeText(file, (count) => (bytes += count));
  yield* problems;
  if (!encoding) return;
  const { separator, chunks: text } = await separatedText(chunks);
  let table: Table | null = null;
  const titles = new Titles(file.path);
  for await (const row of eachInTurns(csvRows(text, context.limits, { separator, exact: context.ours }))) {
    if (table) yield* readRow(table, row);
    else {
      const start = startTable(file.path, row, context);
      if ('kind' in start) {
        if (titles.take(row, start)) continue;
        break;
      }
      table = start.table;
      if (cannotHold(table, context)) return;
      yield* [...titles.lines(), ...start.problems];
    }
    if (row.row % progressEvery === 0) yield { kind: 'progress', file: file.path, bytes, totalBytes: file.bytes };
  }
  if (!table) yield titles.refusal() ?? remark('EMPTY_FILE', 'kept', { file: file.path });
}

const progressEvery = 2000;

function* readRow(table: Table, row: CsvRow): Generator<RawItem> {
  const { file, object, width } = table;
  const place = { file, row: row.row, object };
  const refusal = refusalOf(table, row);
  if (refusal) {
    yield refused(refusal, place);
    return;
  }
  const { cells, strayQuote } = row as Extract<CsvRow, { cells: unknown }>;
  if (strayQuote) yield remark('CSV_STRAY_QUOTE', 'kept', place);
  if (cells.length !== width) yield remark('CSV_CELL_COUNT', 'repaired', place);
  if (cells.some((cell) => cell.includes('\uFFFD'))) yield remark('LETTERS_LOST', 'kept', place);
  yield* recordItems(table, cells, row.row);
}

function refusalOf(table: Table, row: CsvRow): ReportCode | null {
  if ('broken' in row) {
    table.lost = true;
    return row.broken;
  }
  const whole = row.cells.length === table.width;
  if (table.lost && !whole) return 'CSV_BROKEN_QUOTES';
  table.lost = false;
  if (isOtherwiseSeparated(row.cells, table.width)) return 'CSV_OTHER_SEPARATOR';
  if (row.cells.some((cell) => cell.includes('\0'))) return 'CSV_NUL_BYTE';
  if (row.cells.some((cell) => cell.length > table.limits.fieldChars)) return 'CSV_FIELD_TOO_LARGE';
  if (isSameRow(row.cells, table.headerCells)) return 'HEADER_REPEATS';
  return table.repeats ? 'ROW_REPEATS' : null;
}

/** Files that were joined repeat the header, each time with its byte order mark. */
const isSameRow = (cells: readonly string[], header: readonly string[]): boolean =>
  cells.length === header.length && cells.every((cell, index) => plain(cell) === plain(header[index]!));
const plain = (cell: string): string => cell.replaceAll('\ufeff', '').replaceAll('"', '').trim().toLowerCase();

/** The whole row is in one cell, because it has another separator than the header. */
const isOtherwiseSeparated = (cells: readonly string[], width: number): boolean =>
  cells.length === 1 && width > 1 && [',', ';', '\t', '|'].some((other) => cells[0]!.split(other).length === width);
