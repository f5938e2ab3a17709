import { canonicalLanguage } from '@haven/kernel';

/** Reads a directory's spelling (`zh_Hant`) as a canonical BCP 47 tag; null if it is malformed or not a known language. */
export function languageTag(text: string): string | null {
  const tag = text.trim().replaceAll('_', '-');
  return tag.split('-').slice(1).some(isWord) ? null : canonicalLanguage(tag);
}

/** Words hardly ever look like variant subtags: "Af-Soomaali" is Somali, not Afrikaans. */
const isWord = (subtag: string): boolean =>
  /^[a-z]{5,8}$/i.test(subtag) && !['valencia', 'arevela', 'arevmda'].includes(subtag.toLowerCase());

/**
 * Whether a text like "en-es" may be two codes as well as a language in a country: nobody writes that variety, or the second code is the
 * language of that country itself. "en-ES", as the standard writes it, is one tag.
 */
export function isAmbiguousPair(text: string): boolean {
  const [, one, other] = /^([a-z]{2})[-_]([a-z]{2})$/i.exec(text) ?? [];
  if (one === undefined || other === undefined || (one === one.toLowerCase() && other === other.toUpperCase())) return false;
  if (one.toLowerCase() === other.toLowerCase() || languageTag(one) === null || languageTag(other) === null) return false;
  const tag = `${one.toLowerCase()}-${other.toUpperCase()}`;
  const isWritten = new Intl.NumberFormat(tag).resolvedOptions().locale === tag;
  return !isWritten || new Intl.Locale(`und-${other}`).maximize().language === other.toLowerCase();
}
