import { reportCodes, type ReportCode } from './report-codes.js';
import type { ReadItem, ReportAction, ReportLine } from './read-item.js';

/** Where a problem is. Parts that are left out are null. */
export interface ProblemPlace {
  readonly file: string;
  readonly row?: number | null;
  readonly object?: string | null;
  readonly id?: string | null;
  readonly field?: string | null;
}

/** A report line: the text of the code, then the details. */
export function reportLine(code: ReportCode, action: ReportAction, place: ProblemPlace, detail = ''): ReportLine {
  const { file, row = null, object = null, id = null, field = null } = place;
  return { file, row, object, id, field, code, message: detail ? `${reportCodes[code]} (${detail})` : reportCodes[code], action };
}

/** A problem that comments on a record or a file. */
export function remark(code: ReportCode, action: ReportAction, place: ProblemPlace, detail = ''): ReadItem {
  return { kind: 'problem', line: reportLine(code, action, place, detail), reads: 0 };
}

/** A row or object that was read, `reads` times, and gave no record. */
export function refused(code: ReportCode, place: ProblemPlace, reads = 1): ReadItem {
  return { kind: 'problem', line: reportLine(code, 'skipped', place), reads };
}
