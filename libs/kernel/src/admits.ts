import { rulesOf } from './admission.js';
import type { AdmissionRule, EffectiveRule, PersonClause } from './admission.js';
import { sureAges } from './ages.js';
import { ExploitationType, Gender, LegalStatus } from './people.js';
import type { AccessibilityNeed } from './people.js';

/** What is known of one member of a party; null: not told. */
export interface Person {
  readonly gender: Gender;
  readonly age: number | null;
  readonly nationality: string | null;
  readonly legalStatus: LegalStatus | null;
  readonly exploitation: readonly ExploitationType[] | null;
  readonly pregnant: boolean | null;
  readonly accessibility: readonly AccessibilityNeed[] | null;
  /** Place in the party of who cares for this person. */
  readonly carer: number | null;
}

/** A member of whom only gender, age and carer are known. */
export const personOf = (gender: Gender, age: number | null, carer: number | null = null): Person => ({
  gender,
  age,
  carer,
  nationality: null,
  legalStatus: null,
  exploitation: null,
  pregnant: null,
  accessibility: null,
});

/** Unknown is not no: it keeps the place and asks. */
export type Verdict = 'FITS' | 'UNKNOWN' | 'FAILS';

/** Parts of a rule that decide who is in; `referralRequired` only warns. */
export const admissionParts = ['persons', 'legalStatuses', 'nationalities', 'exploitation', 'pregnancy', 'accessibility'] as const;
/** {@link admissionParts} */
export type AdmissionPart = (typeof admissionParts)[number];

/** Verdict on one part. `silent` names who leaves it open when the verdict is UNKNOWN: the place's rule or the person. */
export interface PartVerdict {
  readonly part: AdmissionPart;
  readonly verdict: Verdict;
  readonly silent: 'PLACE' | 'PERSON' | null;
}

/** Age from which a person is an adult who can accompany somebody. */
export const adultAge = 18;

const rank: Record<Verdict, number> = { FAILS: 0, UNKNOWN: 1, FITS: 2 };
const worse = (a: Verdict, b: Verdict): Verdict => (rank[b] < rank[a] ? b : a);
const better = (a: Verdict, b: Verdict): Verdict => (rank[b] > rank[a] ? b : a);

const toldGenders = Object.values(Gender).filter((gender) => gender !== 'UNDISCLOSED');
const toldStatuses = Object.values(LegalStatus).filter((status) => status !== 'UNKNOWN');
const exploitationTypes = Object.values(ExploitationType);

/** Whoever takes everybody need not know who comes. */
const hasAll = <T>(listed: readonly T[], all: readonly T[]): boolean => all.every((one) => listed.includes(one));

type Judge<T> = (one: T) => Verdict;

/** The best verdict on any of a list. */
const best = <T>(list: readonly T[], judge: Judge<T>): Verdict => firstOr(list, judge, 'FITS', 'FAILS');

/** The worst verdict on any of a list. */
const worst = <T>(list: readonly T[], judge: Judge<T>): Verdict => firstOr(list, judge, 'FAILS', 'FITS');

/** What comes after one that decides is not judged. */
function firstOr<T>(list: readonly T[], judge: Judge<T>, decides: Verdict, otherwise: Verdict): Verdict {
  let found = otherwise;
  for (const one of list) {
    const verdict = judge(one);
    if (verdict === decides) return verdict;
    if (verdict === 'UNKNOWN') found = verdict;
  }
  return found;
}

function genderVerdict(genders: readonly Gender[] | null, gender: Gender): Verdict {
  if (!genders || genders.includes(gender)) return 'FITS';
  if (gender !== 'UNDISCLOSED') return 'FAILS';
  return hasAll(genders, toldGenders) ? 'FITS' : 'UNKNOWN';
}

function ageVerdict(minimum: number, maximum: number, age: number | null): Verdict {
  if (minimum > maximum) return 'FAILS';
  if (age === null) return minimum <= 0 && maximum === Infinity ? 'FITS' : 'UNKNOWN';
  return age >= minimum && age <= maximum ? 'FITS' : 'FAILS';
}

/** Whole years do not tell whether somebody of 17 is over 17 and a half. */
function partYearVerdict(clause: PersonClause, age: number | null): Verdict {
  const { from, to } = sureAges(clause);
  return age === null || (age >= from && age <= to) ? 'FITS' : 'UNKNOWN';
}

/** `atLeast` raises the lower bound, so that "an adult whom this clause admits" is one question about one age. */
function clauseVerdict(clause: PersonClause, person: Person, atLeast = 0): Verdict {
  const gender = genderVerdict(clause.genders, person.gender);
  if (gender === 'FAILS') return gender;
  const age = ageVerdict(Math.max(clause.minimumAge ?? 0, atLeast), clause.maximumAge ?? Infinity, person.age);
  return age === 'FAILS' ? age : worse(worse(gender, age), partYearVerdict(clause, person.age));
}

