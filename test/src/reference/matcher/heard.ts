import { iso6393 } from 'iso-639-3';
import { ownData } from './language-data.js';

/** An unspecified sign language. */
export const someSign = 'sgn';

const known = new Map<string, string>();

/** The language of a tag, whatever its code, script or region. Cached: parsing a tag takes long, and there are few. */
export function heard(tag: string): string {
  const language = known.get(tag) ?? read(tag);
  known.set(tag, language);
  return language;
}

function read(tag: string): string {
  const { language } = new Intl.Locale(tag);
  return ownData.same.find((line) => line.language === language)?.is ?? language;
}

const named = iso6393.filter(({ name }) => name.includes('Sign') || name === 'Auslan').map((one) => one.iso6393);
/** Adds those of Cambodia and Myanmar, which the list lacks. */
const signs = new Set([...named, 'csx', 'ysm']);

/** Whether it is a sign language. */
export const isSign = (language: string): boolean => language === someSign || signs.has(language);
