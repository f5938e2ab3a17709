import { rulesOf, type AdmissionRule, type EffectiveRule, type PersonClause } from './admission.js';
import { admissionParts, admitting, type AdmissionPart, type Person } from './admits.js';
import { clauseVerdict, toldGenders } from './clauses.js';
import { admittedBy, reason, type Reason, type ReasonData, type SaidClause } from './reasons/reasons.js';
import { hasAll } from './verdicts.js';

/** Somebody who has to be admitted, and the rule that decides about them. */
export interface Ruled {
  readonly person: Person;
  readonly rule: AdmissionRule | EffectiveRule;
}

/** One reason for each part of the rules that says something of these people, and speaks for all of them. */
export function whyAdmitted(people: readonly Ruled[], party: readonly Person[]): Reason[] {
  const verdicts = people.map(({ person, rule }) => admitting(rule, party).partsOn(person));
  const parts = admissionParts.flatMap((part, index) => {
    const fits = verdicts.every((parts) => parts[index]!.verdict === 'FITS');
    const data = fits ? said[part](people) : null;
    return data ? [admittedBy(part, data)] : [];
  });
  return [...parts, ...(needsReferral(people.map(({ rule }) => rule)) === false ? [reason('NO_REFERRAL_NEEDED')] : [])];
}

/** Whether somebody comes on referral only; null: for somebody that is not said. */
export function needsReferral(rules: readonly (AdmissionRule | EffectiveRule)[]): boolean | null {
  const each = rules.map((rule) => rulesOf(rule).map(({ referralRequired }) => referralRequired));
  if (each.some((said) => said.includes(true))) return true;
  return each.every((said) => said.includes(false)) ? false : null;
}

type Said = (people: readonly Ruled[]) => ReasonData | null;

/** What the rules say that applies to these people; null where they say nothing of them. */
const said: Readonly<Record<AdmissionPart, Said>> = {
  persons: (people) => ({ persons: withoutRepeats(people.flatMap(clausesFor)) }),
  legalStatuses: listed('legalStatuses', ({ legalStatus }) => (legalStatus && legalStatus !== 'UNKNOWN' ? [legalStatus] : null)),
  nationalities: listed('nationalities', ({ nationality }) => nationality && [nationality.toUpperCase()]),
  exploitation: listed('exploitation', ({ exploitation }) => (exploitation?.length ? exploitation : null)),
  pregnancy: (people) => (people.some(({ person }) => person.pregnant) ? {} : null),
  accessibility: listed('accessibility', ({ accessibility }) => accessibility ?? []),
};

/** Of the listed values those of these people; all of them where somebody told none, as they are let in whatever it is. */
function listed<Part extends 'legalStatuses' | 'nationalities' | 'exploitation' | 'accessibility'>(
  part: Part,
  toldBy: (person: Person) => readonly string[] | '' | null,
): Said {
  return (people) => {
    const values = people.flatMap(({ person, rule }) => {
      const lists = rulesOf(rule).flatMap((one): (readonly string[])[] => (one[part] ? [one[part]] : []));
      const told = toldBy(person);
      return told ? told.filter((value) => lists.some((list) => list.includes(value))) : lists.flat();
    });
    return values.length > 0 ? { [part]: [...new Set(values)] } : null;
  };
}

/** The clauses that let somebody in, each of the service with each of the pool. */
function clausesFor({ person, rule }: Ruled): SaidClause[] {
  const saying = rulesOf(rule).flatMap(({ persons }) => (persons ? [persons] : []));
  return saying
    .map((clauses) => fittingClauses(clauses, person))
    .reduce<readonly SaidClause[]>((both, clauses) => both.flatMap((a) => clauses.flatMap((b) => common(a, b))), [anybody])
    .map(asSaid);
}

const anybody: SaidClause = { genders: null, minimumAge: null, maximumAge: null, accompaniedOnly: false };

/** The first that surely fits, rather without company; where none does by itself, all that may. */
function fittingClauses(clauses: readonly PersonClause[], person: Person): readonly PersonClause[] {
  const sure = clauses.filter(({ asked }) => !asked);
  const fits = sure.filter((clause) => clauseVerdict(clause, person) === 'FITS');
  const best = fits.find(({ accompaniedOnly }) => !accompaniedOnly) ?? fits[0];
  return best ? [best] : sure.filter((clause) => clauseVerdict(clause, person) !== 'FAILS');
}

/** Whom two clauses both take; nobody: none. */
function common(a: SaidClause, b: SaidClause): SaidClause[] {
  const genders = a.genders && b.genders ? a.genders.filter((gender) => b.genders!.includes(gender)) : (a.genders ?? b.genders);
  const minimumAge = a.minimumAge === null ? b.minimumAge : Math.max(a.minimumAge, b.minimumAge ?? 0);
  const maximumAge = a.maximumAge === null ? b.maximumAge : Math.min(a.maximumAge, b.maximumAge ?? Infinity);
  const isEmpty = genders?.length === 0 || (maximumAge !== null && maximumAge < (minimumAge ?? 0));
  return isEmpty ? [] : [{ genders, minimumAge, maximumAge, accompaniedOnly: a.accompaniedOnly || b.accompaniedOnly }];
}

const asSaid = (clause: SaidClause): SaidClause => ({
  ...clause,
  genders: clause.genders && hasAll(clause.genders, toldGenders) ? null : clause.genders,
});

const withoutRepeats = <T>(list: readonly T[]): T[] => [...new Map(list.map((one) => [JSON.stringify(one), one])).values()];