type Clauses = readonly PersonClause[];

/** What a saying leaves open is asked about. */
const certain = ({ asked }: PersonClause): Verdict => (asked ? 'UNKNOWN' : 'FITS');

/** An adult of the party whom each of the rules admits by a clause that asks for no company. */
const adultAdmitted = (rules: readonly Clauses[], party: readonly Person[]): Verdict => {
  const alone = rules.map((clauses) => clauses.filter(({ accompaniedOnly }) => !accompaniedOnly));
  const takes = (clause: PersonClause, member: Person) => worse(clauseVerdict(clause, member, adultAge), certain(clause));
  return best(party, (member) => worst(alone, (clauses) => best(clauses, (clause) => takes(clause, member))));
};

type JudgePerson = (person: Person) => Verdict;

/**
 * Whether all of the rules admit a person of a party. Each member is judged once, and so is the question for an adult: long rules
 * and long chains of carers cost no more than their length. `inCharge` are those whose company was asked for already.
 */
function personsJudge(rules: readonly Clauses[], party: readonly Person[]): JudgePerson {
  const known = new Map<Person, Verdict>();
  const adult = once(() => adultAdmitted(rules, party));
  const judge = (person: Person, inCharge: readonly Person[]): Verdict => {
    const before = known.get(person);
    if (before) return before;
    const company = once(() => {
      const carer = carerOf(person, party);
      const withCarer = carer && !inCharge.includes(carer) ? judge(carer, [...inCharge, person]) : 'FAILS';
      return withCarer === 'FITS' ? withCarer : better(withCarer, adult());
    });
    const verdictOn = (clause: PersonClause): Verdict => {
      const alone = worse(clauseVerdict(clause, person), certain(clause));
      return clause.accompaniedOnly && alone !== 'FAILS' ? worse(alone, company()) : alone;
    };
    const verdict = worst(rules, (clauses) => best(clauses, verdictOn));
    if (!leadsInCircle(person, party)) known.set(person, verdict);
    return verdict;
  };
  return (person) => judge(person, []);
}

const carerOf = ({ carer }: Person, party: readonly Person[]): Person | undefined => (carer === null ? undefined : party[carer]);

