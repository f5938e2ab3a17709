/**
 * What a case reference that Haven issues is made of: no vowels, so that it is never a word or a name, and nothing that is mistaken
 * for something else when it is written (0 O, 1 I L, 2 Z, 5 S, 6 G, 8 B, U V). There are 23, a prime number: the check symbol so
 * finds every symbol that was heard wrong and every two that changed places.
 */
const symbols = '23456789CDFHJKMNPQRTVWX';
const length = 6;

/** Neither a word without digits nor a number, of a phone or a document. */
const isMixed = (text: string): boolean => {
  const letters = text.replace(/\d/g, '').length;
  return letters >= 3 && letters < length;
};

/** A number below the limit that nobody can foresee. */
export type RandomBelow = (limit: number) => number;

/** A new reference for a case, like K7M-4QX-7, to be said on the phone. */
export function issueReference(below: RandomBelow): string {
  for (;;) {
    const text = Array.from({ length }, () => symbols[below(symbols.length)]!).join('');
    if (isMixed(text)) return grouped(text + checkOf(text));
  }
}

/** The reference in its one spelling, of a text that spells one in whatever case, with spaces or hyphens anywhere; null: it is none. */
export function issuedReferenceOf(text: string): string | null {
  const plain = text.toUpperCase().replace(/[\s-]/g, '');
  if (plain.length !== length + 1 || [...plain].some((symbol) => !symbols.includes(symbol))) return null;
  const said = plain.slice(0, length);
  return isMixed(said) && checkOf(said) === plain.at(-1) ? grouped(plain) : null;
}

const grouped = (text: string): string => `${text.slice(0, 3)}-${text.slice(3, 6)}-${text.slice(6)}`;

/** Each place counts differently, and none of them a multiple of the number of symbols. */
function checkOf(text: string): string {
  const sum = [...text].reduce((total, symbol, place) => total + symbols.indexOf(symbol) * (place + 2), 0);
  return symbols[(symbols.length - (sum % symbols.length)) % symbols.length]!;
}
