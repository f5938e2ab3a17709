import { Temporal } from 'temporal-polyfill';
import { dateOf, type DayNumber, dayMinutes } from './days.js';

/** The time on a clock at a place. */
export interface WallClock {
  readonly day: DayNumber;
  /** Since midnight, with fractions. */
  readonly minutes: number;
  /** Whether there is no change to or from daylight saving within two days. */
  readonly isSteady: boolean;
}

const minuteMilliseconds = 60_000;
const steadyMilliseconds = 2 * dayMinutes * minuteMilliseconds;

const clocksMax = 500;
const clocks = new Map<string, WallClock>();

/** The clock of a zone at an instant. Cached, since one question needs the same few zones again and again. */
export function wallClockAt(zone: string, at: Date): WallClock {
  const key = `${at.getTime()} ${zone}`;
  const known = clocks.get(key) ?? readClock(zone, at.getTime());
  if (clocks.size >= clocksMax) clocks.clear();
  clocks.set(key, known);
  return known;
}

function readClock(zone: string, at: number): WallClock {
  const offset = offsetMinutes(zone, at);
  const local = at / minuteMilliseconds + offset;
  const day = Math.floor(local / dayMinutes);
  const isSteady = [at - steadyMilliseconds, at + steadyMilliseconds].every((other) => offsetMinutes(zone, other) === offset);
  return { day, minutes: local - day * dayMinutes, isSteady };
}

/** An instant as the clock of a zone shows it: "2026-12-02T09:00:00+07:00". */
export const wallTimeAt = (zone: string, at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toString({ timeZone: zone });

/** How far a zone is from UTC, in minutes. */
export const offsetMinutes = (zone: string, at: number): number =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / (minuteMilliseconds * 1e6);

const instantsMax = 5_000;
const instants = new Map<string, number>();

/** The instant when the clock of a zone shows this: the first one if there are two. A time that a change skips is as much later. */
export function instantAt(zone: string, day: DayNumber, minutes: number): number {
  const key = `${day} ${minutes} ${zone}`;
  const known = instants.get(key) ?? findInstant(zone, day, minutes);
  if (instants.size >= instantsMax) instants.clear();
  instants.set(key, known);
  return known;
}

function findInstant(zone: string, day: DayNumber, minutes: number): number {
  const date = dateOf(day + Math.floor(minutes / dayMinutes));
  const time = { hour: Math.floor((minutes % dayMinutes) / 60), minute: minutes % 60 };
  return Temporal.PlainDate.from(date).toPlainDateTime(time).toZonedDateTime(zone).epochMilliseconds;
}
