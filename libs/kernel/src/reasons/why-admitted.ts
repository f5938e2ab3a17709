import { rulesOf, type AdmissionRule, type EffectiveRule, type PersonClause } from '../admission/admission.js';
import { admissionParts, type AdmissionPart } from '../admission/part-verdicts.js';
import { admitting } from '../admission/admits.js';
import { type Person } from '../admission/person.js';
import { clauseVerdict, statedGenders } from '../admission/clauses.js';
import { admittedBy, reason, type Reason, type ReasonData, type ClauseInText } from './reasons.js';
import { hasAll } from '../admission/verdicts.js';

/** Nobody listens to more clauses than this, and two long rules would combine to very many. */
const clausesMost = 5;

/** Somebody who has to be admitted, and the rule that decides about them. */
export interface Ruled {
  readonly person: Person;
  readonly rule: AdmissionRule | EffectiveRule;
}

/** One reason for each part of the rules that applies to these people and admits all of them. */
export function whyAdmitted(people: readonly Ruled[], party: readonly Person[]): Reason[] {
  const verdicts = people.map(({ person, rule }) => admitting(rule, party).partsOn(person));
  const parts = admissionParts.flatMap((part, index) => {
    const fits = verdicts.every((parts) => parts[index]!.verdict === 'FITS');
    const data = fits ? said[part](people) : null;
    return data ? [admittedBy(part, data)] : [];
  });
  return [...parts, ...(needsReferral(people.map(({ rule }) => rule)) === false ? [reason('NO_REFERRAL_NEEDED')] : [])];
}

/** Whether somebody comes on referral only; null if that is unknown for somebody. */
export function needsReferral(rules: readonly (AdmissionRule | EffectiveRule)[]): boolean | null {
  const each = rules.map((rule) => rulesOf(rule).map(({ referralRequired }) => referralRequired));
  if (each.some((said) => said.includes(true))) return true;
  return each.every((said) => said.includes(false)) ? false : null;
}

/** What each rule admits in one part, for people whom all of them exclude. */
export function whomTheyTake(part: AdmissionPart, rules: readonly (AdmissionRule | EffectiveRule)[]): ReasonData {
  if (part === 'pregnancy') return {};
  if (part === 'persons') {
    const clauses = rules
      .slice(0, clausesMost)
      .flatMap((rule) => both(rule, (list) => list.filter(({ asked }) => !asked).slice(0, clausesMost)));
    return { persons: withoutRepeats(clauses).slice(0, clausesMost), ...termsOf(rules.flatMap(clausesIn)) };
  }
  const values = rules.flatMap((rule) => {
    const lists = listsOf(rule, part);
    return (lists[0] ?? []).filter((value) => lists.every((list) => list.includes(value)));
  });
  return { [part]: [...new Set(values)] };
}

const clausesIn = (rule: Ruled['rule']): readonly PersonClause[] => rulesOf(rule).flatMap(({ persons }) => persons ?? []);

/** The terms of the directory that leave somebody open, for the question about them. */
export const termsAskedAbout = (rule: AdmissionRule | EffectiveRule): ReasonData => termsOf(clausesIn(rule).filter(({ asked }) => asked));

/** The directory terms behind these clauses. */
function termsOf(clauses: readonly PersonClause[]): ReasonData {
  const terms = [...new Set(clauses.flatMap((clause) => clause.terms ?? []))];
  return terms.length > 0 ? { terms } : {};
}

/** Parts that list what they admit. */
type ListPart = 'legalStatuses' | 'nationalities' | 'exploitation' | 'accessibility';

const listsOf = (rule: Ruled['rule'], part: ListPart): (readonly string[])[] =>
  rulesOf(rule).flatMap((one) => (one[part] ? [one[part]] : []));

type Said = (people: readonly Ruled[]) => ReasonData | null;

