import { rulesOf } from './admission.js';
import type { AdmissionRule, EffectiveRule, PersonClause } from './admission.js';
import { certain, clauseVerdict, takeAnyAs } from './clauses.js';
import { lazily } from '../lazily.js';
import {
  admissionParts,
  decided,
  leftOpen,
  verdictsOnRest,
  type AdmissionPart,
  type PartVerdict,
  type ValuesByPart,
} from './part-verdicts.js';
import { adultAge, type Person } from './person.js';
import { best, better, worse, worst, type Verdict } from './verdicts.js';

type Clauses = readonly PersonClause[];

/** An adult of the party whom each rule admits through a clause without accompaniedOnly. */
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

/** Asks no question whose answer would change nothing. */
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

/** If no clause requires company, the rest of the party does not matter. */
const judgeAlone = (rules: readonly Clauses[], person: Person): Verdict =>
  worst(rules, (clauses) => {
    const verdict = best(clauses, (clause) => worse(clauseVerdict(clause, person), certain(clause)));
    return unlessAnybodyFits(verdict, clauses, person);
  });

/**
 * Whether all rules admit a person of a party. Each member is judged once, and the search for an adult runs once, so the cost of long rules
 * and long chains of carers is linear. `inCharge`: members whose company was checked already.
 */
function personsJudge(rules: readonly Clauses[], party: readonly Person[]): JudgePerson {
  if (!rules.some((clauses) => clauses.some(({ accompaniedOnly }) => accompaniedOnly))) return (person) => judgeAlone(rules, person);
  const known = new Map<Person, Verdict>();
  const adult = lazily(() => adultAdmitted(rules, party));
  const judge = (person: Person, inCharge: readonly Person[]): Verdict => {
    const before = known.get(person);
    if (before) return before;
    const company = lazily(() => {
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

/** In a cycle of carers the verdict would depend on the first member. */
function leadsInCircle(person: Person, party: readonly Person[]): boolean {
  let next = carerOf(person, party);
  for (let steps = 0; next && steps < party.length; steps += 1) next = carerOf(next, party);
  return next !== undefined;
}

interface PersonsPart {
  verdictOn(person: Person): Verdict;
  partOn(person: Person): PartVerdict;
}

/** The place has to answer if only a clause that it leaves open could admit; otherwise the person has to. */
function personsPartJudge(rules: readonly Clauses[], party: readonly Person[]): PersonsPart {
  if (rules.length === 0) return { verdictOn: () => 'UNKNOWN', partOn: () => leftOpen('persons', 'PLACE') };
  const verdictOn = personsJudge(rules, party);
  const judgeSure = lazily(() =>
    personsJudge(
      rules.map((clauses) => clauses.filter(({ asked }) => !asked)),
      party,
    ),
  );
  const partOn = (person: Person): PartVerdict => {
    const verdict = verdictOn(person);
    if (verdict !== 'UNKNOWN') return decided('persons', verdict);
    return leftOpen('persons', judgeSure()(person) === 'FAILS' ? 'PLACE' : 'PERSON');
  };
  return { verdictOn, partOn };
}

/** The verdicts of a rule on each person of a party. */
export interface Admission {
  /** One verdict for all parts: the worst. */
  verdictOn(person: Person): Verdict;
  /** The verdict on each of {@link admissionParts}, in the same order. */
  partsOn(person: Person): PartVerdict[];
}

/** The parts of each rule, collected once: a plan for a large group judges many parties with the same rules. */
const valuesByRule = new WeakMap<AdmissionRule | EffectiveRule, ValuesByPart>();

function saidBy(rule: AdmissionRule | EffectiveRule): ValuesByPart {
  const before = valuesByRule.get(rule);
  if (before) return before;
  const rules = rulesOf(rule);
  const said = Object.fromEntries(
    admissionParts.map((part) => [part, rules.map((one) => one[part]).filter((value) => value !== null)]),
  ) as unknown as ValuesByPart;
  valuesByRule.set(rule, said);
  return said;
}

/** Judges the people of a party by a rule. The party says who accompanies whom. */
export function admitting(rule: AdmissionRule | EffectiveRule, party: readonly Person[]): Admission {
  const said = saidBy(rule);
  const persons = personsPartJudge(said.persons, party);
  return {
    partsOn: (person) => [persons.partOn(person), ...verdictsOnRest(said, person)],
    // Gender and age exclude most people, so usually nothing else has to be judged.
    verdictOn: (person) => {
      const verdict = persons.verdictOn(person);
      return verdict === 'FAILS' ? verdict : worse(verdict, overall(verdictsOnRest(said, person)));
    },
  };
}

/** Judges one person of a party by a rule. For several people use {@link admitting}. */
export const admits = (rule: AdmissionRule | EffectiveRule, person: Person, party: readonly Person[]): PartVerdict[] =>
  admitting(rule, party).partsOn(person);

/**
 * The worst verdict on each part over everybody who must fit: the whole party if people stay there, otherwise only the client. A part has
 * two verdicts if both the place and a person have to answer.
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
