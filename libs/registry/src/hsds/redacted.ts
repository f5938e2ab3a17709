import type { HsdsRecord } from './record.js';

/** Label of exported records that are published in part: an import leaves the rest as stored. It has no word of secrecy, since that would close them. */
export const redactedProperty = 'haven_part';

/** Whether an export says only what is published of the record. */
export const isRedacted = ({ properties }: Pick<HsdsRecord, 'properties'>): boolean =>
  ['true', true].includes(properties[redactedProperty] as string | boolean);

/** The record with the word that it is redacted. */
export const asRedacted = (record: HsdsRecord): HsdsRecord => ({
  ...record,
  properties: { ...record.properties, [redactedProperty]: true },
});