/** The part of the rules that applies to these people; null if no rule mentions it for them. */
const said: Readonly<Record<AdmissionPart, Said>> = {
  persons: (people) => ({
    persons: withoutRepeats(people.flatMap(clausesFor)),
    ...termsOf(people.flatMap(({ person, rule }) => rulesOf(rule).flatMap(({ persons }) => fittingClauses(persons ?? [], person)))),
  }),
  legalStatuses: listed('legalStatuses', ({ legalStatus }) => (legalStatus && legalStatus !== 'UNKNOWN' ? [legalStatus] : null)),
  nationalities: listed('nationalities', ({ nationality }) => nationality && [nationality.toUpperCase()]),
  exploitation: listed('exploitation', ({ exploitation }) => (exploitation?.length ? exploitation : null)),
  pregnancy: (people) => (people.some(({ person }) => person.pregnant) ? {} : null),
  accessibility: listed('accessibility', ({ accessibility }) => accessibility ?? []),
};

/** The listed values that apply to these people; all values if somebody gave none, since they are admitted anyway. */
function listed(part: ListPart, toldBy: (person: Person) => readonly string[] | '' | null): Said {
  return (people) => {
    const values = people.flatMap(({ person, rule }) => {
      const lists = listsOf(rule, part);
      const told = toldBy(person);
      return told ? told.filter((value) => lists.some((list) => list.includes(value))) : lists.flat();
    });
    return values.length > 0 ? { [part]: [...new Set(values)] } : null;
  };
}

/** The clauses that admit somebody. */
const clausesFor = ({ person, rule }: Ruled): ClauseInText[] => both(rule, (clauses) => fittingClauses(clauses, person));

/** For each rule: some of its clauses, combined for service and pool. */
const both = (rule: Ruled['rule'], some: (clauses: readonly PersonClause[]) => readonly PersonClause[]): ClauseInText[] =>
  rulesOf(rule)
    .flatMap(({ persons }) => (persons ? [some(persons)] : []))
    .reduce<readonly ClauseInText[]>((found, clauses) => found.flatMap((a) => clauses.flatMap((b) => common(a, b))), [anybody])
    .map(asSaid);

const anybody: ClauseInText = { genders: null, minimumAge: null, maximumAge: null, accompaniedOnly: false };

/** The first clause that certainly fits, preferably one without company; if none fits alone, all that may. */
function fittingClauses(clauses: readonly PersonClause[], person: Person): readonly PersonClause[] {
  const sure = clauses.filter(({ asked }) => !asked);
  const fits = sure.filter((clause) => clauseVerdict(clause, person) === 'FITS');
  const best = fits.find(({ accompaniedOnly }) => !accompaniedOnly) ?? fits[0];
  return best ? [best] : sure.filter((clause) => clauseVerdict(clause, person) !== 'FAILS').slice(0, clausesMost);
}

/** The people whom two clauses both admit; none if there are no such people. */
function common(a: ClauseInText, b: ClauseInText): ClauseInText[] {
  const genders = a.genders && b.genders ? a.genders.filter((gender) => b.genders!.includes(gender)) : (a.genders ?? b.genders);
  const minimumAge = a.minimumAge === null ? b.minimumAge : Math.max(a.minimumAge, b.minimumAge ?? 0);
  const maximumAge = a.maximumAge === null ? b.maximumAge : Math.min(a.maximumAge, b.maximumAge ?? Infinity);
  const isEmpty = genders?.length === 0 || (maximumAge !== null && maximumAge < (minimumAge ?? 0));
  return isEmpty ? [] : [{ genders, minimumAge, maximumAge, accompaniedOnly: a.accompaniedOnly || b.accompaniedOnly }];
}

const asSaid = (clause: ClauseInText): ClauseInText => ({
  ...clause,
  genders: clause.genders && hasAll(clause.genders, statedGenders) ? null : clause.genders,
});

const withoutRepeats = <T>(list: readonly T[]): T[] => [...new Map(list.map((one) => [JSON.stringify(one), one])).values()];
