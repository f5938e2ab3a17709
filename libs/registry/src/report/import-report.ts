import type { HsdsRecord } from '../hsds/record.js';
import type { RecordKey } from '../hsds/relation.js';
import type { SecretProperty } from '../hsds/says-confidential.js';
import type { Refusal } from './store-outcome.js';

/** Codes of the loader, besides the reader's: what each means, and what to do. */
export const loadCodes = {
  ID_OF_ANOTHER_SOURCE:
    'Somebody here entered or changed this object since, or another source shares it; it was left as it is. Change it here.',
  CELL_MOVED: 'A confidential place cannot move this far; nothing was changed. Register the new place as a new location.',
  MARK_ELSEWHERE:
    'This visibility tag is not on a location. Any value but PUBLIC makes each place that its record leads to confidential; PUBLIC has no effect. Put the tag on the location.',
  SECRET_SAID:
    'This property says that its record is confidential: each place that it is, belongs to or leads to counts as confidential; anything else, like a phone, is not shown itself. That stays so. If it is wrong, write "no".',
  SECRET_UNCLEAR:
    'This property speaks of secrecy and does not plainly deny it, so its record counts as confidential, with each place that it is, belongs to or leads to. That stays so. Write "yes" or "no".',
  PLACE_WAITS:
    'It may be a confidential place: its organization has one, or another source has it as confidential under this id. It is not shown until a person decides. Decide in the review queue.',
  CONFIDENTIAL_ELSEWHERE:
    'Another source of the same publisher says that what has this id is confidential, so it is not shown here either. That stays so.',
  SOURCE_RECOGNISED:
    'The organizations of this directory are those of a source that is known, so it was imported as that one. If it is another publisher, import it with a new --source NAME.',
  SOURCE_KEPT_APART:
    'A source of this name has other organizations, so the directory was kept apart under a new name. If it is the same publisher, import it with --source and the old name.',
  SOURCE_CONTRADICTED:
    'The source has other names for most of these organizations; they were replaced, as --source says. If it is another publisher, import it with another --source NAME.',
  MISSING_FROM_FILE:
    'This file no longer has the service. It stays published, and its matches say so, until a coordinator keeps or withdraws it. If the file has only some of the rows, import such files with --partial.',
  MANY_MISSING:
    'More than a fifth of the services of this source are missing from its newest file. Was it cut off? Import the whole file: what it has is not missing any more.',
  ORGANIZATION_MISSING: 'The service names no organization; one without a name stands in. Ask the publisher who runs it.',
} as const;

/** One line of the report; `code` is one of the reader's or of {@link loadCodes}. */
export interface ImportLine {
  readonly file: string;
  readonly row: number | null;
  readonly object: string | null;
  readonly id: string | null;
  readonly field: string | null;
  readonly code: string;
  readonly message: string;
  readonly action: 'kept' | 'repaired' | 'skipped';
}

/** The items of a reader; the reader's own type is compatible. */
export type IncomingItem =
  | { readonly kind: 'record'; readonly record: HsdsRecord; readonly file: string; readonly row: number; readonly reads: number }
  | { readonly kind: 'problem'; readonly line: ImportLine; readonly reads: number }
  | { readonly kind: 'progress'; readonly file: string; readonly bytes: number; readonly totalBytes: number };
/** An item with a record. */
export type IncomingRecord = Extract<IncomingItem, { kind: 'record' }>;

/** Counts of one object; read = stored + unchanged + skipped. */
export interface ObjectCounts {
  read: number;
  stored: number;
  unchanged: number;
  skipped: number;
}

/** Counts by object. */
export type ImportSummary = { [object: string]: ObjectCounts };

/** Counts of an object, created on first use. */
export function countsOf(summary: ImportSummary, object: string | null): ObjectCounts {
  return (summary[object ?? 'unknown'] ??= { read: 0, stored: 0, unchanged: 0, skipped: 0 });
}

type Line = Pick<ImportLine, 'field' | 'action'> & { readonly code: keyof typeof loadCodes };

const lineOf = ({ record, file, row }: IncomingRecord, { field, code, action }: Line): ImportLine => ({
  file,
  row,
  object: record.object,
  id: record.id,
  field,
  code,
  message: loadCodes[code],
  action,
});

/** The line for a rejected record. */
export const refusalLine = (item: IncomingRecord, code: Refusal): ImportLine =>
  lineOf(item, { field: code === 'CELL_MOVED' ? 'latitude' : 'id', code, action: 'skipped' });

/** The line for a publisher's property that says that its record is secret. */
export const secretLine = (item: IncomingRecord, { property, secrecy }: SecretProperty): ImportLine =>
  lineOf(item, { field: property, code: `SECRET_${secrecy}`, action: 'kept' });

/** The line for a visibility tag that is not on a location. */
export const elsewhereLine = (id: string): ImportLine => ({
  ...waitingLine(id),
  object: 'attribute',
  code: 'MARK_ELSEWHERE',
  message: loadCodes.MARK_ELSEWHERE,
});

/** The line for a record without a place that is hidden because another source has it as confidential. */
export const copyLine = ({ object, id }: RecordKey): ImportLine => ({
  ...waitingLine(id),
  object,
  code: 'CONFIDENTIAL_ELSEWHERE',
  message: loadCodes.CONFIDENTIAL_ELSEWHERE,
  action: 'repaired',
});

/** The line for a place that waits for review. */
export const waitingLine = (id: string): ImportLine => ({
  file: '',
  row: null,
  object: 'location',
  id,
  field: null,
  code: 'PLACE_WAITS',
  message: loadCodes.PLACE_WAITS,
  action: 'kept',
});
