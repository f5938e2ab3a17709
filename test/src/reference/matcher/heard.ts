import { iso6393 } from 'iso-639-3';
import { ownData } from './language-data.js';

/** A sign language of which nobody said which. */
export const someSign = 'sgn';

const known = new Map<string, string>();

/** A language by any of its codes, with nothing about how it is written. Kept: to read a tag takes long, and there are few. */
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
/** With those of Cambodia and Myanmar, which the list has not. */
const signs = new Set([...named, 'csx', 'ysm']);

/** Whether it is a language of signs. */
export const isSign = (language: string): boolean => language === someSign || signs.has(language);
