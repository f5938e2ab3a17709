/** Finds any of many phrases as whole words. It looks at each word of a text once, however many phrases there are. */
export interface PhraseFinder {
  readonly isEmpty: boolean;
  /** Where each phrase begins, in order; if several begin at the same place, only the longest. */
  matches(text: string): Iterable<PhraseMatch>;
  /** The text with a gap in place of each phrase. */
  without(text: string): string;
}

/** A phrase in a text. */
export interface PhraseMatch {
  readonly index: number;
  readonly phrase: string;
}

const run = /[\p{L}\p{N}]+/gu;
const letter = /^[\p{L}\p{N}]/u;
/** Scripts without spaces between words have no word boundaries. */
const unspaced = /[\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Han}]/u;
const gap = ' … ';

/** Gives phrases and texts the same form: lower case, straight apostrophes. */
export function phraseFinder(phrases: readonly string[]): PhraseFinder {
  const byFirstRun = Map.groupBy(
    phrases.filter((phrase) => !unspaced.test(phrase)).sort((one, other) => other.length - one.length),
    (phrase) => phrase.match(run)?.[0] ?? '',
  );
  const anywhere = phrases.filter((phrase) => unspaced.test(phrase));

  function* matches(text: string): Generator<PhraseMatch> {
    for (const phrase of anywhere) {
      const index = text.indexOf(phrase);
      if (index !== -1) yield { index, phrase };
    }
    let free = 0;
    for (const { 0: first, index } of text.matchAll(run)) {
      if (index < free) continue;
      const phrase = byFirstRun.get(first)?.find((one) => isAt(text, index, one));
      if (phrase === undefined) continue;
      free = index + phrase.length;
      yield { index, phrase };
    }
  }
  return { isEmpty: phrases.length === 0, matches, without: (text) => cut(text, [...matches(text)]) };
}

const isAt = (text: string, index: number, phrase: string): boolean =>
  text.startsWith(phrase, index) && !letter.test(text.slice(index + phrase.length, index + phrase.length + 2));

function cut(text: string, found: readonly PhraseMatch[]): string {
  if (found.length === 0) return text;
  let from = 0;
  const parts = [...found]
    .sort((one, other) => one.index - other.index)
    .map(({ index, phrase }) => {
      const part = text.slice(from, Math.max(from, index));
      from = Math.max(from, index + phrase.length);
      return part;
    });
  return [...parts, text.slice(from)].join(gap);
}
