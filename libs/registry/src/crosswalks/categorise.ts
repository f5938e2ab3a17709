import type { NeedCategory } from '@haven/kernel';
import { categoryWords, type CategoryWords, plainText, type WordPlace } from './category-words.js';
import type { Decided } from './decided.js';
import { type GivenTerm, type TermLine, termLines } from './term-lines.js';

/** The parts of a service that decide its categories. */
export interface UncategorisedService {
  readonly name: string;
  readonly description?: string | null;
  readonly terms?: readonly GivenTerm[];
  /** What coordinators decided about terms. */
  readonly decided?: ReadonlyMap<string, Decided>;
}

interface Found {
  readonly category: NeedCategory;
  /** The term or words that decided it. */
  readonly matched: string;
  /** The crosswalk that contains them. */
  readonly source: string;
}

/** Categories and the reasons for them; empty if nothing was plain. */
export interface Categorised {
  readonly categories: readonly NeedCategory[];
  readonly because: readonly Found[];
}

interface Texts {
  readonly name: string;
  readonly description: string;
}

/**
 * Finds the needs that a service meets: from its terms if a person or a crosswalk decided them, otherwise from its name, otherwise from
 * hints in its terms, otherwise from its description. It would rather find nothing than send a person to the wrong place.
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

/** A term that hints at several needs gives no hint. */
const onlyOne = (found: readonly Found[]): readonly Found[] => (new Set(found.map(({ category }) => category)).size === 1 ? found : []);

/** A term with several meanings counts if a text confirms one of them. */
const confirmedBy = (lines: readonly TermLine[], texts: Texts): readonly Found[] =>
  saidBy(lines, 'confirmed').filter(({ category }) => isConfirmed(category, texts));

/** A hint counts if a text names the subject, as any text of such a service would. Needs without such words are not checked. */
const hintedAt = (lines: readonly TermLine[], texts: Texts): readonly Found[] =>
  saidBy(lines, 'hint').filter(({ category }) => !wordsOf(category).canConfirm || isConfirmed(category, texts));

function isConfirmed(category: NeedCategory, { name, description }: Texts): boolean {
  const { find } = wordsOf(category);
  return (find('confirms', name) ?? find('confirms', description)) !== null;
}

/** "One-stop" introduces a list of other people's shelters. */
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
