import { dayHours } from './day-hours.js';
import { type DayNumber, dayMinutes, dateOf, weekdayOf, weekMinutes } from './days.js';
import { gapMinutes, isWholeWeek, type OpeningHours } from './opening-hours.js';
import { instantAt, type WallClock, wallClockAt } from './wall-clock.js';

/** Whether a place is open at an instant. Null: not known. */
export interface Opening {
  readonly isOpen: boolean | null;
  /** When it opens next; null if it is open. */
  readonly opensAt: Date | null;
  /** When it closes; null if it is closed, or never closes. */
  readonly closesAt: Date | null;
}

/** For a place whose hours are not known. */
export const unknownOpening: Opening = { isOpen: null, opensAt: null, closesAt: null };
/** An opening lasts less than two days. */
const daysBefore = 2;
/** A place that does not close within this time counts as always open. */
const daysOpenMost = 8;
/** How far ahead the next opening is searched. */
const daysAhead = 400;
const gapMilliseconds = gapMinutes * 60_000;

/** Whether it is open at an instant: exact, across midnight and daylight saving. */
export const openingAt = (hours: OpeningHours, at: Date): Opening => openingWithin(daysAhead, hours, at);

/** The same, with the next opening only if it is within so many days. */
function openingWithin(days: number, hours: OpeningHours, at: Date): Opening {
  const clock = wallClockAt(hours.zone, at);
  if (clock.isSteady && isRegular(hours, clock.day, daysOpenMost)) return regularOpening(hours, clock);
  if (dayHours(hours, clock.day) === null) return unknownOpening;
  const now = at.getTime();
  const end = openUntil(hours, clock.day, now);
  if (end === null) return { isOpen: false, opensAt: nextOpening(days, hours, clock.day, now), closesAt: null };
  return { isOpen: true, opensAt: null, closesAt: isCertain(hours, clock.day, end) ? new Date(end) : null };
}

/** Uses the regular week only: compares minutes, and reads the clock for one instant. */
function regularOpening({ week, zone }: OpeningHours, { day, minutes }: WallClock): Opening {
  const monday = day - weekdayOf(day);
  const now = weekdayOf(day) * dayMinutes + minutes;
  const instant = (minute: number): Date => new Date(instantAt(zone, monday, minute));
  for (const shift of [0, weekMinutes]) {
    const open = week.find(([from, to]) => from - shift <= now && now < to - shift);
    if (open) return { isOpen: true, opensAt: null, closesAt: isWholeWeek(open) ? null : instant(open[1] - shift) };
  }
  const next = week.find(([from]) => from > now)?.[0] ?? week[0]![0] + weekMinutes;
  return { isOpen: false, opensAt: instant(next), closesAt: null };
}

/** The openings that begin on a day, as instants; null: not known. */
const spansOn = (hours: OpeningHours, day: DayNumber): [number, number][] | null =>
  dayHours(hours, day)?.map(([from, to]) => [instantAt(hours.zone, day, from), instantAt(hours.zone, day, to)]) ?? null;

/** The end of the present opening; null if it is closed. */
function openUntil(hours: OpeningHours, today: DayNumber, now: number): number | null {
  let open: { readonly from: number; readonly to: number } | null = null;
  for (let day = today - daysBefore; day <= today + daysOpenMost; day += 1) {
    for (const [from, to] of spansOn(hours, day) ?? []) {
      if (open !== null && from <= open.to + gapMilliseconds) open = { from: open.from, to: Math.max(open.to, to) };
      else if (open !== null && now < open.to) return now < open.from ? null : open.to;
      else open = { from, to };
    }
    if (open !== null && now < open.to && open.to + gapMilliseconds < instantAt(hours.zone, day + 1, 0)) break;
  }
  return open !== null && open.from <= now && now < open.to ? open.to : null;
}

/** Whether no unknown day comes before the end. */
function isCertain(hours: OpeningHours, today: DayNumber, end: number): boolean {
  const last = wallClockAt(hours.zone, new Date(end)).day;
  if (last > today + daysOpenMost) return false;
  for (let day = today; day <= last; day += 1) if (dayHours(hours, day) === null) return false;
  return true;
}

function nextOpening(days: number, hours: OpeningHours, today: DayNumber, now: number): Date | null {
  for (let day = today; day < today + days; day += 1) {
    const spans = spansOn(hours, day);
    if (spans === null) return null;
    const next = spans.find(([from]) => from > now);
    if (next) return new Date(next[0]);
  }
  return null;
}

/** How near the next opening is. */
export type Standing = 'OPEN' | 'SOON' | 'CLOSED' | 'UNKNOWN';

/** Minutes: a place that opens within this time is worth the wait. */
const soonMinutes = 180;
/** Today and tomorrow have whatever opens within this time. */
const soonDays = 2;

/** The standing at an instant, for judging many places: if nothing special is near, it compares minutes. */
export function standingAt(hours: OpeningHours, at: Date): Standing {
  const { day, minutes, isSteady } = wallClockAt(hours.zone, at);
  if (!isSteady || !isRegular(hours, day, 1)) return standingOf(openingWithin(soonDays, hours, at), at);
  const now = weekdayOf(day) * dayMinutes + minutes;
  if (hours.week.some(([from, to]) => (from <= now && now < to) || now + weekMinutes < to)) return 'OPEN';
  const waits = hours.week.map(([from]) => (from - now + weekMinutes) % weekMinutes);
  return Math.min(...waits) <= soonMinutes ? 'SOON' : 'CLOSED';
}

/** Whether only weekly hours apply on this day and the days around it. */
function isRegular({ dated, week, unclearDays }: OpeningHours, day: DayNumber, daysAfter: number): boolean {
  if (week.length === 0 || unclearDays.length > 0) return false;
  if (dated.length === 0) return true;
  const [first, last] = [dateOf(day - daysBefore), dateOf(day + daysAfter)];
  return !dated.some(({ from, to }) => (from === null || from <= last) && (to === null || to >= first));
}

function standingOf({ isOpen, opensAt }: Opening, at: Date): Standing {
  if (isOpen === null) return 'UNKNOWN';
  if (isOpen) return 'OPEN';
  return opensAt !== null && opensAt.getTime() - at.getTime() <= soonMinutes * 60_000 ? 'SOON' : 'CLOSED';
}
