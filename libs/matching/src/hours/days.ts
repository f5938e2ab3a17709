/** Days since 1 January 1970, in any time zone. */
export type DayNumber = number;

export const dayMinutes = 1440;
export const weekMinutes = 7 * dayMinutes;
const dayMilliseconds = 86_400_000;

/** The day of a date like 2026-12-24. */
export const dayOf = (date: string): DayNumber => Math.round(Date.parse(`${date}T00:00:00Z`) / dayMilliseconds);

/** The date of a day, like 2026-12-24. */
export const dateOf = (day: DayNumber): string => new Date(day * dayMilliseconds).toISOString().slice(0, 10);

/** 0 is Monday; 1 January 1970 was a Thursday. */
export const weekdayOf = (day: DayNumber): number => (((day + 3) % 7) + 7) % 7;
