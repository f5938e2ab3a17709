import { remembered } from '@haven/kernel';
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { dateOf, type DayNumber, dayOf } from './days.js';

/** A rule of RFC 5545, and the day from which it counts; null: any day. */
export interface DayRule {
  readonly rule: string;
  readonly ruleStart: string | null;
}

const yearsMax = 500;

/** Whether a rule includes a day. The library computes a whole year at once. */
export const fallsOn = (rule: DayRule, day: DayNumber): boolean => daysOf(rule, Number(dateOf(day).slice(0, 4))).has(day);

const daysOf = remembered(
  yearsMax,
  ({ rule, ruleStart }: DayRule, year: number) => `${rule} ${ruleStart} ${year}`,
  ({ rule, ruleStart }, year) => daysIn(year, rule, ruleStart),
);

/** At noon in UTC, so that no daylight saving drops or moves a day. */
function daysIn(year: number, rule: string, start: string | null): ReadonlySet<DayNumber> {
  // The first week of a year may begin in the one before.
  const dtstart = noon(start ?? `${year - 1}-01-01`);
  const found = new RRuleTemporal({ rruleString: `RRULE:${rule}`, dtstart }).between(noon(`${year}-01-01`), noon(`${year}-12-31`), true);
  return new Set(found.map((date) => dayOf(date.toPlainDate().toString())));
}

const noon = (date: string) => Temporal.ZonedDateTime.from(`${date}T12:00[UTC]`);

const firstYear = 1970;
const lastYear = 2099;
const triedYear = 2026;

/** Whether the library can compute it: the rule is valid, and counts from a plausible day. */
export function isWorkable(rule: DayRule): boolean {
  const start = Number((rule.ruleStart ?? `${firstYear}`).slice(0, 4));
  if (start < firstYear || start > lastYear) return false;
  try {
    daysOf(rule, Math.max(start, triedYear));
    return true;
  } catch {
    return false;
  }
}
