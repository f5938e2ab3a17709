import countries from 'i18n-iso-countries';

/** ISO 3166-1 alpha-2 of a code or an English name; null when it is none. */
export function countryCode(text: string | null): string | null {
  if (text === null) return null;
  const upper = text.trim().toUpperCase();
  if (countries.isValid(upper)) return upper.length === 2 ? upper : (countries.toAlpha2(upper) ?? null);
  return countries.getAlpha2Code(text.trim(), 'en') ?? null;
}

/** Whether the text is exactly an alpha-2 code. */
export const isCountryCode = (text: string): boolean => /^[A-Z]{2}$/.test(text) && countries.isValid(text);
