import { isValidCell } from 'h3-js';
import { isMarkElsewhere, markCodes, markOf, mayBeMark, plainTerm, saysConfidential } from './haven-marks.js';
import type { HsdsRecord, ObjectName } from './hsds/record.js';

/** Kinds of records that tell what is secret. */
export const secretTellers: ReadonlySet<ObjectName> = new Set(['attribute', 'taxonomy_term']);

/** Terms of ours that were read so far, by id: an attribute may come before its own. */
export type KnownTerms = ReadonlyMap<string, string>;

/** Code of one of our terms; null when the record is none. */
export function termCodeOf(record: HsdsRecord): string | null {
  const { code } = plainTerm(record).properties;
  return record.object === 'taxonomy_term' && typeof code === 'string' && markCodes.includes(code) ? code : null;
}

/** Whether the record may say that a place is confidential, or by which cell it is shown; its term may be another record. */
export function tellsSecret(record: HsdsRecord, terms: KnownTerms): boolean {
  if (record.object === 'taxonomy_term') return termCodeOf(record) !== null;
  if (record.object !== 'attribute' || !mayBeMark(record)) return false;
  const { value } = record.properties;
  return (
    saysConfidential(value) ||
    (typeof value === 'string' && isValidCell(value)) ||
    markOf(record, terms) !== null ||
    isMarkElsewhere(record, terms)
  );
}
