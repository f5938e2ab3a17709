import { isNoValue } from '../../reading/no-value.js';
import { remark } from '../problem.js';
import type { ReadItem } from '../read-item.js';
import type { CsvRow } from './csv-rows.js';
import { mostTitles } from './csv-separator.js';

/** Rows above the header with a single text: what the list is, or its date. */
export class Titles {
  private first: ReadItem | null = null;
  private readonly rows: number[] = [];

  constructor(private readonly file: string) {}

  /** Whether the row may be a title; `problem` says why it is not a header. */
  take(row: CsvRow, problem: ReadItem): boolean {
    this.first ??= problem;
    if (this.rows.length >= mostTitles || 'broken' in row || row.cells.filter((cell) => !isNoValue(cell)).length > 1) return false;
    this.rows.push(row.row);
    return true;
  }

  /** Report lines for the titles, if a header followed them. */
  lines(): readonly ReadItem[] {
    return this.rows.map((row) => remark('TITLE_ABOVE_HEADER', 'skipped', { file: this.file, row }));
  }

  /** Why the file was not read; null if no row was refused. */
  refusal(): ReadItem | null {
    return this.first;
  }
}
