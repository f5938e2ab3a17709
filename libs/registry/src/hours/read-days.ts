import { bydayOf } from './schedule-text.js';
import { type JsonRecord, numberOf, textOf } from '../reading/json-record.js';
import { type DayParts, dayRule } from './day-rule.js';

/** The days on which a schedule applies, in the form of the event. */
export interface Days {
  /** 0 is Monday; null: the days of the rule, or every day. */
  readonly weekdays: readonly number[] | null;
  readonly rule: string | null;
  readonly ruleStart: string | null;
}

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const week = [0, 1, 2, 3, 4, 5, 6];
export const everyDay: Days = { weekdays: null, rule: null, ruleStart: null };

/** The days of a schedule; NOTHING if it names none. `start`: the day from which a rule counts. */
export function readDays(schedule: JsonRecord, start: string | null): Days | 'NOTHING' | 'UNCLEAR' {
  const byday = readByday(schedule);
  const lists = ['byweekno', 'bymonthday', 'byyearday'].map((name) => readNumbers(schedule, name));
  const counts = readCounts(schedule, start);
  if (byday === 'UNCLEAR' || lists.includes('UNCLEAR') || counts === 'UNCLEAR') return 'UNCLEAR';
  const [weeks, monthDays, yearDays] = lists as [string | null, string | null, string | null];
  const stated = textOf(schedule, 'freq')?.toUpperCase() ?? null;
  const isSilent = stated === null && byday === null;
  if (isSilent) return lists.every((list) => list === null) && counts.length === 0 ? 'NOTHING' : 'UNCLEAR';
  const parts = { freq: stated ?? 'WEEKLY', byday, weeks, monthDays, yearDays, isCounted: counts.length > 0, start };
  if (isPlainWeek(parts)) return plainWeek(parts);
  const rule = dayRule(parts);
  return rule === null ? 'UNCLEAR' : { weekdays: null, rule: [rule, ...counts, ...weekStart(schedule)].join(';'), ruleStart: start };
}

const isPlainWeek = ({ freq, weeks, monthDays, yearDays, isCounted }: DayParts): boolean =>
  (freq === 'WEEKLY' || freq === 'DAILY') && !isCounted && weeks === null && monthDays === null && yearDays === null;

function plainWeek({ freq, byday, start }: DayParts): Days | 'UNCLEAR' {
  if (byday === null && freq === 'DAILY') return { ...everyDay, weekdays: week };
  if (byday === null) return start === null ? 'UNCLEAR' : { ...everyDay, weekdays: [weekdayOf(start)] };
  const named = byday.split(',').map((code) => codes.indexOf(code));
  return named.includes(-1) ? 'UNCLEAR' : { ...everyDay, weekdays: week.filter((day) => named.includes(day)) };
}

/** 0 is Monday. */
const weekdayOf = (date: string): number => (new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7;

/** Interval and count, unless they are 1 and endless. They count from a day, so they are unclear without one. */
function readCounts(schedule: JsonRecord, start: string | null): string[] | 'UNCLEAR' {
  const counts = (['interval', 'count'] as const).flatMap((name): (readonly [string, number | null])[] =>
    textOf(schedule, name) === null ? [] : [[name, numberOf(schedule, name)]],
  );
  const meant = counts.filter(([name, number]) => name !== 'interval' || number !== 1);
  if (meant.length > 0 && (start === null || !meant.every(([, number]) => isSmall(number)))) return 'UNCLEAR';
  return meant.map(([name, number]) => `${name.toUpperCase()}=${number}`);
}

/** A number that somebody may really mean as interval or count. */
const isSmall = (value: number | null): boolean => value !== null && Number.isInteger(value) && value >= 1 && value <= 1000;

function weekStart(schedule: JsonRecord): string[] {
  const wkst = textOf(schedule, 'wkst')?.toUpperCase() ?? '';
  return codes.includes(wkst) ? [`WKST=${wkst}`] : [];
}

const bydayList = /^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)(,([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU))*$/;

/** Days in the list form of RFC 5545, or as files of HSDS 2.x name them. */
function readByday(schedule: JsonRecord): string | null | 'UNCLEAR' {
  const text = textOf(schedule, 'byday');
  if (text === null) return null;
  const plain = text.toUpperCase().replace(/\s+/g, '');
  return bydayList.test(plain) ? plain.replaceAll('+', '') : (bydayOf(text) ?? 'UNCLEAR');
}

const highest: Readonly<Record<string, number>> = { byweekno: 53, bymonthday: 31, byyearday: 366 };

function readNumbers(schedule: JsonRecord, name: string): string | null | 'UNCLEAR' {
  const text = textOf(schedule, name)?.replace(/\s+/g, '') ?? null;
  if (text === null) return null;
  const isRead = text.split(',').every((part) => /^-?[1-9]\d{0,2}$/.test(part) && Math.abs(Number(part)) <= highest[name]!);
  return isRead ? text : 'UNCLEAR';
}
