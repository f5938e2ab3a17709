import { rulesOf } from './admission.js';
import type { AdmissionRule, EffectiveRule, PersonClause } from './admission.js';
import { certain, clauseVerdict, takeAnyAs } from './clauses.js';
import { ExploitationType, LegalStatus } from './people.js';
import type { AccessibilityNeed, Gender } from './people.js';
import { best, better, hasAll, worse, worst, type Verdict } from './verdicts.js';

/** What is known of one member of a party; null: not told. */
export interface Person {
  readonly gender: Gender;
  readonly age: number | null;
  /** The age is not known, and perhaps under 18. */
  readonly mayBeMinor?: boolean;
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

const toldStatuses = Object.values(LegalStatus).filter((status) => status !== 'UNKNOWN');
const exploitationTypes = Object.values(ExploitationType);

type Clauses = readonly PersonClause[];

/** An adult of the party whom each of the rules admits by a clause that asks for no company. */
const adultAdmitted = (rules: readonly Clauses[], party: readonly Person[]): Verdict => {
  const alone = rules.map((clauses) => clauses.filter(({ accompaniedOnly }) => !accompaniedOnly));
  const takes = (clause: PersonClause, member: Person) => worse(clauseVerdict(clause, member, adultAge), certain(clause));
  return best(party, (member) => {
    const isAdult = member.age !== null && member.age >= adultAge;
    return worst(alone, (clauses) => {
      const verdict = best(clauses, (clause) => takes(clause, member));
      return isAdult ? unlessAnybodyFits(verdict, clauses, member) : verdict;
    });
  });
};

/** Nobody is asked for what changes nothing. */
function unlessAnybodyFits(
  verdict: Verdict,
  clauses: Clauses,
  person: Person,
  takes: (clause: PersonClause) => boolean = () => true,
): Verdict {
  if (verdict !== 'UNKNOWN' || (person.age !== null && person.gender !== 'UNDISCLOSED')) return verdict;
  const sure = clauses.filter((clause) => !clause.asked && takes(clause));
  return takeAnyAs(sure, person) ? 'FITS' : verdict;
}

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
    const isTaken = ({ accompaniedOnly }: PersonClause) => !accompaniedOnly || company() === 'FITS';
    const verdict = worst(rules, (clauses) => unlessAnybodyFits(best(clauses, verdictOn), clauses, person, isTaken));
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
