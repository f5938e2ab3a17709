import { lazily, NeedCategory } from '@haven/kernel';
import { crosswalks, type Strength } from './crosswalks.js';

/** Where in the text of a service a word counts. */
export type WordPlace = Extract<Strength, 'name' | 'description' | 'confirms' | 'denies' | 'never'>;

/** What looks for the words of a category. */
export interface CategoryWords {
  readonly category: NeedCategory;
  /** Whether it has words that confirm what a term says. */
  readonly canConfirm: boolean;
  /** The first word that counts there, null: none. The text is {@link plainText}. */
  find(place: WordPlace, text: string): string | null;
}

const letter = '[\\p{L}\\p{N}]';
/** Scripts that put no spaces between words have no word boundary to look for. */
const unspaced = /[\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Han}]/u;
const negation = /(?:^|[^\p{L}])(?:no|not|non|never|without|cannot|can't|doesn't|don't|except|excluding)[\s-]+(?:[\p{L}'-]+[\s-]+){0,4}$/u;
/** A place to sleep that somebody is helped to find, is sent to or comes from is not here. */
const elsewhere =
  /(?:^|[^\p{L}])(?:referr?als?|referr?ed|refers?|locate|locating|find|finding|obtain|obtaining|apply|applying|waitlist|waiting list|access|accessing|seeking|searching|outreach|moving|transportation|exit|exiting|leaving|former|visits?|outside)[\s-]+(?:[\p{L}',-]+[\s-]+){0,5}$/u;

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

function finder(phrases: readonly string[]): RegExp {
  const parts = phrases.map((phrase) => (unspaced.test(phrase) ? escaped(phrase) : `(?<!${letter})${escaped(phrase)}(?!${letter})`));
  return new RegExp(parts.length > 0 ? parts.join('|') : '(?!)', 'gu');
}

const straight = (text: string): string => text.normalize('NFC').toLowerCase().replaceAll('’', "'");

const wordsOf = (category: NeedCategory | '', strength: Strength): readonly string[] =>
  crosswalks()
    .get('free-words')!
    .filter((line) => line.category === category && line.strength === strength)
    .map(({ term }) => straight(term));

/** Phrases that hold a word of a category, or a "no", and mean something else. */
const misleading = lazily(() => finder(wordsOf('', 'unless')));

/** The text as words are looked for in it. */
export const plainText = (text: string): string => straight(text).replace(misleading(), ' … ');

/** Built at the first question: it takes half a second. */
export const categoryWords: () => readonly CategoryWords[] = lazily(() => Object.values(NeedCategory).map(wordsFor));

function wordsFor(category: NeedCategory): CategoryWords {
  const unless = finder(wordsOf(category, 'unless'));
  const finders: Readonly<Record<WordPlace, RegExp>> = {
    name: finder(wordsOf(category, 'name')),
    description: finder(wordsOf(category, 'description')),
    confirms: finder(wordsOf(category, 'confirms')),
    denies: finder(wordsOf(category, 'denies')),
    never: finder(wordsOf(category, 'never')),
  };
  const denials = category === 'ACCOMMODATION' ? [negation, elsewhere] : [negation];
  return {
    category,
    canConfirm: wordsOf(category, 'confirms').length > 0,
    find: (place, text) => firstFree(finders[place], text.replace(unless, ' … '), place === 'never' || place === 'denies' ? [] : denials),
  };
}

/** The first match that nothing before it in its sentence denies. */
function firstFree(pattern: RegExp, text: string, denials: readonly RegExp[]): string | null {
  for (const match of text.matchAll(pattern)) {
    const before = text
      .slice(0, match.index)
      .split(/[.!?;\n]/)
      .at(-1)!;
    if (!denials.some((denial) => denial.test(before))) return match[0];
  }
  return null;
}
