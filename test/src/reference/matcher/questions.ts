import type { AskedPerson, Clause, ListedService, Rule } from '../contract-types.js';
import { couldAdmit, type JudgedPool, type PeopleRules } from './party.js';
import { countryOf, coverOf } from './place.js';
import type { Point } from '../contract-types.js';

type Party = readonly AskedPerson[];
/** Codes of questions, each once. */
type Questions = ReadonlySet<string>;

/** The least and the most questions: if the party has a choice of rooms, the reference does not know which it takes. */
export interface QuestionRange {
  readonly least: number;
  readonly most: number;
}

const legalStatuses = ['CITIZEN', 'RESIDENT', 'TEMPORARY', 'ASYLUM_SEEKER', 'REFUGEE', 'UNDOCUMENTED', 'STATELESS'];
const exploitation = [
  ...['SEXUAL', 'LABOUR', 'DOMESTIC_SERVITUDE', 'FORCED_MARRIAGE', 'CHILD_SOLDIERING'],
  ...['ORGAN_REMOVAL', 'FORCED_BEGGING', 'FORCED_CRIMINALITY', 'OTHER'],
];
const isKnown = (value: unknown): boolean => value !== null && value !== undefined && value !== 'UNKNOWN';

const adultAge = 18;

/** Whether somebody may come whatever their unknown facts are. `asking`: those whose company is being checked. */
function surely(saying: readonly (readonly Clause[])[], party: Party, rules: PeopleRules) {
  const isAdmittedAdult = (member: AskedPerson) =>
    member.age !== null && member.age >= adultAge && rules.whoever(member).every((one) => rules.accompanied(saying, [one], rules));
  const comes = (person: AskedPerson, asking: Party): boolean => {
    const carer = rules.carer(person, party);
    const isWithCarer = carer !== null && !asking.includes(carer) && comes(carer, [...asking, person]);
    const hasCompany = isWithCarer || party.some(isAdmittedAdult);
    const takes = (clause: Clause, one: AskedPerson) =>
      rules.gender(clause, one) && rules.age(clause, one) && (!clause.accompaniedOnly || hasCompany);
    return rules.whoever(person).every((one) => saying.every((clauses) => clauses.some((clause) => takes(clause, one))));
  };
  return (person: AskedPerson) => comes(person, []);
}

const onlyPersons = (persons: readonly Clause[] | null): Rule => ({
  ...{ persons, legalStatuses: null, nationalities: null, exploitation: null, pregnancy: null, accessibility: null },
});

/** Men and trans women are not pregnant, nor are children or old people. */
const mayBePregnant = ({ gender, age }: AskedPerson): boolean =>
  gender !== 'MAN' && gender !== 'TRANS_WOMAN' && (age === null || (age >= 10 && age <= 60));

/** The parts that stay open for a person if all of these rules apply. */
export function questionsAbout(admission: readonly Rule[], person: AskedPerson, party: Party, rules: PeopleRules): Questions {
  const said = <P extends keyof Rule>(part: P) => admission.map((rule) => rule[part]).filter((value) => value !== null);
  const open = new Set<string>();
  const saying = said('persons') as readonly (readonly Clause[])[];
  const certain = saying.map((clauses) => clauses.filter(rules.isSure));
  if (saying.length === 0 || !couldAdmit(certain.map(onlyPersons), person, party, rules)) open.add('ASK_PERSONS');
  else if (!surely(certain, party, rules)(person)) open.add('ASK_AGE_OR_GENDER_OF_PERSON');
  const ask = (code: string, silent: boolean, isTold: boolean) => {
    if (silent) open.add(`ASK_${code}`);
    else if (!isTold) open.add(`ASK_${code}_OF_PERSON`);
  };
  const legal = said('legalStatuses');
  const takesUnknown = legal.every((listed) => listed.includes('UNKNOWN') || legalStatuses.every((one) => listed.includes(one)));
  ask('LEGAL_STATUS', legal.length === 0, takesUnknown || isKnown(person.legalStatus));
  ask('NATIONALITY', said('nationalities').length === 0, isKnown(person.nationality));
  const forms = said('exploitation');
  const takesEveryForm = forms.every((listed) => exploitation.every((one) => listed.includes(one)));
  ask('EXPLOITATION', forms.length === 0, takesEveryForm || (person.exploitation ?? []).length > 0);
  const pregnancy = said('pregnancy');
  if (pregnancy.length === 0) ask('PREGNANCY', person.pregnant === true, true);
  else ask('PREGNANCY', false, pregnancy.every(Boolean) || typeof person.pregnant === 'boolean' || !mayBePregnant(person));
  ask('ACCESSIBILITY', (person.accessibility ?? []).length > 0 && said('accessibility').length === 0, true);
  return open;
}

