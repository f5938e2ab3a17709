import { remembered } from '@haven/kernel';

/** Days since 1 January 1970, in any time zone. */
export type DayNumber = number;

export const dayMinutes = 1440;
export const weekMinutes = 7 * dayMinutes;
const dayMilliseconds = 86_400_000;

/** The day of a date like 2026-12-24. */
export const dayOf = (date: string): DayNumber => Math.round(Date.parse(`${date}T00:00:00Z`) / dayMilliseconds);

const datesMax = 2_000;

/** The date of a day, like 2026-12-24. Cached: each place asks for the same few days. */
export const dateOf = remembered(
  datesMax,
  (day: DayNumber) => day,
  (day) => new Date(day * dayMilliseconds).toISOString().slice(0, 10),
);

/** 0 is Monday; 1 January 1970 was a Thursday. */
export const weekdayOf = (day: DayNumber): number => (((day + 3) % 7) + 7) % 7;
