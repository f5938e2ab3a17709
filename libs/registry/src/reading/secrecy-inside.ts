import { secrecyLanguages } from './secrecy-languages.js';

/** What is looked for inside a text, and the known words that it stands for. */
const known: readonly (readonly [string, string])[] = secrecyLanguages
  .flatMap(({ inside }) => Object.entries(inside ?? {}))
  .flatMap(([word, found]) =>
    found
      .normalize('NFC')
      .split(' ')
      .map((one) => [one, word] as const),
  )
  .toSorted(([a], [b]) => b.length - a.length);

const ofKind = (isNegation: boolean) => known.filter(([, word]) => (word === 'not') === isNegation);
const anyOf = (isNegation: boolean): string =>
  ofKind(isNegation)
    .map(([found]) => found)
    .join('|');
const inside = new RegExp(`(${anyOf(true)})?(${anyOf(false)})`, 'giu');
const whole = ofKind(false).map(([found, word]) => [new RegExp(`^(?:${found.replaceAll(/\(\?.*?\)/g, '')})$`, 'iu'), word] as const);

/** The text with known words in the place of words that are written without spaces. A negation counts only just before such a word. */
export function replacedInside(text: string): string {
  if (!/[^\x00-\x7f]/.test(text)) return text;
  return text.normalize('NFC').replaceAll(inside, (found: string, not: string | undefined, word: string) => {
    const said = whole.find(([pattern]) => pattern.test(word))?.[1];
    return said === undefined ? found : ` ${not === undefined ? '' : 'not '}${said} `;
  });
}
