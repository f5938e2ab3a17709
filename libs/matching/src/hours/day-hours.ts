import { dateOf, type DayNumber, dayMinutes, dayOf, weekdayOf } from './days.js';
import type { DatedHours, OpeningHours } from './opening-hours.js';
import { fallsOn } from './rule-days.js';
import { byStart, type Span } from './spans.js';

/** The openings that begin on one day, in minutes after its midnight, the earliest first; null: not known. */
export type DayHours = readonly Span[] | null;

/** The hours of a day: its exceptions, otherwise the weekly hours and those of the season. */
export function dayHours(hours: OpeningHours, day: DayNumber): DayHours {
  const date = dateOf(day);
  const inForce = hours.dated.filter(({ from, to }) => (from === null || from <= date) && (to === null || date <= to));
  const today = inForce.filter((dated) => isOn(dated, day));
  const exceptions = today.filter(({ isException }) => isException);
  if (exceptions.length > 0) return exceptionalHours(exceptions);
  const regular = regularHours(hours, day, today);
  // If a special week leaves this day out, the place may be closed.
  const isLeftOut = inForce.some(({ isException, says }) => isException && says === 'OPEN');
  if (hasEnded(hours, day) || (isLeftOut && regular?.length !== 0)) return null;
  return regular;
}

const isOn = ({ weekdays, rule, ruleStart }: DatedHours, day: DayNumber): boolean =>
  rule === null ? (weekdays?.includes(weekdayOf(day)) ?? true) : fallsOn({ rule, ruleStart }, day);

function exceptionalHours(exceptions: readonly DatedHours[]): DayHours {
  const isClosed = exceptions.some(({ says }) => says === 'CLOSED');
  return isClosed ? (exceptions.every(({ says }) => says === 'CLOSED') ? [] : null) : exceptions.map(spanOf).sort(byStart);
}

function regularHours({ openings, unclearDays }: OpeningHours, day: DayNumber, today: readonly DatedHours[]): DayHours {
  const weekday = weekdayOf(day);
  if (unclearDays.includes(weekday) || today.some(({ says }) => says === 'UNCLEAR')) return null;
  const start = weekday * dayMinutes;
  const always = openings
    .filter(([from]) => from >= start && from < start + dayMinutes)
    .map(([from, to]): Span => [from - start, to - start]);
  const season = today.filter(({ from, to }) => from !== null && to !== null).map(spanOf);
  // Hours of a season may apply beside the weekly ones or instead of them: only hours in both are certain.
  if (season.length > 0 && !always.every((span) => isWithin(span, season))) return null;
  return [...always, ...today.map(spanOf)].sort(byStart);
}

const spanOf = ({ opens, closes }: DatedHours): Span => [opens!, closes!];

const isWithin = ([from, to]: Span, spans: readonly Span[]): boolean => spans.some((span) => span[0] <= from && to <= span[1]);

/** Whether all known openings are on days before this one. */
function hasEnded({ openings, dated }: OpeningHours, day: DayNumber): boolean {
  if (openings.length > 0) return false;
  return dated.every(({ says, to }) => says !== 'OPEN' || (to !== null && dayOf(to) < day));
}
