import type { HsdsRecord } from './record.js';

/**
 * Property of exported records that are only partly published: an import keeps the rest as stored. Its name has no word of secrecy, which
 * would make the record confidential.
 */
export const redactedProperty = 'haven_part';

/** Whether an export contains only the published part of the record. */
export const isRedacted = ({ properties }: Pick<HsdsRecord, 'properties'>): boolean =>
  ['true', true].includes(properties[redactedProperty] as string | boolean);

/** The record, marked as redacted. */
export const asRedacted = (record: HsdsRecord): HsdsRecord => ({
  ...record,
  properties: { ...record.properties, [redactedProperty]: true },
});
