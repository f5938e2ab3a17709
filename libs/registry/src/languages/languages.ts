import { canonicalLanguage } from '@haven/kernel';

/** Canonical BCP 47 tag as directories write it (`zh_Hant`); null when it is malformed or names no known language. */
export function languageTag(text: string): string | null {
  const tag = text.trim().replaceAll('_', '-');
  return tag.split('-').slice(1).some(isWord) ? null : canonicalLanguage(tag);
}

/** Tags of variants are hardly ever words: "Af-Soomaali" is Somali, no Afrikaans. */
const isWord = (subtag: string): boolean =>
  /^[a-z]{5,8}$/i.test(subtag) && !['valencia', 'arevela', 'arevmda'].includes(subtag.toLowerCase());
