import type { HsdsRecord } from '../hsds/record.js';

/** On records of an export of which only a part is published: what is stored of them is more, and stays. No word of secrecy: that would close them. */
export const redactedProperty = 'haven_part';

/** Whether an export says only what is published of the record. */
export const isRedacted = ({ properties }: Pick<HsdsRecord, 'properties'>): boolean =>
  ['true', true].includes(properties[redactedProperty] as string | boolean);

/** The record with the word that it is redacted. */
export const asRedacted = (record: HsdsRecord): HsdsRecord => ({
  ...record,
  properties: { ...record.properties, [redactedProperty]: true },
});
