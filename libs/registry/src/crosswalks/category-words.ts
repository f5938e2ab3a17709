import { lazily, NeedCategory } from '@haven/kernel';
import { crosswalks, type Strength } from './crosswalks.js';
import { type PhraseFinder, phraseFinder } from './phrase-finder.js';

/** In which text of a service a word counts. */
const places = ['name', 'description', 'last', 'confirms', 'denies', 'never'] as const satisfies readonly Strength[];
/** One of {@link places}. */
export type WordPlace = (typeof places)[number];

/** Finds the words of a category. */
export interface CategoryWords {
  readonly category: NeedCategory;
  /** Whether the text has words that confirm what a term says. */
  readonly canConfirm: boolean;
  /** The first word that counts there; null if there is none. The text must be a {@link plainText}. */
  find(place: WordPlace, text: string): string | null;
}

const negation = /(?:^|[^\p{L}])(?:no|not|non|never|without|cannot|can't|doesn't|don't|except|excluding)[\s-]+(?:[\p{L}']+[\s-]+){0,4}$/u;
/** Help to find a place to sleep, or people who come from one: the service itself is not one. */
const elsewhere =
  /(?:^|[^\p{L}])(?:referr?als?|referr?ed|refers?|locate|locating|find|finding|obtain|obtaining|apply|applying|waitlist|waiting list|access|accessing|seeking|searching|outreach|moving|transportation|exit|exiting|leaving|former|visits?|outside)[\s-]+(?:[\p{L}']+[\s,-]+){0,5}$/u;
/** A negation reaches no further, and this bounds the cost of a long text. */
const signsBefore = 200;

const straight = (text: string): string => text.normalize('NFC').toLowerCase().replaceAll('’', "'");

const wordsOf = (category: NeedCategory | '', strength: Strength): readonly string[] =>
  crosswalks()
    .get('free-words')!
    .filter((line) => line.category === category && line.strength === strength)
    .map(({ term }) => straight(term));

/** Phrases with another meaning, although they contain a word of a category or a "no". */
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

/** The first word that no negation before it in its sentence applies to. */
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
