import { enumOf, type FieldProblem } from '@haven/kernel';

/** Whom a term can mean; the words of data/crosswalks/README.md, ages apart. */
export const PersonGroup = enumOf('WOMEN', 'MEN', 'TRANS_WOMEN', 'TRANS', 'CHILDREN', 'FAMILIES', 'CONDITION', 'ANYONE');
/** {@link PersonGroup} */
export type PersonGroup = (typeof PersonGroup)[keyof typeof PersonGroup];

/** Whom a term means. Without groups and ages it says nothing about people. */
export interface MeantPersons {
  readonly groups: readonly PersonGroup[];
  /** Whole years, both included. */
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
  /** Other people are turned away; otherwise the ages only say who is welcome. */
  readonly agesAreLimit: boolean;
}

const oldest = 120;

/** Problems of the ages. */
export function checkPersons({ minimumAge, maximumAge, agesAreLimit }: MeantPersons): readonly FieldProblem[] {
  const isOutside = (age: number | null): boolean => age !== null && !(Number.isInteger(age) && age >= 0 && age <= oldest);
  const problem = (path: string, message: string): FieldProblem => ({ path: `persons.${path}`, message });
  const range = `Give whole years from 0 to ${oldest}.`;
  return [
    ...(isOutside(minimumAge) ? [problem('minimumAge', range)] : []),
    ...(isOutside(maximumAge) ? [problem('maximumAge', range)] : []),
    ...((minimumAge ?? 0) > (maximumAge ?? oldest) ? [problem('minimumAge', 'Give a minimum age that is not above the maximum age.')] : []),
    ...(agesAreLimit && minimumAge === null && maximumAge === null ? [problem('agesAreLimit', 'Give the ages that are the limit.')] : []),
  ];
}

/** The same in the words of the crosswalks. */
export function wordsOf({ groups, minimumAge, maximumAge, agesAreLimit }: MeantPersons): readonly string[] {
  const words = [...new Set(groups)].sort().map((group) => group.toLowerCase().replace('_', '-'));
  if (minimumAge === null && maximumAge === null) return words;
  return [...words, `${agesAreLimit ? 'limit' : 'ages'}:${minimumAge ?? 0}-${maximumAge ?? ''}`];
}

/** Reads words of the crosswalks; words that no decision uses are skipped. */
export function personsOf(words: readonly string[]): MeantPersons {
  const groups = Object.values(PersonGroup).filter((group) => words.includes(group.toLowerCase().replace('_', '-')));
  const [, kind, from, to] = words.map((word) => /^(ages|limit):(\d{1,3})-(\d{0,3})$/.exec(word)).find((match) => match !== null) ?? [];
  const isAged = kind !== undefined;
  return {
    groups,
    minimumAge: isAged && from !== '0' ? Number(from) : null,
    maximumAge: isAged && to !== '' ? Number(to) : null,
    agesAreLimit: kind === 'limit',
  };
}
