import { lazily } from '@haven/kernel';
import { type CrosswalkLine, type CrosswalkName, crosswalks } from './crosswalks.js';
import type { Decided } from './decided.js';

/** A term, as a directory has it. */
export interface GivenTerm {
  readonly name: string;
  readonly code?: string | null;
  /** The name of its taxonomy. */
  readonly taxonomy?: string | null;
}

/** A line of a crosswalk, or of a decision, about a term of a directory. */
export interface TermLine extends Pick<CrosswalkLine, 'term' | 'category' | 'persons'> {
  /** `decided`: by a person. */
  readonly strength: CrosswalkLine['strength'] | 'decided';
  /** The term as the directory has it. */
  readonly matched: string;
  /** The crosswalk with the line, or the name of the decision. */
  readonly crosswalk: string;
}

interface Known extends CrosswalkLine {
  readonly crosswalk: CrosswalkName;
}

const ofTerms: ReadonlySet<string> = new Set(['decides', 'confirmed', 'likely', 'hint', 'never', 'none']);

const knownLines = lazily((): readonly Known[] =>
  [...crosswalks()].flatMap(([crosswalk, lines]) => lines.flatMap((line) => (isWord(crosswalk, line) ? [] : [{ ...line, crosswalk }]))),
);

/** A line for words in texts rather than for terms. Among the free words, "never" is about names. */
const isWord = (crosswalk: CrosswalkName, { strength }: CrosswalkLine): boolean =>
  !ofTerms.has(strength) || (crosswalk === 'free-words' && strength === 'never');

/** Terms are compared in this form: lower case, single spaces, straight apostrophes. */
export const plainTerm = (text: string): string => text.normalize('NFC').trim().toLowerCase().replaceAll('’', "'").replaceAll(/\s+/g, ' ');

const linesByTerm = lazily(() =>
  Map.groupBy(
    knownLines().filter(({ term }) => term !== ''),
    ({ term }) => plainTerm(term),
  ),
);
const linesWithCode = lazily(() => knownLines().filter(({ code }) => code !== ''));

/** Only two taxonomies have codes; a code of another one may begin with the same letter. */
const codeForms: { readonly [crosswalk in CrosswalkName]?: RegExp } = {
  '211': /^[A-Z]{1,2}(-\d{4}(\.\d{4})*(-\d{3})*)?$/,
  ntee: /^[A-Z]\d\d[A-Z]?$/,
};

/** The key of a term: its name within its taxonomy, not its code, because codes of many publishers are numbers of rows. */
export const keyOfTerm = ({ name, taxonomy }: Pick<GivenTerm, 'name' | 'taxonomy'>): string =>
  JSON.stringify([plainTerm(taxonomy ?? ''), plainTerm(name)]);

/** The lines for the terms of a service, from decisions first, else from the crosswalks; none for unknown terms. */
export const termLines = (given: readonly GivenTerm[], decided: ReadonlyMap<string, Decided> = new Map()): readonly TermLine[] =>
  given.flatMap((term) => linesWith(term, decided.get(keyOfTerm(term))));

/** A decision replaces the part of the crosswalks' lines that it is about. */
function linesWith(term: GivenTerm, decided: Decided | undefined): readonly TermLine[] {
  const known = linesOf(term);
  if (decided === undefined) return known;
  const { needs, persons } = decided;
  const kept = known
    .map((line): TermLine => (needs === null ? line : { ...line, category: '', strength: 'none' }))
    .map((line): TermLine => (persons === null ? line : { ...line, persons: '' }));
  const own = { term: term.name, matched: term.name, strength: 'decided' } as const;
  return [
    ...kept,
    ...(needs?.values ?? []).map((category): TermLine => ({ ...own, category, persons: '', crosswalk: needs!.by })),
    ...(persons?.values.length ? [{ ...own, category: '', persons: persons.values.join(' '), crosswalk: persons.by } as const] : []),
  ];
}

/** Open Eligibility lists services and people. "Guardianship" is legal help as a service, and only a heading as a group of people. */
const ofPeople = /(?<!open[\s_-]?)eligib|situation|population|target group/i;
const ofServices = /service|categor|sector|cluster/i;

/** Whether the taxonomy of this name lists people whom services are for. */
export const isOfPeople = (taxonomy: string): boolean => ofPeople.test(taxonomy);

const speaksOf = (taxonomy: string, { persons, category }: Known): boolean =>
  isOfPeople(taxonomy) ? category === '' : !ofServices.test(taxonomy) || persons === '';

function linesOf({ name, code, taxonomy }: GivenTerm): readonly TermLine[] {
  const named = linesByTerm().get(plainTerm(name)) ?? [];
  const lines = named.length > 0 || !code ? named : linesWithCode().filter((line) => isCodeOf(line, code));
  const meant = lines.filter((line) => speaksOf(taxonomy ?? '', line));
  return meant.map(({ term, category, strength, persons, crosswalk }) => ({ term, category, strength, persons, crosswalk, matched: name }));
}

const isCodeOf = ({ code, crosswalk }: Known, given: string): boolean =>
  given.startsWith(code) && (codeForms[crosswalk]?.test(given) ?? false);
