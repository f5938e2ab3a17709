import { languageOf, type LanguageCode } from './languages';

/** Dates and numbers as a reader of the language writes them. */
export interface Format {
  /** Between the parts of a list. */
  readonly comma: string;
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** The time of day at a place, from 00:00 to 23:59. */
  time(instant: Date, zone?: string): string;
  /** The date at a place, with its year. */
  day(instant: Date, zone?: string): string;
  /** Weekday and time; day of the month and time if the browser lacks the language. */
  dayTime(instant: Date, zone?: string): string;
  /** Date and time. */
  dateTime(instant: Date, zone?: string): string;
  /** In metres, or in kilometres from one kilometre on. */
  distance(metres: number): string;
}

/**
 * The same calendar and digits in all languages, because users read bed counts and deadlines aloud across languages. Browsers would count
 * Buddhist years in Thai, and write other digits in Persian and Bengali.
 */
const common = '-u-ca-gregory-nu-latn';
/** Day before month, 24 hours, no words: correct for readers of the languages that browsers lack. */
const wordless = `en-GB${common}`;

/** The tag for `Intl`; a tag without words if `Intl` lacks the language and would silently use another. */
export function formatTag(language: LanguageCode, isKnown: (tag: string) => boolean = knownToBrowser): string {
  // Our readers of English write the day first.
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

/** With the unit in words of the language, or its symbol if the browser lacks the language; number and unit stay on one line. */
function distance(metres: number, number: Format['number']): string {
  const withUnit = (value: number, unit: 'meter' | 'kilometer', maximumFractionDigits: number) =>
    number(value, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits }).replace(' ', '\u00a0');
  if (metres < 995) return withUnit(Math.round(metres / 10) * 10, 'meter', 0);
  return withUnit(metres / 1_000, 'kilometer', metres < 10_000 ? 1 : 0);
}
