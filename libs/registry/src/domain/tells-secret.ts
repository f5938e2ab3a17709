import { isValidCell } from 'h3-js';
import { isMarkElsewhere, markOf, mayBeMark, saysConfidential, termMeaning } from './haven-marks.js';
import type { HsdsRecord, ObjectName } from './hsds/record.js';

/** Kinds of records that tell what is secret. */
export const secretTellers: ReadonlySet<ObjectName> = new Set(['attribute', 'taxonomy_term']);

/** What the terms that were read so far mean, by id: an attribute may come before its own. */
export type KnownTerms = ReadonlyMap<string, string>;

/** Whether the record may say that a place is confidential, or by which cell it is shown; its term may be another record. */
export function tellsSecret(record: HsdsRecord, terms: KnownTerms): boolean {
  if (record.object === 'taxonomy_term') return termMeaning(record) !== null;
  if (record.object !== 'attribute' || !mayBeMark(record)) return false;
  const { value } = record.properties;
  return (
    saysConfidential(value) ||
    (typeof value === 'string' && isValidCell(value)) ||
    markOf(record, terms) !== null ||
    isMarkElsewhere(record, terms)
  );
}
