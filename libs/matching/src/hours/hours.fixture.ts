import type { Schedule } from '@haven/events';

/** Open from 9 to 17 every day, with these changes. */
export const schedule = (changes: Partial<Schedule> = {}): Schedule => ({
  kind: 'VISIT',
  locationId: null,
  from: null,
  to: null,
  weekdays: null,
  rule: null,
  ruleStart: null,
  says: 'OPEN',
  opens: 9 * 60,
  closes: 17 * 60,
  isException: false,
  clock: null,
  ...changes,
});

/** Days of the week, 0 is Monday. */
export const workdays = [0, 1, 2, 3, 4];
