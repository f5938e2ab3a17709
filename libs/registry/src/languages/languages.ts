import { canonicalLanguage } from '@haven/kernel';

/** Reads a directory's spelling (`zh_Hant`) as a canonical BCP 47 tag; null if it is malformed or not a known language. */
export function languageTag(text: string): string | null {
  const tag = text.trim().replaceAll('_', '-');
  return tag.split('-').slice(1).some(isWord) ? null : canonicalLanguage(tag);
}

/** Words hardly ever look like variant subtags: "Af-Soomaali" is Somali, not Afrikaans. */
const isWord = (subtag: string): boolean =>
  /^[a-z]{5,8}$/i.test(subtag) && !['valencia', 'arevela', 'arevmda'].includes(subtag.toLowerCase());
