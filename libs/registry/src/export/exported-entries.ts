import { havenAttribute, havenCode, keptValue } from '../hsds/haven-attributes.js';
import { flatten } from '../hsds/flatten.js';
import type { HsdsRecord } from '../hsds/record.js';
import { asRedacted } from '../hsds/redacted.js';
import type { ExportedEntry } from '../ports.js';

/** What belongs to everybody is whole wherever it stands. */
const neverRedacted: ReadonlySet<string> = new Set(['taxonomy', 'taxonomy_term', 'unit']);

/** The records of a published entry. Those of which more is stored than is published say so. */
export function publishedRecords({ hsds, confidential }: ExportedEntry, isOrganizationClosed: boolean): readonly HsdsRecord[] {
  const isPartOnly = ({ object }: HsdsRecord): boolean =>
    (confidential && !neverRedacted.has(object)) || (isOrganizationClosed && object === 'organization');
  return flatten('service', hsds).records.map(({ record }) => (isPartOnly(record) ? asRedacted(record) : record));
}

/** How an export says that a coordinator keeps a service that its publisher no longer has. */
export const keptRecords = (id: string): readonly HsdsRecord[] =>
  havenAttribute({ object: 'service', id }, 'attributes', havenCode.missing, keptValue, 990_000);
