import { kindOf } from '../hours/read-kind.js';
import type { JsonRecord } from '../reading/json-record.js';
import { textOf } from '../reading/json-record.js';
import { readArea } from '../places/read-area.js';
import { type InterpretedLanguage, readInterpretation } from '../languages/read-interpretation.js';

/** What Haven understood of a text, in words that it would understand the same way; null: nothing. */
export type OwnWords = (object: JsonRecord) => string | null;

const english = new Intl.DisplayNames('en', { type: 'language' });

/** Who interprets, from `interpretation_services`. */
export function interpretersInOwnWords(service: JsonRecord): string | null {
  const { ways } = readInterpretation(textOf(service, 'interpretation_services') ?? '');
  const named = (by: InterpretedLanguage['by']) => ways.flatMap((way) => (way.by === by && way.language !== null ? [way.language] : []));
  const [phone, there] = [named('PHONE'), named('THERE')];
  const others = ways.filter(({ language }) => language === null).map(({ by }) => by);
  const sentences = [
    ...(phone.length > 0 ? [`Interpreters for ${phone.map((tag) => `${english.of(tag)} (${tag})`).join(' and ')} by telephone`] : []),
    ...(there.length > 0 ? [`In the house: ${there.map((tag) => english.of(tag)).join(' and ')}`] : []),
    ...(others.includes('PHONE') ? ['Others by telephone'] : []),
    ...(others.includes('THERE') ? ['Interpreters in the house'] : []),
  ];
  return sentences.length > 0 ? `${sentences.join('. ')}.` : null;
}

/** What a schedule is for, from its description. */
export const hoursInOwnWords: OwnWords = (schedule) => ({ INTAKE: 'Intake', PHONE: 'Phone', VISIT: null })[kindOf(schedule)];

/** The country that an area names. */
export function areaInOwnWords(area: JsonRecord): string | null {
  const { polygons, countries, isWholeCountry, isNationwide, isEverywhere } = readArea(area);
  if (polygons.length > 0) return null;
  if (isEverywhere) return 'Everywhere';
  if (isNationwide) return 'Whole country';
  const [country, ...others] = countries;
  if (country === undefined || others.length > 0) return null;
  return isWholeCountry ? `Whole country (${country})` : country;
}
