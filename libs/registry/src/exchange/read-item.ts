import type { Flattened } from '../hsds/flatten.js';
import type { HsdsRecord } from '../hsds/record.js';
import type { ReportCode } from './report-codes.js';

/** What happened to the row or object of a line. */
export type ReportAction = 'kept' | 'repaired' | 'skipped';

/** One line of an import report. Parts that do not apply are null. */
export interface ReportLine {
  /** Path within the directory; `a.zip!/b.csv` inside a zip. */
  readonly file: string;
  /** CSV: number of the record; the header is 0. JSON: index of the document, from 1. */
  readonly row: number | null;
  readonly object: string | null;
  readonly id: string | null;
  readonly field: string | null;
  readonly code: ReportCode;
  /** The problem and what to do, for a person. Never repeats a whole value. */
  readonly message: string;
  readonly action: ReportAction;
}

/**
 * A record, or a report line. `reads` of a record: how often it occurred in its document (nested in several places); 0 for a Haven tag that
 * replaces a rejected copy. `reads` of a problem: 1 for a row or object that gave no record, 0 for a comment on one or on a whole file. So
 * the sum of `reads` is the number of rows and objects read.
 */
export type ReadItem =
  | { readonly kind: 'record'; readonly record: HsdsRecord; readonly file: string; readonly row: number; readonly reads: number }
  | { readonly kind: 'problem'; readonly line: ReportLine; readonly reads: number }
  /** Bytes taken from `file` so far, for a progress bar. */
  | { readonly kind: 'progress'; readonly file: string; readonly bytes: number; readonly totalBytes: number };

/** What a reader of one kind of file yields: report lines, and records before they are checked. */
export type RawItem = ReadItem | RawRecords;

/** The records of one row or document. */
export interface RawRecords {
  readonly kind: 'raw';
  readonly flat: Flattened;
  readonly file: string;
  readonly row: number;
}
