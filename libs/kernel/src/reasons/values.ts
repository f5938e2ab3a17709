import { isoLanguageName } from '../languages/language-name.js';
import type { ReasonValue } from './reasons.js';
import { rulesIn } from './say-rules.js';
import type { Translation, Words } from './translation.js';

/** Puts a value of a reason into words. */
export type Sayer = (name: string, value: ReasonValue | undefined) => string;

/** The same digits as in phone numbers, case references and nearby counts, so that nobody has to compare two kinds. */
const numberingSystem = 'latn';

/** Puts the values of reasons into words of a language. */
export function valuesIn(translation: Translation): Sayer {
  const { locale, words } = translation;
  const number = new Intl.NumberFormat(locale, { numberingSystem });
  const kilometres = new Intl.NumberFormat(locale, { numberingSystem, minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const asNumber = (format: Intl.NumberFormat, value: string): string => (isNumber(value) ? format.format(Number(value)) : value);
  const languageOf = namesIn(locale, 'language');
  const countryOf = namesIn(locale, 'region');
  const lists = rulesIn(translation, (value) => number.format(value), countryOf);

  const wordings: Readonly<Record<string, (value: string) => string>> = {
    km: (value) => asNumber(kilometres, value),
    language: languageOf,
    understoodBy: languageOf,
    country: countryOf,
    confirmedAt: momentsIn(locale, words),
    opensAt: openingsIn(locale, words),
    // The request counts from 0.
    member: (place) => number.format(Number(place) + 1),
    // A name that consists of digits is not a number.
    service: (name) => name,
    status: (status) => words.statuses[status as keyof typeof words.statuses] ?? status.toLowerCase().replaceAll('_', ' '),
  };
  const unknown: Readonly<Record<string, string>> = {
    confirmedAt: words.unknownMoment,
    opensAt: words.unknownMoment,
    country: words.unknownCountry,
  };
  return (name, value) => {
    if (value === undefined) return unknown[name] ?? '?';
    if (typeof value === 'object') return lists[name]?.(value) ?? value.join(', ');
    return wordings[name]?.(String(value)) ?? asNumber(number, String(value));
  };
}

const isNumber = (value: string): boolean => value.trim() !== '' && Number.isFinite(Number(value));

const utc = { timeZone: 'UTC', calendar: 'gregory', numberingSystem } as const;

/** The 24-hour clock everywhere, so that nobody has to guess the half of the day. */
function momentsIn(locale: string, { moment, unknownMoment }: Words): (instant: string) => string {
  const dates = new Intl.DateTimeFormat(locale, { ...utc, dateStyle: 'long' });
  const times = new Intl.DateTimeFormat(locale, { ...utc, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return (instant) => {
    const at = new Date(instant);
    if (Number.isNaN(at.getTime())) return unknownMoment;
    return moment.replace('{date}', dates.format(at)).replace('{time}', times.format(at));
  };
}

/** By the clock that the instant is written in, so that nobody at the place has to convert. */
function openingsIn(locale: string, words: Words): (instant: string) => string {
  const momentOf = momentsIn(locale, { ...words, moment: '{date}, {time}' });
  return (instant) => {
    if (Number.isNaN(new Date(instant).getTime())) return words.unknownMoment;
    const [, wallTime, sign = '', hours = '', minutes = ''] = /^(.+)([+-])(\d\d):(\d\d)$/.exec(instant) ?? [];
    if (wallTime === undefined || Number(hours) + Number(minutes) === 0) return `${momentOf(instant)} UTC`;
    return `${momentOf(`${wallTime}Z`)} UTC${sign}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
  };
}

/**
 * Names in the language, otherwise in English, and for rare languages from ISO 639-3. A value that is not a code stays as the directory has
 * it: a text must not make the answer fail.
 */
function namesIn(locale: string, type: 'language' | 'region'): (code: string) => string {
  const names = new Intl.DisplayNames(locale, { type, fallback: 'none' });
  const english = new Intl.DisplayNames('en', { type, fallback: 'none' });
  return (code) => {
    try {
      return names.of(code) ?? english.of(code) ?? (type === 'language' ? isoLanguageName(code) : null) ?? code;
    } catch {
      return code;
    }
  };
}
