import type { Gender, PersonClause } from '@haven/kernel';

/** The people that a word means. */
export interface Subject {
  readonly pattern: string;
  /** Genders that the word surely means, and all that it may mean; null: any. */
  readonly surely: readonly Gender[] | null;
  readonly maybe: readonly Gender[] | null;
  /** Ages that it surely means if the text names none; other ages are left open. */
  readonly from?: number;
  readonly to?: number;
  /** It names women and men, so it says more than an age. */
  readonly namesBoth?: true;
}

/** Ages in a text, both ends included. For an open end, the text may or may not include that age. */
export interface AgesRead {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly openAtMinimum?: boolean;
  readonly openAtMaximum?: boolean;
}

/** What a text says about admission. */
export interface AdmissionSentence {
  readonly subject: Subject;
  readonly ages: AgesRead;
  /** It admits only some of them, on a condition that Haven cannot check ("local women"): nobody is surely admitted. */
  readonly onCondition: boolean;
}

/** The word may mean more people than it says: we turn away only people that the text surely excludes. */
const female = { surely: ['WOMAN'], maybe: ['WOMAN', 'TRANS_WOMAN', 'NON_BINARY'] } as const;
const male = { surely: ['MAN'], maybe: ['MAN', 'TRANS_MAN', 'NON_BINARY'] } as const;
const any = { surely: null, maybe: null } as const;

/** "Women", in any language. */
export const women: Subject = { ...female, pattern: 'wom[ae]n|females?|ladies', from: 18 };
/** "Men", in any language. */
export const men: Subject = { ...male, pattern: 'm[ae]n|males?', from: 18 };
/** For a text that names nobody. */
export const anybody: Subject = { ...any, pattern: 'adults|persons|people|individuals|clients|residents|anyone' };

const both = (one: string, other: string): string => `${one} (?:and|&|or) ${other}|${other} (?:and|&|or) ${one}`;
const subjects: readonly Subject[] = [
  women,
  men,
  anybody,
  { ...female, pattern: 'wom[ae]n (?:and|&|or) girls' },
  { ...female, pattern: 'girls', to: 17 },
  { ...male, pattern: 'm[ae]n (?:and|&|or) boys' },
  { ...male, pattern: 'boys', to: 17 },
  { ...any, pattern: `${both('wom[ae]n', 'm[ae]n')}|${both('females?', 'males?')}`, from: 18, namesBoth: true },
  { ...any, pattern: 'children|kids|minors', to: 17 },
  // The age range of the United Nations; other definitions end at 18, 21 or 25.
  { ...any, pattern: 'youths?|young people', from: 15, to: 24 },
  { ...any, pattern: 'teens|teenagers', from: 13, to: 19 },
];

/** Matches every word for people. */
export const subjectPattern = subjects.map(({ pattern }) => pattern).join('|');

const bySubject = subjects.map((subject) => ({ subject, whole: new RegExp(`^(?:${subject.pattern})$`) }));

/** The subject whose pattern matches a text that {@link subjectPattern} found. */
export const subjectOf = (text: string): Subject => bySubject.find(({ whole }) => whole.test(text))!.subject;

/** One sentence gives the gender, the other the ages. Whatever one of them leaves open stays open. */
export function together(gender: AdmissionSentence, age: AdmissionSentence): AdmissionSentence {
  const [from, to] = [latest(gender.subject.from, age.subject.from), earliest(gender.subject.to, age.subject.to)];
  const subject = { ...gender.subject, ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  return { subject, ages: age.ages, onCondition: gender.onCondition || age.onCondition };
}

const latest = (...ages: readonly (number | undefined)[]): number | undefined => pick(Math.max, ages);
const earliest = (...ages: readonly (number | undefined)[]): number | undefined => pick(Math.min, ages);
function pick(of: (...ages: number[]) => number, ages: readonly (number | undefined)[]): number | undefined {
  const given = ages.filter((age) => age !== undefined);
  return given.length === 0 ? undefined : of(...given);
}

/** Clauses for those who are surely admitted, and for those who may be: the shelter decides. */
export function clausesOf({ subject, ages, onCondition }: AdmissionSentence): readonly PersonClause[] {
  const widest = { genders: subject.maybe, minimumAge: ages.minimum ?? null, maximumAge: ages.maximum ?? null, accompaniedOnly: false };
  const asked = { ...widest, asked: true };
  const sure = { ...widest, genders: subject.surely, minimumAge: surelyFrom(subject, ages), maximumAge: surelyTo(subject, ages) };
  if (onCondition || (sure.minimumAge ?? 0) > (sure.maximumAge ?? Infinity)) return [asked];
  return JSON.stringify(sure) === JSON.stringify(widest) ? [sure] : [sure, asked];
}

const surelyFrom = ({ from }: Subject, { minimum, openAtMinimum }: AgesRead): number | null =>
  minimum === undefined ? (from ?? null) : minimum + (openAtMinimum ? 1 : 0);

const surelyTo = ({ to }: Subject, { maximum, openAtMaximum }: AgesRead): number | null =>
  maximum === undefined ? (to ?? null) : maximum - (openAtMaximum ? 1 : 0);
