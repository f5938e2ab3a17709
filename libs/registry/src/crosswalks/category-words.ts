import { lazily, NeedCategory } from '@haven/kernel';
import { crosswalks, type Strength } from './crosswalks.js';
import { type PhraseFinder, phraseFinder } from './phrase-finder.js';

/** Which text of a service a word counts in. */
const places = ['name', 'description', 'last', 'confirms', 'denies', 'never'] as const satisfies readonly Strength[];
/** One of {@link places}. */
export type WordPlace = (typeof places)[number];

/** Finds the words of a category. */
export interface CategoryWords {
  readonly category: NeedCategory;
  /** Whether the text has words that confirm what a term says. */
  readonly canConfirm: boolean;
  /** The first word that counts there; null: none. The text is {@link plainText}. */
  find(place: WordPlace, text: string): string | null;
}

const negation = /(?:^|[^\p{L}])(?:no|not|non|never|without|cannot|can't|doesn't|don't|except|excluding)[\s-]+(?:[\p{L}']+[\s-]+){0,4}$/u;
/** A place to sleep that people are helped to find, are sent to or come from is somewhere else. */
const elsewhere =
  /(?:^|[^\p{L}])(?:referr?als?|referr?ed|refers?|locate|locating|find|finding|obtain|obtaining|apply|applying|waitlist|waiting list|access|accessing|seeking|searching|outreach|moving|transportation|exit|exiting|leaving|former|visits?|outside)[\s-]+(?:[\p{L}']+[\s,-]+){0,5}$/u;
/** A negation does not reach further, and this bounds the cost of a long text. */
const signsBefore = 200;

const straight = (text: string): string => text.normalize('NFC').toLowerCase().replaceAll('’', "'");

const wordsOf = (category: NeedCategory | '', strength: Strength): readonly string[] =>
  crosswalks()
    .get('free-words')!
    .filter((line) => line.category === category && line.strength === strength)
    .map(({ term }) => straight(term));

/** Phrases that contain a word of a category, or a "no", and mean something else. */
const misleading = lazily(() => phraseFinder(wordsOf('', 'unless')));

/** The text in the form in which words are searched. */
export const plainText = (text: string): string => misleading().without(straight(text));

/** Built on first use: most processes read no directory. */
export const categoryWords: () => readonly CategoryWords[] = lazily(() => Object.values(NeedCategory).map(wordsFor));

function wordsFor(category: NeedCategory): CategoryWords {
  const unless = phraseFinder(wordsOf(category, 'unless'));
  const finders = Object.fromEntries(places.map((place) => [place, phraseFinder(wordsOf(category, place))])) as Record<
    WordPlace,
    PhraseFinder
  >;
  const denials = category === 'ACCOMMODATION' ? [negation, elsewhere] : [negation];
  return {
    category,
    canConfirm: !finders.confirms.isEmpty,
    find: (place, text) => {
      if (finders[place].isEmpty) return null;
      return firstFree(finders[place], unless.without(text), place === 'never' || place === 'denies' ? [] : denials);
    },
  };
}

/** The first word that nothing before it in its sentence negates. */
function firstFree(finder: PhraseFinder, text: string, denials: readonly RegExp[]): string | null {
  for (const { index, phrase } of finder.matches(text)) {
    const before = text
      .slice(Math.max(0, index - signsBefore), index)
      .split(/[.!?;\n]/)
      .at(-1)!;
    if (!denials.some((denial) => denial.test(before))) return phrase;
  }
  return null;
}
