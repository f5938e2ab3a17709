import { languageOf, type LanguageCode } from './languages';

/** Dates and numbers as a reader of the language writes them. */
export interface Format {
  /** Between the parts of a list. */
  readonly comma: string;
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** The hour of day at a place, from 00:00 to 23:59. */
  time(instant: Date, zone?: string): string;
  /** The day at a place, with its year. */
  day(instant: Date, zone?: string): string;
  /** Day of the week and hour; day of the month where the browser has no words of the language. */
  dayTime(instant: Date, zone?: string): string;
  /** Day and hour. */
  dateTime(instant: Date, zone?: string): string;
  /** Metres, as kilometres from one on. */
  distance(metres: number): string;
}

/**
 * Everybody's calendar and digits: a bed count and a deadline are read aloud across languages, and browsers would count Buddhist years
 * in Thai, and write other digits in Persian and Bengali.
 */
const common = '-u-ca-gregory-nu-latn';
/** Day before month, 24 hours, nothing in words: right to readers of the languages that browsers lack. */
const wordless = `en-GB${common}`;

/** The tag to ask `Intl` for; one without words where it lacks the language and would silently take another. */
export function formatTag(language: LanguageCode, isKnown: (tag: string) => boolean = knownToBrowser): string {
  // English is read here by people who write the day first.
  if (language === 'en' || !isKnown(language)) return wordless;
  return `${language}${common}`;
}

const knownToBrowser = (tag: string): boolean => Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;

/** The formats of a language. */
export function createFormat(language: LanguageCode, isKnown?: (tag: string) => boolean): Format {
  const tag = formatTag(language, isKnown);
  const hasWords = language === 'en' || tag !== wordless;
  const month = hasWords ? 'short' : 'numeric';
  const dates = (options: Intl.DateTimeFormatOptions, zone: string | undefined) =>
    new Intl.DateTimeFormat(tag, { ...options, hourCycle: 'h23', ...(zone === undefined ? {} : { timeZone: zone }) });
  const number = (value: number, options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(tag, options).format(value);
  const time = { hour: '2-digit', minute: '2-digit' } as const;
  const day = { day: 'numeric', month, year: 'numeric' } as const;
  return {
    comma: languageOf(language).direction === 'rtl' ? '، ' : ', ',
    number,
    time: (instant, zone) => dates(time, zone).format(instant),
    day: (instant, zone) => dates(day, zone).format(instant),
    dayTime: (instant, zone) => dates({ ...(hasWords ? { weekday: 'short' } : { day: 'numeric', month }), ...time }, zone).format(instant),
    dateTime: (instant, zone) => dates({ ...day, ...time }, zone).format(instant),
    distance: (metres) => distance(metres, number),
  };
}

/** With the unit as the language writes it, or its sign where the browser lacks the language; both stay on one line. */
function distance(metres: number, number: Format['number']): string {
  const said = (value: number, unit: 'meter' | 'kilometer', maximumFractionDigits: number) =>
    number(value, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits }).replace(' ', '\u00a0');
  if (metres < 995) return said(Math.round(metres / 10) * 10, 'meter', 0);
  return said(metres / 1_000, 'kilometer', metres < 10_000 ? 1 : 0);
}
