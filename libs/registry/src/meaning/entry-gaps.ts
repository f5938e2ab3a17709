import { enumOf } from '@haven/kernel';
import type { ServiceView } from '@haven/events';
import type { JsonObject } from '../hsds/record.js';
import { publishedHours } from './service-view.js';

/** What an entry can lack. */
export const Gap = enumOf('CATEGORY', 'POSITION', 'PHONE', 'HOURS', 'PERSONS');
/** {@link Gap} */
export type Gap = (typeof Gap)[keyof typeof Gap];

/** Entries contain no hours of a confidential place, so none has to be left out here. */
const nothingHidden: ReadonlyMap<string, string | null> = new Map();

/** What an entry lacks. It reads the entry and not the stored records, so hidden data has no influence. */
export function gapsOf({ categories, locations, phones, admission, hsds }: ServiceView): readonly Gap[] {
  const isMissing: Readonly<Record<Gap, boolean>> = {
    CATEGORY: categories.length === 0,
    POSITION: locations.every(({ precision }) => precision === 'CITY'),
    PHONE: phones.length === 0,
    HOURS: publishedHours(hsds as JsonObject, nothingHidden).length === 0,
    PERSONS: admission.persons === null,
  };
  return Object.values(Gap).filter((gap) => isMissing[gap]);
}
