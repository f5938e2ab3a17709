import { enumOf } from '@haven/kernel';
import type { ServiceView } from '@haven/events';
import type { JsonObject } from '../hsds/record.js';
import { saidHours } from './service-view.js';

/** What an entry can lack. */
export const Gap = enumOf('CATEGORY', 'POSITION', 'PHONE', 'HOURS', 'PERSONS');
/** {@link Gap} */
export type Gap = (typeof Gap)[keyof typeof Gap];

/** An entry of today has no hours of a confidential place. */
const nothingHidden: ReadonlyMap<string, string | null> = new Map();

/** What an entry does not say. Of the entry, and not of what is stored: what is hidden counts nowhere. */
export function gapsOf({ categories, locations, phones, admission, hsds }: ServiceView): readonly Gap[] {
  const isMissing: Readonly<Record<Gap, boolean>> = {
    CATEGORY: categories.length === 0,
    POSITION: locations.every(({ precision }) => precision === 'CITY'),
    PHONE: phones.length === 0,
    HOURS: saidHours(hsds as JsonObject, nothingHidden).length === 0,
    PERSONS: admission.persons === null,
  };
  return Object.values(Gap).filter((gap) => isMissing[gap]);
}
