import { allLanguages } from './all-languages.js';

/** An unspecified sign language. */
export const someSignLanguage = 'sgn';

/** Auslan, the only one whose name in ISO 639-3 does not say that it is signed. */
const namedOtherwise = ['asf'];

/** Codes of all sign languages. */
export const signLanguages: ReadonlySet<string> = new Set([
  someSignLanguage,
  ...namedOtherwise,
  ...allLanguages.filter(({ name }) => /\bsign(?:es)?\b/i.test(name)).map((language) => language.iso6393),
]);

/** Whether a tag names a sign language. Knowing the spoken language around it does not help to understand it. */
export const isSignLanguage = (tag: string): boolean => signLanguages.has(tag.split('-')[0]!);
