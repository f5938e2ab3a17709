import { type JsonRecord, textOf } from '../reading/json-record.js';

/** The period in which a schedule applies. */
export interface Limits {
  /** Its first and last day, YYYY-MM-DD; null: no limit. */
  readonly from: string | null;
  readonly to: string | null;
  /** The day from which a rule counts. */
  readonly start: string | null;
}

/** Reads the dates of a schedule; UNCLEAR if one of them is not a date. */
export function readLimits(schedule: JsonRecord): Limits | 'UNCLEAR' {
  const [validFrom, validTo, dtstart, until] = ['valid_from', 'valid_to', 'dtstart', 'until'].map((name) =>
    readDate(textOf(schedule, name)),
  );
  if ([validFrom, validTo, dtstart, until].includes('UNCLEAR')) return 'UNCLEAR';
  const dates = { from: [validFrom, dtstart], to: [validTo, until] } as { from: (string | null)[]; to: (string | null)[] };
  const from = dates.from.filter((date) => date !== null).sort();
  const to = dates.to.filter((date) => date !== null).sort();
  return { from: from.at(-1) ?? null, to: to[0] ?? null, start: dates.from[1] ?? dates.from[0] ?? null };
}

function readDate(text: string | null): string | null | 'UNCLEAR' {
  if (text === null) return null;
  const [, date] = /^(\d{4}-\d\d-\d\d)(?:[T ].*)?$/.exec(text) ?? [];
  return date !== undefined && isDay(date) ? date : 'UNCLEAR';
}

function isDay(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}

/** Longer than any holiday or month of fasting. */
const exceptionDays = 31;

/** Whether it applies for a few days only: then it is an exception to the usual hours. */
export const isBrief = ({ from, to }: Limits): boolean =>
  from !== null && to !== null && (Date.parse(to) - Date.parse(from)) / 86_400_000 < exceptionDays;
