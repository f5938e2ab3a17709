import { enumOf } from '@haven/kernel';

/** A shelter needs only this band to prepare a room; the age itself is not stored. */
export const AgeBand = enumOf('INFANT', 'CHILD', 'TEENAGER', 'ADULT', 'OLDER', 'UNKNOWN');
/** {@link AgeBand} */
export type AgeBand = (typeof AgeBand)[keyof typeof AgeBand];

const upTo: readonly (readonly [number, AgeBand])[] = [
  [2, 'INFANT'],
  [12, 'CHILD'],
  [17, 'TEENAGER'],
  [59, 'ADULT'],
  [Infinity, 'OLDER'],
];

/** The band of an age in whole years; null: not told. */
export const ageBandOf = (age: number | null): AgeBand => (age === null ? 'UNKNOWN' : upTo.find(([last]) => age <= last)![1]);
