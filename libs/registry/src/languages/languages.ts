import { canonicalLanguage } from '@haven/kernel';

/** Canonical BCP 47 tag of a directory's spelling (`zh_Hant`); null if it is malformed or names no known language. */
export function languageTag(text: string): string | null {
  const tag = text.trim().replaceAll('_', '-');
  return tag.split('-').slice(1).some(isWord) ? null : canonicalLanguage(tag);
}

/** Variant subtags are hardly ever words: "Af-Soomaali" is Somali, not Afrikaans. */
const isWord = (subtag: string): boolean =>
  /^[a-z]{5,8}$/i.test(subtag) && !['valencia', 'arevela', 'arevmda'].includes(subtag.toLowerCase());
