import { unknownRule, type AdmissionRule, type FieldProblem, type PersonClause } from '@haven/kernel';

type Maybe<T> = { readonly [K in keyof T]?: T[K] | null };
/** A rule as the caller gives it. Missing parts are unknown. */
export type AdmissionGiven = Omit<Maybe<AdmissionRule>, 'persons'> & { readonly persons?: readonly Maybe<PersonClause>[] | null };

const mostEntries = 100;
const oldestAge = 120;

/** Fills in the parts that the caller left out. */
export const admissionOf = (given: AdmissionGiven | null | undefined): AdmissionRule =>
  given ? { ...unknownRule, ...withoutUndefined(given), persons: given.persons?.map(clauseOf) ?? null } : unknownRule;

const withoutUndefined = (given: AdmissionGiven): Omit<AdmissionRule, 'persons'> =>
  Object.fromEntries(
    Object.keys(unknownRule).map((part) => [part, given[part as keyof AdmissionGiven] ?? null]),
  ) as unknown as AdmissionRule;

const clauseOf = (clause: Maybe<PersonClause>): PersonClause => ({
  genders: clause.genders ?? null,
  minimumAge: clause.minimumAge ?? null,
  maximumAge: clause.maximumAge ?? null,
  accompaniedOnly: clause.accompaniedOnly ?? false,
  ...(clause.asked && { asked: true }),
});

/** What is wrong with a rule, by path. */
export function admissionProblems(path: string, rule: AdmissionRule): FieldProblem[] {
  const lists = ['persons', 'legalStatuses', 'nationalities', 'exploitation', 'accessibility'] as const;
  return [
    ...lists
      .filter((part) => (rule[part]?.length ?? 0) > mostEntries)
      .map((part) => ({ path: `${path}.${part}`, message: `Give at most ${mostEntries}.` })),
    ...(rule.persons ?? []).slice(0, mostEntries).flatMap((clause, n) => clauseProblems(`${path}.persons.${n}`, clause)),
    ...(rule.nationalities ?? []).slice(0, mostEntries).flatMap((code, n) => nationalityProblems(`${path}.nationalities.${n}`, code)),
  ];
}

function clauseProblems(path: string, { genders, minimumAge, maximumAge }: PersonClause): FieldProblem[] {
  const ages = Object.entries({ minimumAge, maximumAge }).filter(
    ([, age]) => age !== null && !(Number.isInteger(age) && age >= 0 && age <= oldestAge),
  );
  const problems = ages.map(([field]) => ({ path: `${path}.${field}`, message: `Give whole years from 0 to ${oldestAge}.` }));
  if (genders?.length === 0) problems.push({ path: `${path}.genders`, message: 'Name at least one gender, or leave it out for any.' });
  if (minimumAge !== null && maximumAge !== null && minimumAge > maximumAge) {
    problems.push({ path: `${path}.minimumAge`, message: 'Give a minimum age that is not above the maximum age.' });
  }
  return problems;
}

const nationalityProblems = (path: string, code: string): FieldProblem[] =>
  /^[A-Z]{2}$/.test(code) ? [] : [{ path, message: 'Give an ISO 3166-1 alpha-2 code in capitals, like KH.' }];
