import type { PersonClause } from './admission.js';
import { sureAges } from './ages.js';
import { Gender } from './people.js';
import { hasAll, worse, type Verdict } from './verdicts.js';

/** The facts that a clause checks. */
interface CheckedFacts {
  readonly gender: Gender;
  readonly age: number | null;
}

/** The genders that people state. */
export const statedGenders = Object.values(Gender).filter((gender) => gender !== 'UNDISCLOSED');

/** No request has an older person. */
export const oldestAge = 120;

function genderVerdict(genders: readonly Gender[] | null, gender: Gender): Verdict {
  if (!genders || genders.includes(gender)) return 'FITS';
  if (gender !== 'UNDISCLOSED') return 'FAILS';
  return hasAll(genders, statedGenders) ? 'FITS' : 'UNKNOWN';
}

function ageVerdict(minimum: number, maximum: number, age: number | null): Verdict {
  if (minimum > maximum) return 'FAILS';
  if (age === null) return minimum <= 0 && maximum === Infinity ? 'FITS' : 'UNKNOWN';
  return age >= minimum && age <= maximum ? 'FITS' : 'FAILS';
}

/** Whole years do not show whether somebody of 17 is over 17 and a half. */
function partYearVerdict(clause: PersonClause, age: number | null): Verdict {
  const { from, to } = sureAges(clause);
  return age === null || (age >= from && age <= to) ? 'FITS' : 'UNKNOWN';
}

/** `atLeast` raises the lower bound, so that "an adult whom this clause admits" is a single check of one age. */
export function clauseVerdict(clause: PersonClause, person: CheckedFacts, atLeast = 0): Verdict {
  const gender = genderVerdict(clause.genders, person.gender);
  if (gender === 'FAILS') return gender;
  const age = ageVerdict(Math.max(clause.minimumAge ?? 0, atLeast), clause.maximumAge ?? Infinity, person.age);
  return age === 'FAILS' ? age : worse(worse(gender, age), partYearVerdict(clause, person.age));
}

/** An open clause is asked about. */
export const certain = ({ asked }: PersonClause): Verdict => (asked ? 'UNKNOWN' : 'FITS');

/** Whether the clauses together admit every unknown age and gender: girls up to 17 and women from 18 are all women. */
export const takeAnyAs = (clauses: readonly PersonClause[], { gender, age }: CheckedFacts): boolean =>
  (gender === 'UNDISCLOSED' ? statedGenders : [gender]).every((one) =>
    areCovered(
      age === null ? [0, oldestAge] : [age, age],
      clauses.filter(({ genders }) => !genders || genders.includes(one)),
    ),
  );

/** Whether every age has a clause. */
function areCovered([first, last]: readonly [number, number], clauses: readonly PersonClause[]): boolean {
  let next = first;
  for (const { from, to } of clauses.map(sureAges).sort((a, b) => a.from - b.from)) if (from <= next) next = Math.max(next, to + 1);
  return next > last;
}
