import { havenAttribute, havenCode, keptValue } from '../hsds/haven-attributes.js';
import { flatten } from '../hsds/flatten.js';
import type { HsdsRecord } from '../hsds/record.js';
import { asRedacted } from '../hsds/redacted.js';
import type { ExportedEntry } from '../ports.js';

/** Objects that everybody shares; an export always contains them completely. */
const neverRedacted: ReadonlySet<string> = new Set(['taxonomy', 'taxonomy_term', 'unit']);

/** The records of a published entry. A record that is published only in part is marked as redacted. */
export function publishedRecords({ hsds, confidential }: ExportedEntry, isOrganizationClosed: boolean): readonly HsdsRecord[] {
  const isPartOnly = ({ object }: HsdsRecord): boolean =>
    (confidential && !neverRedacted.has(object)) || (isOrganizationClosed && object === 'organization');
  return flatten('service', hsds).records.map(({ record }) => (isPartOnly(record) ? asRedacted(record) : record));
}

/** Marks a service that a coordinator keeps although its publisher no longer lists it. */
export const keptRecords = (id: string): readonly HsdsRecord[] =>
  havenAttribute({ object: 'service', id }, 'attributes', havenCode.missing, keptValue, 990_000);
