import type { AdmissionRule, PersonClause } from './admission.js';
import { sureAges } from './ages.js';
import type { AccessibilityNeed, ExploitationType, Gender, LegalStatus } from './people.js';

/** What is known of one member of a party; null: not told. */
export interface Person {
  readonly gender: Gender;
  readonly age: number | null;
  readonly nationality: string | null;
  readonly legalStatus: LegalStatus | null;
  readonly exploitation: readonly ExploitationType[] | null;
  readonly pregnant: boolean | null;
  readonly accessibility: readonly AccessibilityNeed[] | null;
}

/** A member of whom only gender and age are known. */
export const personOf = (gender: Gender, age: number | null): Person => ({
  gender,
  age,
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
const best = (verdicts: readonly Verdict[]): Verdict => verdicts.reduce((a, b) => (rank[b] > rank[a] ? b : a), 'FAILS' as Verdict);
const worst = (verdicts: readonly Verdict[]): Verdict => verdicts.reduce((a, b) => (rank[b] < rank[a] ? b : a), 'FITS' as Verdict);

function genderVerdict(genders: readonly Gender[] | null, gender: Gender): Verdict {
  if (!genders || genders.includes(gender)) return 'FITS';
  return gender === 'UNDISCLOSED' ? 'UNKNOWN' : 'FAILS';
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
  const age = ageVerdict(Math.max(clause.minimumAge ?? 0, atLeast), clause.maximumAge ?? Infinity, person.age);
  return worst([genderVerdict(clause.genders, person.gender), age, partYearVerdict(clause, person.age)]);
}

const adultAdmitted = (clauses: readonly PersonClause[], party: readonly Person[]): Verdict =>
  best(party.flatMap((member) => clauses.filter((c) => !c.accompaniedOnly).map((c) => clauseVerdict(c, member, adultAge))));

function personsVerdict(clauses: readonly PersonClause[], person: Person, party: readonly Person[]): Verdict {
  return best(
    clauses.map((clause) => {
      const alone = clauseVerdict(clause, person);
      return clause.accompaniedOnly && alone !== 'FAILS' ? worst([alone, adultAdmitted(clauses, party)]) : alone;
    }),
  );
}

function legalVerdict(listed: readonly LegalStatus[], status: LegalStatus | null): Verdict {
  if (status !== null && listed.includes(status)) return 'FITS';
  return status === null || status === 'UNKNOWN' ? 'UNKNOWN' : 'FAILS';
}

function nationalityVerdict(listed: readonly string[], nationality: string | null): Verdict {
  if (nationality === null) return 'UNKNOWN';
  return listed.some((code) => code.toUpperCase() === nationality.toUpperCase()) ? 'FITS' : 'FAILS';
}

/** Any overlap admits. An empty list of the person says nothing: nobody is shut out for not having told. */
function exploitationVerdict(listed: readonly ExploitationType[], told: readonly ExploitationType[] | null): Verdict {
  if (!told || told.length === 0) return 'UNKNOWN';
  return told.some((type) => listed.includes(type)) ? 'FITS' : 'FAILS';
}

const couldBePregnant = (person: Person): boolean =>
  person.gender !== 'MAN' && person.gender !== 'TRANS_WOMAN' && (person.age === null || (person.age >= 10 && person.age <= 60));

/** false: pregnant persons are not admitted; true: they are, and others too. A silent rule matters only to who is pregnant. */
function pregnancyVerdict(rule: boolean | null, person: Person): PartVerdict {
  const is = (verdict: Verdict, silent: PartVerdict['silent'] = null): PartVerdict => ({ part: 'pregnancy', verdict, silent });
  if (rule === true) return is('FITS');
  if (rule === null) return person.pregnant ? is('UNKNOWN', 'PLACE') : is('FITS');
  if (person.pregnant === null && couldBePregnant(person)) return is('UNKNOWN', 'PERSON');
  return is(person.pregnant ? 'FAILS' : 'FITS');
}

/** Every need must be met. A person without a need fits any place, and no need told is no need. */
function accessibilityVerdict(offered: readonly AccessibilityNeed[] | null, needs: readonly AccessibilityNeed[] | null): PartVerdict {
  const is = (verdict: Verdict, silent: PartVerdict['silent'] = null): PartVerdict => ({ part: 'accessibility', verdict, silent });
  if (!needs || needs.length === 0) return is('FITS');
  if (!offered) return is('UNKNOWN', 'PLACE');
  return is(needs.every((need) => offered.includes(need)) ? 'FITS' : 'FAILS');
}

/** A part that the place may leave unsaid as a whole. */
function saidOrNot<T>(part: AdmissionPart, said: T | null, judge: (said: T) => Verdict): PartVerdict {
  if (said === null) return { part, verdict: 'UNKNOWN', silent: 'PLACE' };
  const verdict = judge(said);
  return { part, verdict, silent: verdict === 'UNKNOWN' ? 'PERSON' : null };
}

/** Judges one person against a rule, part by part; `party` (with the person) answers who accompanies whom. */
export function admits(rule: AdmissionRule, person: Person, party: readonly Person[]): PartVerdict[] {
  return [
    saidOrNot('persons', rule.persons, (clauses) => personsVerdict(clauses, person, party)),
    saidOrNot('legalStatuses', rule.legalStatuses, (listed) => legalVerdict(listed, person.legalStatus)),
    saidOrNot('nationalities', rule.nationalities, (listed) => nationalityVerdict(listed, person.nationality)),
    saidOrNot('exploitation', rule.exploitation, (listed) => exploitationVerdict(listed, person.exploitation)),
    pregnancyVerdict(rule.pregnancy, person),
    accessibilityVerdict(rule.accessibility, person.accessibility),
  ];
}

/** The worst verdict on each part over those who must fit: the whole party where people stay, else the client alone. */
export function admitsAll(rule: AdmissionRule, members: readonly Person[], party: readonly Person[]): PartVerdict[] {
  const each = members.map((member) => admits(rule, member, party));
  return admissionParts.map((part, index) =>
    each
      .map((verdicts) => verdicts[index]!)
      .reduce((a, b) => (rank[b.verdict] < rank[a.verdict] ? b : a), { part, verdict: 'FITS', silent: null }),
  );
}

/** One verdict for all parts. */
export const overall = (verdicts: readonly PartVerdict[]): Verdict => worst(verdicts.map((v) => v.verdict));