const union = (each: readonly Questions[]): Questions => new Set(each.flatMap((one) => [...one]));

/** Company that a room itself asks for may have to sleep in another one; then the shelter is asked. */
const mayPartFromCompany = (pools: readonly JudgedPool[], travellers: Party): boolean =>
  pools.length > 1 &&
  travellers.length > 1 &&
  pools.some(({ admits }) => admits.at(-1)?.persons?.some(({ accompaniedOnly }) => accompaniedOnly) ?? false);

/** How many questions the admission leaves open. */
export function admissionQuestions(
  service: ListedService,
  pools: readonly JudgedPool[],
  travellers: Party,
  party: Party,
  rules: PeopleRules,
): QuestionRange {
  if (pools.length === 0) {
    const { size } = union(travellers.map((person) => questionsAbout([service.admission], person, party, rules)));
    return { least: size, most: size };
  }
  const each = travellers.map((person) =>
    pools
      .filter(({ admits }) => couldAdmit(admits, person, party, rules))
      .map(({ admits }) => questionsAbout(admits, person, party, rules)),
  );
  const open = union(each.flat());
  const { size } = union([open, new Set(mayPartFromCompany(pools, travellers) ? ['ASK_PERSONS'] : [])]);
  return { least: pools.length === 1 ? size : 0, most: size };
}

/** Questions about the place: its country, its area, and whether the rooms of the party need a referral. */
export function placeQuestions(service: ListedService, country: string | null, origin: Point, rooms: readonly JudgedPool[]): Questions {
  return new Set([
    ...(country === null || countryOf(origin) === null ? ['ASK_COUNTRY'] : []),
    ...(coverOf(service, origin) === 'UNCLEAR' ? ['ASK_SERVICE_AREA'] : []),
    ...(needsReferral(service, rooms) === null ? ['ASK_REFERRAL'] : []),
  ]);
}

/** Whether the rule of the service or of a room needs a referral; null if that is unknown for some room. */
export function needsReferral(service: ListedService, rooms: readonly JudgedPool[]): boolean | null {
  const each = (rooms.length > 0 ? rooms.map(({ admits }) => admits) : [[service.admission]]).map((both) =>
    both.map(({ referralRequired }) => referralRequired ?? null),
  );
  if (each.flat().includes(true)) return true;
  return each.every((both) => both.includes(false)) ? false : null;
}

/** Whether the shelter must be asked whom it takes; null if that depends on the rooms. */
export function asksPersons(
  service: ListedService,
  pools: readonly JudgedPool[],
  travellers: Party,
  party: Party,
  rules: PeopleRules,
): boolean | null {
  const asksUnder = (admission: readonly Rule[], person: AskedPerson) => questionsAbout(admission, person, party, rules).has('ASK_PERSONS');
  const rooms = pools.filter(({ total, free }) => total > 0 && free > 0);
  if (rooms.length === 0) return travellers.some((person) => asksUnder([service.admission], person));
  const each = travellers.map((person) =>
    rooms.filter(({ admits }) => couldAdmit(admits, person, party, rules)).map(({ admits }) => asksUnder(admits, person)),
  );
  if (each.some((asks) => asks.every(Boolean))) return true;
  return each.flat().includes(true) || mayPartFromCompany(rooms, travellers) ? null : false;
}