/** In a circle of carers the verdict depends on whom one begins with. */
function leadsInCircle(person: Person, party: readonly Person[]): boolean {
  let next = carerOf(person, party);
  for (let steps = 0; next && steps < party.length; steps += 1) next = carerOf(next, party);
  return next !== undefined;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

interface PersonsPart {
  verdictOn(person: Person): Verdict;
  partOn(person: Person): PartVerdict;
}

/** The place has to answer where only a clause that it leaves open could admit; else the person has. */
function personsPartJudge(rules: readonly Clauses[], party: readonly Person[]): PersonsPart {
  if (rules.length === 0) return { verdictOn: () => 'UNKNOWN', partOn: () => ({ part: 'persons', verdict: 'UNKNOWN', silent: 'PLACE' }) };
  const verdictOn = personsJudge(rules, party);
  const judgeSure = once(() =>
    personsJudge(
      rules.map((clauses) => clauses.filter(({ asked }) => !asked)),
      party,
    ),
  );
  const partOn = (person: Person): PartVerdict => {
    const verdict = verdictOn(person);
    if (verdict !== 'UNKNOWN') return { part: 'persons', verdict, silent: null };
    return { part: 'persons', verdict, silent: judgeSure()(person) === 'FAILS' ? 'PLACE' : 'PERSON' };
  };
  return { verdictOn, partOn };
}

/** A place that takes people whose status is not known, or of every status, need not know it. */
function legalVerdict(listed: readonly LegalStatus[], told: LegalStatus | null): Verdict {
  const status = told ?? 'UNKNOWN';
  if (listed.includes(status) || hasAll(listed, toldStatuses)) return 'FITS';
  return status === 'UNKNOWN' ? 'UNKNOWN' : 'FAILS';
}

function nationalityVerdict(listed: readonly string[], nationality: string | null): Verdict {
  if (nationality === null) return 'UNKNOWN';
  return listed.some((code) => code.toUpperCase() === nationality.toUpperCase()) ? 'FITS' : 'FAILS';
}

/** Any overlap admits. An empty list of the person says nothing: nobody is shut out for not having told. */
function exploitationVerdict(listed: readonly ExploitationType[], told: readonly ExploitationType[] | null): Verdict {
  if (hasAll(listed, exploitationTypes)) return 'FITS';
  if (!told || told.length === 0) return 'UNKNOWN';
  return told.some((type) => listed.includes(type)) ? 'FITS' : 'FAILS';
}

const couldBePregnant = (person: Person): boolean =>
  person.gender !== 'MAN' && person.gender !== 'TRANS_WOMAN' && (person.age === null || (person.age >= 10 && person.age <= 60));

/** false: pregnant persons are not admitted; true: they are, and others too. Silent rules matter only to who is pregnant. */
function pregnancyPart(rules: readonly boolean[], person: Person): PartVerdict {
  const is = (verdict: Verdict, silent: PartVerdict['silent'] = null): PartVerdict => ({ part: 'pregnancy', verdict, silent });
  if (rules.length === 0) return person.pregnant ? is('UNKNOWN', 'PLACE') : is('FITS');
  if (rules.every((admitted) => admitted)) return is('FITS');
  if (person.pregnant === null && couldBePregnant(person)) return is('UNKNOWN', 'PERSON');
  return is(person.pregnant ? 'FAILS' : 'FITS');
}

/** Every need must be met. A person without a need fits any place, and no need told is no need. */
function accessibilityPart(rules: readonly (readonly AccessibilityNeed[])[], needs: readonly AccessibilityNeed[] | null): PartVerdict {
  const is = (verdict: Verdict, silent: PartVerdict['silent'] = null): PartVerdict => ({ part: 'accessibility', verdict, silent });
  if (!needs || needs.length === 0) return is('FITS');
  if (rules.length === 0) return is('UNKNOWN', 'PLACE');
  return is(rules.every((offered) => needs.every((need) => offered.includes(need))) ? 'FITS' : 'FAILS');
}

/** A part on which each rule that says something has its verdict. */
function saidOrNot<T>(part: AdmissionPart, said: readonly T[], judge: (said: T) => Verdict): PartVerdict {
  if (said.length === 0) return { part, verdict: 'UNKNOWN', silent: 'PLACE' };
  const verdict = worst(said, judge);
  return { part, verdict, silent: verdict === 'UNKNOWN' ? 'PERSON' : null };
}

/** What a rule says of each person of one party. */
export interface Admission {
  /** One verdict for all parts: the worst. */
  verdictOn(person: Person): Verdict;
  /** The verdict on each of {@link admissionParts}, in their order. */
  partsOn(person: Person): PartVerdict[];
}

/** Judges the people of a party against a rule; the party answers who accompanies whom. */
export function admitting(rule: AdmissionRule | EffectiveRule, party: readonly Person[]): Admission {
  const rules = rulesOf(rule);
  const said = <P extends keyof AdmissionRule>(part: P) =>
    rules.map((one) => one[part]).filter((value): value is NonNullable<AdmissionRule[P]> => value !== null);
  const persons = personsPartJudge(said('persons'), party);
  const [legal, nations, exploitation] = [said('legalStatuses'), said('nationalities'), said('exploitation')];
  const [pregnancy, accessibility] = [said('pregnancy'), said('accessibility')];
  const restOn = (person: Person) => [
    saidOrNot('legalStatuses', legal, (listed) => legalVerdict(listed, person.legalStatus)),
    saidOrNot('nationalities', nations, (listed) => nationalityVerdict(listed, person.nationality)),
    saidOrNot('exploitation', exploitation, (listed) => exploitationVerdict(listed, person.exploitation)),
    pregnancyPart(pregnancy, person),
    accessibilityPart(accessibility, person.accessibility),
  ];
  return {
    partsOn: (person) => [persons.partOn(person), ...restOn(person)],
    // Gender and age refuse most people: then nothing else needs judging.
    verdictOn: (person) => {
      const verdict = persons.verdictOn(person);
      return verdict === 'FAILS' ? verdict : worse(verdict, overall(restOn(person)));
    },
  };
}

/** Judges one person of a party against a rule; for several use {@link admitting}. */
export const admits = (rule: AdmissionRule | EffectiveRule, person: Person, party: readonly Person[]): PartVerdict[] =>
  admitting(rule, party).partsOn(person);

/**
 * The worst verdict on each part over those who must fit: the whole party where people stay, else the client alone. Two on one part
 * where both the place and a person have to answer.
 */
export function admitsAll(rule: AdmissionRule | EffectiveRule, members: readonly Person[], party: readonly Person[]): PartVerdict[] {
  const each = members.map(admitting(rule, party).partsOn);
  return admissionParts.flatMap((part, index) =>
    worstOf(
      part,
      each.map((verdicts) => verdicts[index]!),
    ),
  );
}

function worstOf(part: AdmissionPart, verdicts: readonly PartVerdict[]): PartVerdict[] {
  const verdict = overall(verdicts);
  const silent = verdicts.filter((one) => one.verdict === verdict).map((one) => one.silent);
  return [...new Set(verdict === 'UNKNOWN' ? silent : [null])].map((who) => ({ part, verdict, silent: who }));
}

/** One verdict for all parts. */
export const overall = (verdicts: readonly PartVerdict[]): Verdict => worst(verdicts, ({ verdict }) => verdict);
