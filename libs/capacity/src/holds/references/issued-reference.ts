/**
 * The symbols of a case reference. It has no vowels, so it never forms a word or a name, and no look-alikes (0 O, 1 I L, 2 Z, 5 S, 6 G, 8
 * B, U V). 23 is a prime number: the check symbol therefore finds every single wrong symbol and every swap of two.
 */
const symbols = '23456789CDFHJKMNPQRTVWX';
const length = 6;

/** Mixed text is neither a word without digits nor a number, which could be a phone or a document number. */
const isMixed = (text: string): boolean => {
  const letters = text.replace(/\d/g, '').length;
  return letters >= 3 && letters < length;
};

/** An unpredictable number below the limit. */
export type RandomBelow = (limit: number) => number;

/** A new case reference, like K7M-4QX-7, to say on the phone. */
export function issueReference(below: RandomBelow): string {
  for (;;) {
    const text = Array.from({ length }, () => symbols[below(symbols.length)]!).join('');
    if (isMixed(text)) return grouped(text + checkOf(text));
  }
}

/** The normalized reference, from text in any case and with spaces or hyphens anywhere; null: the text is no reference. */
export function issuedReferenceOf(text: string): string | null {
  const plain = text.toUpperCase().replace(/[\s-]/g, '');
  if (plain.length !== length + 1 || [...plain].some((symbol) => !symbols.includes(symbol))) return null;
  const said = plain.slice(0, length);
  return isMixed(said) && checkOf(said) === plain.at(-1) ? grouped(plain) : null;
}

const grouped = (text: string): string => `${text.slice(0, 3)}-${text.slice(3, 6)}-${text.slice(6)}`;

/** Each position has its own weight, and no weight is a multiple of the number of symbols. */
function checkOf(text: string): string {
  const sum = [...text].reduce((total, symbol, place) => total + symbols.indexOf(symbol) * (place + 2), 0);
  return symbols[(symbols.length - (sum % symbols.length)) % symbols.length]!;
}
