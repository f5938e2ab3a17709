import type { NeedCategory } from '@haven/kernel';
import { categoryWords, type CategoryWords, plainText, type WordPlace } from './category-words.js';
import type { Decided } from './decided.js';
import { type GivenTerm, type TermLine, termLines } from './term-lines.js';

/** What is known of a service that has no category yet. */
export interface UncategorisedService {
  readonly name: string;
  readonly description?: string | null;
  readonly terms?: readonly GivenTerm[];
  /** What persons decided of terms. */
  readonly decided?: ReadonlyMap<string, Decided>;
}

interface Found {
  readonly category: NeedCategory;
  /** The term or the words that spoke for it. */
  readonly matched: string;
  /** Which crosswalk has them. */
  readonly source: string;
}

/** Categories and what spoke for them; empty when nothing did plainly. */
export interface Categorised {
  readonly categories: readonly NeedCategory[];
  readonly because: readonly Found[];
}

interface Texts {
  readonly name: string;
  readonly description: string;
}

/**
 * Works out the needs that a service meets: by its terms where a person or a crosswalk decides, else by its name, else by what its terms only hint at,
 * else by its description. It would rather say nothing than send a person to the wrong place.
 */
export function categorise(service: UncategorisedService): Categorised {
  const texts = { name: plainText(service.name), description: plainText(service.description ?? '') };
  const lines = termLines(service.terms ?? [], service.decided);
  const decided = saidBy(lines, 'decided');
  const barred = barredBy(lines, texts);
  const steps = [
    () => [...decided, ...undenied([...saidBy(lines, 'decides'), ...confirmedBy(lines, texts)], texts)],
    () => wordsIn('name', texts.name),
    () => saidBy(lines, 'likely'),
    () => onlyOne(hintedAt(lines, texts)),
    () => wordsIn('description', texts.description),
    () => hintedAt(lines, texts),
    () => [...wordsIn('last', texts.name), ...wordsIn('last', texts.description)],
  ];
  for (const step of steps) {
    const found = onceEach(step().filter((one) => decided.includes(one) || !barred.has(one.category)));
    if (found.length > 0) return { categories: found.map(({ category }) => category), because: found };
  }
  return { categories: [], because: [] };
}

const saidBy = (lines: readonly TermLine[], strength: TermLine['strength']): readonly Found[] =>
  lines.flatMap(({ category, matched, crosswalk, ...line }) =>
    line.strength === strength && category !== '' ? [{ category, matched, source: crosswalk }] : [],
  );

/** Hints at several needs are no hint at any. */
const onlyOne = (found: readonly Found[]): readonly Found[] => (new Set(found.map(({ category }) => category)).size === 1 ? found : []);

/** A term that more than one thing goes by counts where the text says which. */
const confirmedBy = (lines: readonly TermLine[], texts: Texts): readonly Found[] =>
  saidBy(lines, 'confirmed').filter(({ category }) => isConfirmed(category, texts));

/** A subject that any text of such a service names. Needs that have no such words have no such doubts. */
const hintedAt = (lines: readonly TermLine[], texts: Texts): readonly Found[] =>
  saidBy(lines, 'hint').filter(({ category }) => !wordsOf(category).canConfirm || isConfirmed(category, texts));

function isConfirmed(category: NeedCategory, { name, description }: Texts): boolean {
  const { find } = wordsOf(category);
  return (find('confirms', name) ?? find('confirms', description)) !== null;
}

/** "One-stop" stands over a list of other people's shelters. */
const undenied = (found: readonly Found[], { description }: Texts): readonly Found[] =>
  found.filter(({ category }) => wordsOf(category).find('denies', description) === null);

const wordsOf = (category: NeedCategory): CategoryWords => categoryWords().find((words) => words.category === category)!;

const wordsIn = (place: WordPlace, text: string): readonly Found[] =>
  categoryWords().flatMap(({ category, find }) => {
    const matched = find(place, text);
    return matched === null ? [] : [{ category, matched, source: 'free-words' }];
  });

const barredBy = (lines: readonly TermLine[], { name }: Texts): ReadonlySet<NeedCategory> =>
  new Set([...saidBy(lines, 'never'), ...wordsIn('never', name)].map(({ category }) => category));

const onceEach = (found: readonly Found[]): readonly Found[] => [...new Map(found.map((one) => [one.category, one])).values()];
