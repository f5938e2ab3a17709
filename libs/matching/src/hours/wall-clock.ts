import { remembered } from '@haven/kernel';
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

/** The clock of a zone at an instant. Cached, since one question needs the same few zones again and again. */
export const wallClockAt = remembered(
  clocksMax,
  (zone: string, at: Date) => `${at.getTime()} ${zone}`,
  (zone, at) => readClock(zone, at.getTime()),
);

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

/** The instant when the clock of a zone shows this: the first one if there are two. A time that a change skips is as much later. */
export const instantAt = remembered(
  instantsMax,
  (zone: string, day: DayNumber, minutes: number) => `${day} ${minutes} ${zone}`,
  findInstant,
);

function findInstant(zone: string, day: DayNumber, minutes: number): number {
  const date = dateOf(day + Math.floor(minutes / dayMinutes));
  const time = { hour: Math.floor((minutes % dayMinutes) / 60), minute: minutes % 60 };
  return Temporal.PlainDate.from(date).toPlainDateTime(time).toZonedDateTime(zone).epochMilliseconds;
}
