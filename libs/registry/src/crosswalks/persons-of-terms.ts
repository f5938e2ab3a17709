import { lazily, type Gender, type PersonClause } from '@haven/kernel';
import { clausesOfMeant, type Meant } from './clauses-of-meant.js';
import { crosswalks } from './crosswalks.js';
import { type Decided, namesDecision, type DecidedPart } from './decided.js';
import { housedGender } from './housed-gender.js';
import { type GivenTerm, type TermLine, termLines } from './term-lines.js';

/** A service whose terms may say whom it is for. */
export interface TermedService {
  readonly terms: readonly GivenTerm[];
  /** Whether people live there: then nobody else is sent there. */
  readonly stays: boolean;
  /** Name and description. */
  readonly text: string;
  /** What coordinators decided about terms. */
  readonly decided?: ReadonlyMap<string, Decided>;
}

const titles = { 'open-eligibility': 'Open Eligibility' } as const;

const sourceOf = (term: string, crosswalk: string): string => `${term} (${titles[crosswalk as keyof typeof titles] ?? crosswalk})`;

/** Every source that a Haven rule may name. Anything else in a file is a publisher's free text. */
const sources = lazily(
  () =>
    new Set(
      [...crosswalks()].flatMap(([name, lines]) => lines.flatMap(({ term, persons }) => (persons === '' ? [] : [sourceOf(term, name)]))),
    ),
);

/** Whether a clause may name this as its source. */
export const isKnownSource = (source: unknown): source is string =>
  typeof source === 'string' && (sources().has(source) || namesDecision(source));

/**
 * Clauses for the people whom the terms of a service surely mean, and `asked` ones for those whom they leave open; null if the terms do not
 * mean people.
 */
export function personsOfTerms({ terms, stays, text, decided }: TermedService): readonly PersonClause[] | null {
  const lines = termLines(terms, decided).filter(({ persons }) => persons !== '');
  const words = new Set(lines.flatMap(({ persons }) => persons.split(' ')));
  const housed = stays && !names(words) ? housedGender(text) : null;
  if (words.size === 0 && housed === null) return null;
  return clausesOfMeant(meantBy(housed === null ? words : new Set([...words, housed]), stays), sourcesOf(lines));
}

const sourcesOf = (lines: readonly TermLine[]): readonly string[] =>
  [...new Set(lines.map(({ term, crosswalk, strength }) => (strength === 'decided' ? crosswalk : sourceOf(term, crosswalk))))].sort();

/** Clauses from the texts of a place to sleep. If a text has further conditions, the people whom it means are asked about too. */
export function personsHoused(text: string): readonly PersonClause[] | null {
  const housed = housedGender(text);
  return housed && clausesOfMeant(meantBy(new Set([housed, 'condition']), true), []);
}

/** The clauses of a person's decision, in the words of crosswalks. */
export const personsDecided = ({ values, by }: DecidedPart<string>, stays: boolean): readonly PersonClause[] =>
  clausesOfMeant(meantBy(new Set(values), stays), [by]);

const gendersByWord: Readonly<Record<string, { readonly surely: readonly Gender[]; readonly maybe: readonly Gender[] }>> = {
  women: { surely: ['WOMAN'], maybe: ['WOMAN', 'TRANS_WOMAN', 'NON_BINARY'] },
  men: { surely: ['MAN'], maybe: ['MAN', 'TRANS_MAN', 'NON_BINARY'] },
  'trans-women': { surely: ['TRANS_WOMAN'], maybe: ['TRANS_WOMAN'] },
  trans: { surely: ['TRANS_WOMAN', 'TRANS_MAN', 'NON_BINARY'], maybe: ['TRANS_WOMAN', 'TRANS_MAN', 'NON_BINARY'] },
};

/** Whether the terms name a gender. */
const names = (words: ReadonlySet<string>): boolean =>
  [...Object.keys(gendersByWord), 'anyone', 'families'].some((word) => words.has(word));

function meantBy(words: ReadonlySet<string>, stays: boolean): Meant {
  const genders = [...words].flatMap((word) => gendersByWord[word] ?? []);
  const isOpen = words.has('anyone') || words.has('families');
  const ages = [...words].flatMap((word) => agesOf(word) ?? []);
  return {
    surely: unique(genders.flatMap(({ surely }) => surely)),
    maybe: unique(genders.flatMap(({ maybe }) => maybe)),
    ages,
    onCondition: ['condition', 'families', 'children'].some((word) => words.has(word)),
    anyone: words.has('anyone'),
    closedToGenders: stays && !isOpen && (words.has('women') || words.has('men')),
    closedToAges: !isOpen && ages.length > 0 && ages.every(({ isLimit }) => isLimit),
    stays,
  };
}

const unique = (genders: readonly Gender[]): readonly Gender[] | null => (genders.length === 0 ? null : [...new Set(genders)]);

/** "limit:60-" and "ages:13-19". */
function agesOf(word: string): Meant['ages'][number] | null {
  const [, kind, from, to] = /^(ages|limit):(\d+)-(\d*)$/.exec(word) ?? [];
  return kind === undefined ? null : { isLimit: kind === 'limit', from: Number(from), to: to ? Number(to) : null };
}
