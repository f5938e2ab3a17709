import { NeedCategory } from '@haven/kernel';
import { misleadingPhrases, needCategoryWords, type CategoryWords } from './need-categories.js';

/** What is known of a service that has no category yet. */
export interface UncategorisedService {
  readonly name: string;
  readonly description?: string | null;
  readonly terms?: readonly { readonly name: string; readonly code?: string | null }[];
}

/** Categories and the words that spoke for them; empty when nothing did plainly. */
export interface Categorised {
  readonly categories: readonly NeedCategory[];
  readonly because: readonly { readonly category: NeedCategory; readonly matched: string }[];
}

const letter = '[\\p{L}\\p{N}]';
/** Scripts that put no spaces between words have no word boundary to look for. */
const unspaced = /[\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Han}]/u;
const negation = /(?:^|[^\p{L}])(?:no|not|non|never|without|cannot|can't|doesn't|don't|except|excluding)[\s-]+(?:[\p{L}'-]+[\s-]+){0,4}$/u;

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

const listOf = (text: string): string[] =>
  text
    .split(';')
    .map((item) => item.trim().replaceAll(/\s+/g, ' '))
    .filter(Boolean);

function finder(phrases: string): RegExp {
  const parts = listOf(phrases.replaceAll('’', "'")).map((phrase) =>
    unspaced.test(phrase) ? escaped(phrase) : `(?<!${letter})${escaped(phrase)}(?!${letter})`,
  );
  return new RegExp(parts.length > 0 ? parts.join('|') : '(?!)', 'gu');
}

interface Finder {
  readonly category: NeedCategory;
  readonly terms: ReadonlySet<string>;
  readonly codes: readonly string[];
  readonly except: RegExp;
  readonly name: RegExp;
  readonly description: RegExp;
}

/** Built at the first question: it takes half a second, and most processes read no directory. */
let built: readonly Finder[] | undefined;
const finders = (): readonly Finder[] => (built ??= Object.values(NeedCategory).map(finderOf));

function finderOf(category: NeedCategory): Finder {
  const { terms, codes, names, descriptions, except = '' }: CategoryWords = needCategoryWords[category];
  return {
    category,
    except: finder(except),
    terms: new Set(listOf(terms)),
    codes: listOf(codes),
    name: finder(names),
    description: finder(descriptions),
  };
}
const misleading = finder(misleadingPhrases);

/** Works out the needs that a service meets. It would rather say nothing than send a person to the wrong place. */
export function categorise(service: UncategorisedService): Categorised {
  const name = plain(service.name);
  const description = plain(service.description ?? '');
  const certain = finders().flatMap((one) =>
    first(one, byTerm(one, service.terms ?? []) ?? find(one.name, name.replace(one.except, ' … '))),
  );
  const found =
    certain.length > 0 ? certain : finders().flatMap((one) => first(one, find(one.description, description.replace(one.except, ' … '))));
  return { categories: found.map(({ category }) => category), because: found };
}

const first = ({ category }: Finder, matched: string | null): { category: NeedCategory; matched: string }[] =>
  matched ? [{ category, matched }] : [];

function plain(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll('’', "'").replace(misleading, ' … ');
}

function byTerm({ terms, codes }: Finder, given: NonNullable<UncategorisedService['terms']>): string | null {
  const fits = given.find(({ name, code }) => terms.has(name.trim().toLowerCase()) || isCodeOf(codes, code ?? ''));
  return fits?.name ?? null;
}

/** AIRS codes look like BH-1800.8500; a code of another taxonomy may begin with the same letter. */
function isCodeOf(prefixes: readonly string[], code: string): boolean {
  return /^[A-Z]{1,2}(-\d{4}(\.\d{4})*(-\d{3})*)?$/.test(code) && prefixes.some((prefix) => code.startsWith(prefix));
}

/** The first match that no negation stands before. */
function find(pattern: RegExp, text: string): string | null {
  for (const match of text.matchAll(pattern)) {
    const sentence = text
      .slice(0, match.index)
      .split(/[.!?;\n]/)
      .at(-1)!;
    if (!negation.test(sentence)) return match[0];
  }
  return null;
}
