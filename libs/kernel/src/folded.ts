/**
 * A text as people type it into a search: small letters and digits without accents, apostrophes or tashkil, and one space between words.
 * "St. Mary’s", "ST MARYS" and "St Mary's" are equal.
 */
export function folded(text: string): string {
  return isAscii.test(text) ? foldedAscii(text) : foldedAny(text);
}

const isAscii = /^[\0-\x7f]*$/;

/** A fast path that fits nearly all texts, in a tenth of the time. */
const foldedAscii = (text: string): string =>
  text
    .replace(/['`]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

function foldedAny(text: string): string {
  return text
    .replace(apostrophes, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(accents, '')
    .replace(apostrophes, '')
    .replace(/[\p{Cf}ـ]/gu, '')
    .replace(/[łøđðþßæœıħŋŧςىیکةأإآٱ]/g, (letter) => letters[letter]!)
    .replace(/\p{Nd}/gu, plainDigit)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}

/** Quotes, primes, free-standing accents, and similar letters of Hawaiian, Uzbek and Arabic transliteration. */
const apostrophes = /['’‘‛`´′‵ʹʻʼʽʾʿˈ＇ꞌ]/g;

/**
 * Diacritics that people leave out. Vowel signs of Indian scripts, Thai, Khmer and kana are combining characters, too, but belong to the
 * word.
 */
const accents =
  /(?=\p{M})(?![\u3099\u309a])[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}]/gu;

const letters: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
  ŧ: 't',
  ς: 'σ',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ٱ: 'ا',
};

/** A digit of any script as 0 to 9; the digits of a script are consecutive. */
export function plainDigit(digit: string): string {
  const code = digit.codePointAt(0)!;
  let first = code;
  while (code - first < 9 && /\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return String(code - first);
}
