import { isNoValue } from '../../reading/no-value.js';
import { remark } from '../problem.js';
import type { ReadItem } from '../read-item.js';
import type { CsvRow } from './csv-rows.js';
import { mostTitles } from './csv-separator.js';

/** Rows above the header that hold one text only: what the list is, and of when. */
export class Titles {
  private first: ReadItem | null = null;
  private readonly rows: number[] = [];

  constructor(private readonly file: string) {}

  /** Whether the row, which is no header as `problem` says, may be a title. */
  take(row: CsvRow, problem: ReadItem): boolean {
    this.first ??= problem;
    if (this.rows.length >= mostTitles || 'broken' in row || row.cells.filter((cell) => !isNoValue(cell)).length > 1) return false;
    this.rows.push(row.row);
    return true;
  }

  /** What is said of them where a header came after them. */
  lines(): readonly ReadItem[] {
    return this.rows.map((row) => remark('TITLE_ABOVE_HEADER', 'skipped', { file: this.file, row }));
  }

  /** Why the file was not read; null: nothing was refused. */
  refusal(): ReadItem | null {
    return this.first;
  }
}
