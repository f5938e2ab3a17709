import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/metadata.min';
import { isNoValue } from './no-value.js';

/** A number as the directory writes it, and as a phone can dial it. */
export interface PhoneRead {
  readonly number: string;
  /** For a link by RFC 3966; null if the number is not understood. */
  readonly dial: string | null;
}

/** The numbers in a text. `country`: the country of the place, ISO 3166-1 alpha-2. */
export function readPhones(text: string, extension: string | null, country: string | null): readonly PhoneRead[] {
  const plain = text.replace(/^["\s]+|["\s]+$/g, '');
  if (isNoPhone(plain)) return [];
  return partsOf(plain).map((number) => ({ number, dial: dialOf(number, extension, country) }));
}

const isNoPhone = (text: string): boolean => isNoValue(text) || /^no (?:phone|telephone|number)\b[^\d]*$/i.test(text);

/** "(618) 453-3217; (618) 536-7711" are two numbers, because each can be one. */
function partsOf(text: string): readonly string[] {
  const parts = text.split(/\s*(?:;|,|\n|\bor\b|\band\b|\s\/\s)\s*/i).filter((part) => part !== '');
  const isNumber = (part: string): boolean => part.replace(/\D/g, '').length >= 7;
  return parts.length > 1 && parts.every(isNumber) ? parts : [text];
}

const extensionInText = /^(.*?)[\s,;]*(?:extension|extn?\.?|x|#)\s*\.?:?\s*(\d{1,7})\)?$/i;
/** "888-373-7888 (TTY: 711)", "1-800-799-SAFE (7233)". */
const remarkBehind = /\s*\([^()]*\)\s*$/;
/** Short numbers that can be dialled within a country have at most so many digits. */
const shortMost = 6;

function dialOf(text: string, extension: string | null, country: string | null): string | null {
  const [, main = text, own = null] = extensionInText.exec(text) ?? [];
  const number = inDigits(main);
  const from = isCountry(country) ? { defaultCountry: country } : {};
  const ways = new Set([number, inDigits(main.replace(remarkBehind, ''))]);
  const found = [...ways]
    .map((way) => parsePhoneNumberFromString(way, { ...from, extract: false }, metadata))
    .find((one) => one?.isValid());
  const short = /^\d+$/.test(number.trim()) && number.trim().length <= shortMost ? number.trim() : null;
  if (!found) return short;
  const digits = (own ?? extension ?? '').replace(/\D/g, '');
  return digits === '' ? found.number : `${found.number};ext=${digits}`;
}

/** The country of a number with a country code ("+962 6 …"); null if it has none, or several countries share the code. */
export const countryOfPhone = (text: string): string | null => {
  const found = parsePhoneNumberFromString(inDigits(text), { extract: false }, metadata);
  return found?.isValid() ? (found.country ?? null) : null;
};

const isCountry = (country: string | null): country is CountryCode =>
  country !== null && isSupportedCountry(country as CountryCode, metadata);

const keys = ['abc', 'def', 'ghi', 'jkl', 'mno', 'pqrs', 'tuv', 'wxyz'];

/** "1-800-LAW-REP-4", and "844-RIGHTS-9 (844-744-4879)" with the digits beside the words. */
function inDigits(text: string): string {
  const [, outside = '', inside = '', behind = ''] = /^([^(]*[a-z][^(]*)\(([^()]*)\)(.*)$/i.exec(text) ?? [];
  if (inside.replace(/\D/g, '').length >= 7) return inside;
  const plain = inside !== '' && !/\d/.test(inside) ? `${outside}${behind}` : text.replace(/\([^()\d]*\)/g, '');
  return plain.replace(/[a-z]/gi, (letter) => String(keys.findIndex((key) => key.includes(letter.toLowerCase())) + 2));
}
