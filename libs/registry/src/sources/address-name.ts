import type { HsdsRecord } from '../hsds/record.js';
import { isRedacted } from '../hsds/redacted.js';
import { type JsonRecord, textOf } from '../reading/json-record.js';

/** Street and town, by which two records of one address can be compared; null if they are not known. */
export function nameOfAddress(record: Pick<HsdsRecord, 'properties'>): string | null {
  const properties = record.properties as JsonRecord;
  const street = textOf(properties, 'address_1');
  return street === null || isRedacted(record) ? null : `${street} ${textOf(properties, 'city') ?? ''}`;
}
