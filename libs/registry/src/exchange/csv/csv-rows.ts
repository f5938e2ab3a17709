import { isNoValue } from '../../reading/no-value.js';
import type { Separator } from './csv-separator.js';
import type { ReadLimits } from '../files/limits.js';

/** One row of a CSV text, or why it is broken. Rows count records; the header is row 0. */
export type CsvRow =
  | { readonly row: number; readonly cells: readonly string[]; readonly strayQuote: boolean }
  | { readonly row: number; readonly broken: 'CSV_BROKEN_QUOTES' | 'CSV_ROW_TOO_LARGE' };

/** How a file is written. `exact`: Haven wrote it, so its quotes are always right. */
export interface CsvForm {
  readonly separator: Separator;
  readonly exact: boolean;
}

const commas: CsvForm = { separator: ',', exact: false };

interface Scanned {
  readonly cells: string[];
  /** Offset after the line break. */
  readonly end: number;
  readonly strayQuote: boolean;
}

/**
 * Splits CSV (RFC 4180) into rows and recovers from broken quotes: it gives up only the first line of a broken record. Parsers that go on
 * at the end of the record lose the rest of the file to one missing quote. Rows whose cells are all empty, or say so (`NULL`, `-`), are
 * left out.
 */
export async function* csvRows(chunks: AsyncIterable<string>, limits: ReadLimits, form: CsvForm = commas): AsyncGenerator<CsvRow> {
  const reading: Reading = { limits, separator: form.separator.charCodeAt(0), width: null, exact: form.exact };
  let text = '';
  let row = 0;
  let skipping = false;
  const numbered = (found: RowWithoutNumber): CsvRow => {
    // A single cell may be a title above the header.
    if (!form.exact && 'cells' in found && found.cells.length > 1) reading.width ??= found.cells.length;
    return { ...found, row: row++ };
  };
  for await (const chunk of chunks) {
    text += chunk;
    let at = 0;
    for (let found = next(text, at, reading, skipping, false); found; found = next(text, at, reading, skipping, false)) {
      at = found.end;
      if (found.row) yield numbered(found.row);
      skipping = found.skipping;
    }
    text = text.slice(at);
  }
  for (let found = next(text, 0, reading, skipping, true); found; found = next(text, 0, reading, skipping, true)) {
    text = text.slice(found.end);
    if (found.row) yield numbered(found.row);
    skipping = found.skipping;
  }
}

interface Reading {
  readonly limits: ReadLimits;
  readonly separator: number;
  /** Cells of the header; null: not read yet, or quotes are trusted. */
  width: number | null;
  readonly exact: boolean;
}

type RowWithoutNumber =
  Pick<Extract<CsvRow, { cells: unknown }>, 'cells' | 'strayQuote'> | Pick<Extract<CsvRow, { broken: unknown }>, 'broken'>;

interface Next {
  readonly row: RowWithoutNumber | null;
  readonly end: number;
  /** Still inside a line that was given up. */
  readonly skipping: boolean;
}

/** The next row from `at`; null if it needs more text, or there is none. */
function next(text: string, at: number, reading: Reading, skipping: boolean, last: boolean): Next | null {
  if (at >= text.length) return null;
  if (skipping) return skipLine(text, at, null);
  const { limits, width } = reading;
  const scanned = scanRecord(text, at, last, reading.separator);
  const tooLarge = (scanned && scanned !== 'broken' ? scanned.end : text.length) - at > limits.rowChars;
  if (scanned === 'broken' || (scanned === null && last)) return skipLine(text, at, { broken: 'CSV_BROKEN_QUOTES' });
  if (tooLarge) return skipLine(text, at, { broken: lineEnd(text, at) < at + limits.rowChars ? 'CSV_BROKEN_QUOTES' : 'CSV_ROW_TOO_LARGE' });
  if (scanned === null) return null;
  if (width !== null && swallowsRows(text.slice(at, scanned.end), scanned.cells.length, width, reading.separator))
    return skipLine(text, at, { broken: 'CSV_BROKEN_QUOTES' });
  const blank = scanned.cells.every((cell) => (reading.exact ? cell.trim() === '' : isNoValue(cell)));
  return { row: blank ? null : { cells: scanned.cells, strayQuote: scanned.strayQuote }, end: scanned.end, skipping: false };
}

/** A later row may close a missing quote. Then the text between the quotes looks like rows of the file. */
function swallowsRows(record: string, cells: number, width: number, separator: number): boolean {
  const lines = record.trimEnd().split(/\r\n|\r|\n/);
  if (lines.length < 2 || width < 2) return false;
  const isRow = (line: string): boolean => line.split(String.fromCharCode(separator)).length === width;
  if (cells !== width) return lines.slice(1).some(isRow);
  const between = lines.slice(1, -1);
  return width > 2 && between.length > 0 && between.every(isRow);
}

function lineEnd(text: string, at: number): number {
  lineBreak.lastIndex = at;
  return lineBreak.exec(text)?.index ?? text.length;
}

const lineBreak = /[\r\n]/g;

function skipLine(text: string, at: number, row: RowWithoutNumber | null): Next {
  const end = lineEnd(text, at);
  return { row, end: Math.min(end + 1, text.length), skipping: end === text.length };
}

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

/** Null: the record is not complete yet. */
function scanRecord(text: string, start: number, last: boolean, separator: number): Scanned | 'broken' | null {
  const cells: string[] = [];
  let strayQuote = false;
  for (let at = start; ;) {
    const cell = text.charCodeAt(at) === quote ? quotedCell(text, at, separator) : plainCell(text, at, separator);
    if (cell === null || cell === 'broken') return cell;
    cells.push(cell.value);
    strayQuote ||= cell.stray;
    const end = cell.end;
    const code = text.charCodeAt(end);
    if (end >= text.length) return last ? { cells, end, strayQuote } : null;
    if (code === separator) at = end + 1;
    else if (code === lineFeed) return { cells, end: end + 1, strayQuote };
    else if (end + 1 >= text.length && !last) return null;
    else return { cells, end: text.charCodeAt(end + 1) === lineFeed ? end + 2 : end + 1, strayQuote };
  }
}

interface Cell {
  readonly value: string;
  readonly end: number;
  readonly stray: boolean;
}

function plainCell(text: string, start: number, separator: number): Cell {
  let end = start;
  let stray = false;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === separator || code === lineFeed || code === carriageReturn) break;
    stray ||= code === quote;
  }
  return { value: text.slice(start, end), end, stray };
}

function quotedCell(text: string, start: number, separator: number): Cell | 'broken' | null {
  for (let at = start + 1; ; at += 2) {
    at = text.indexOf('"', at);
    if (at < 0) return null;
    const code = text.charCodeAt(at + 1);
    if (code === quote) continue;
    const closes = at + 1 >= text.length || code === separator || code === lineFeed || code === carriageReturn;
    return closes ? { value: text.slice(start + 1, at).replaceAll('""', '"'), end: at + 1, stray: false } : 'broken';
  }
}
