import { remembered } from '@haven/kernel';
import { dayHours } from './day-hours.js';
import { dayMinutes, weekdayOf, type DayNumber } from './days.js';
import type { OpeningHours } from './opening-hours.js';
import { joined, type Span } from './spans.js';
import { wallClockAt } from './wall-clock.js';

/** The latest text for these hours; services with the same hours share the object. */
const latest = new WeakMap<OpeningHours, { readonly of: string; readonly text: string | null }>();

/**
 * The hours of seven days, from the day of an instant on, with their exceptions, in the order of the week: "Mon–Fri 09:00–17:00; Sat
 * 09:00–12:00". Null if one of the days is unknown, or all are closed.
 */
export function hoursText(hours: OpeningHours, at: Date, locale: string | null): string | null {
  const today = wallClockAt(hours.zone, at).day;
  const of = `${today} ${locale}`;
  const known = latest.get(hours);
  if (known?.of === of) return known.text;
  const text = weekText(hours, today, locale);
  latest.set(hours, { of, text });
  return text;
}

function weekText(hours: OpeningHours, today: DayNumber, locale: string | null): string | null {
  const texts: string[] = Array.from({ length: 7 }, () => '');
  for (let day = today; day < today + 7; day += 1) {
    const openings = dayHours(hours, day);
    if (openings === null) return null;
    texts[weekdayOf(day)] = joined(openings, 0).map(spanText).join(', ');
  }
  const { name, isRightToLeft } = namesIn(locale);
  const timesOf = (text: string): string => (isRightToLeft ? text.replace(/\S+–\d\d:\d\d/g, '\u2066$&\u2069') : text);
  const daysOf = ({ first, last }: Run): string => (first === last ? name(first) : `${name(first)}–${name(last)}`);
  const runs = runsOf(texts).map((run) => `${daysOf(run)} ${timesOf(run.text)}`);
  return runs.length > 0 ? runs.join('; ') : null;
}

interface Run {
  readonly first: number;
  last: number;
  readonly text: string;
}

/** Consecutive days with the same hours; closed days are left out. */
function runsOf(texts: readonly string[]): Run[] {
  const runs: Run[] = [];
  texts.forEach((text, day) => {
    const before = runs.at(-1);
    if (before && before.text === text && before.last === day - 1) before.last = day;
    else if (text !== '') runs.push({ first: day, last: day, text });
  });
  return runs;
}

/** The 24-hour clock, so that nobody has to guess the half of the day. */
const spanText = ([from, to]: Span): string => `${timeText(from)}–${timeText(to === dayMinutes ? to : to % dayMinutes)}`;

const timeText = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** A Monday. */
const monday = Date.UTC(2026, 0, 5, 12);

const options = { weekday: 'short', timeZone: 'UTC', calendar: 'gregory' } as const;

/** Names of the days of the week in the language of the locale, otherwise in English. */
function namesIn(locale: string | null): { readonly name: (weekday: number) => string; readonly isRightToLeft: boolean } {
  const { format, script } = languageOf(locale) ?? languageOf('en-GB')!;
  return {
    name: (weekday) => format.format(monday + weekday * dayMinutes * 60_000),
    isRightToLeft: script === 'Arab' || script === 'Hebr',
  };
}

interface Language {
  readonly format: Intl.DateTimeFormat;
  readonly script: string | undefined;
}

const knownMost = 200;

/** Cached: making it takes longer than the rest of a text. */
const languageNamed = remembered(knownMost, (name: string) => name, readLanguage);

const languageOf = (locale: string | null): Language | null => languageNamed(locale ?? 'en-GB');

function readLanguage(name: string): Language | null {
  try {
    const tag = new Intl.Locale(name);
    return { format: new Intl.DateTimeFormat(tag, options), script: tag.maximize().script };
  } catch {
    return null;
  }
}
