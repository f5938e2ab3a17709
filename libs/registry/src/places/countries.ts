import countries from 'i18n-iso-countries';
import { countryNamed } from './country-names.js';

/** Finds the ISO 3166-1 alpha-2 code for a code or a name in any language; null if there is none. */
export const countryCode = (text: string | null): string | null => (text === null ? null : countryNamed(text));

/** Whether the text is exactly an alpha-2 code. */
export const isCountryCode = (text: string): boolean => /^[A-Z]{2}$/.test(text) && countries.isValid(text);
