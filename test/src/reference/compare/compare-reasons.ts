import type { AnsweredMatch, AnsweredReason } from './ask-matches.js';
import { isStay } from '../matcher/burden.js';
import { uncaredFor } from '../matcher/children.js';
import { roomsTaken, type Asked } from './compare-burden.js';
import type { AskedPerson, Clause, ListedService, Rule } from '../contract-types.js';
import { countryOfMatch } from '../matcher/place.js';
import { expectedReasons } from '../matcher/reasons.js';
import { partyIn } from '../matcher/standing.js';

/** Problems of the reasons and questions of a match. */
export function reasonProblems(match: AnsweredMatch, service: ListedService, asked: Asked): string[] {
  const { rules, request, need } = asked;
  const asks = match.reasons.filter(({ kind }) => kind === 'ASK');
  const shown = asks.filter(({ code }) => code !== 'ASK_FURTHER').map(({ code }) => code);
  const folded = asks.flatMap(({ code, data }) => (code === 'ASK_FURTHER' ? (data['parts'] as string[]).map((part) => `ASK_${part}`) : []));
  const all = [...shown, ...folded];
  const most = rules.mostQuestions();
  const rooms = match.rooms ? roomsTaken(match.rooms, service, rules) : [];
  // With several rooms, the answer does not say who sleeps in which.
  const isPlain = rooms.length <= 1;
  const expected = expectedReasons(service, rooms[0] ?? null, countryOfMatch(match.location, service), asked);
  const party = partyIn(countryOfMatch(match.location, service), request, rules);
  const travellers = rules.mustFit(need, party);
  const admission = rooms[0]?.admits ?? [service.admission];
  return [
    ...carerProblems(match, isStay(need) ? uncaredFor(party, rules) : []),
    ...(shown.length === Math.min(most, all.length) && new Set(all).size === all.length
      ? []
      : [`asks ${all.join(', ')}, ${shown.length} of them by themselves`]),
    ...(isPlain ? difference('asks', new Set(all), expected.questions) : []),
    ...(isPlain ? difference('says', new Set(saidOfRules(match.reasons)), expected.fits) : []),
    ...(isPlain ? match.reasons.flatMap((reason) => dataProblems(reason, admission, travellers)) : []),
  ];
}

/** Whether the answer asks about each child without a known carer. */
function carerProblems({ reasons }: AnsweredMatch, uncared: readonly number[]): string[] {
  const said = JSON.stringify(reasons.find(({ code }) => code === 'ASK_CARER')?.data['members'] ?? []);
  return said === JSON.stringify(uncared) ? [] : [`asks who cares for ${said}, by the reference for ${JSON.stringify(uncared)}`];
}

const saidOfRules = (reasons: readonly AnsweredReason[]): string[] =>
  reasons.map(({ code }) => code).filter((code) => code.startsWith('ADMITTED') || code === 'NO_REFERRAL_NEEDED');

function difference(verb: string, said: ReadonlySet<string>, expected: ReadonlySet<string>): string[] {
  const [more, less] = [[...said].filter((code) => !expected.has(code)), [...expected].filter((code) => !said.has(code))];
  return more.length + less.length === 0 ? [] : [`${verb} ${[...said].join(', ')}, by the reference ${[...expected].join(', ')}`];
}

const valuesOf = { legalStatuses: (p: AskedPerson) => p.legalStatus, nationalities: (p: AskedPerson) => p.nationality };

/** Each value in a reason is listed by the rules, and a value that the person told is among them. */
function dataProblems({ code, data }: AnsweredReason, admission: readonly Rule[], travellers: readonly AskedPerson[]): string[] {
  const wrong = (part: string) => [`names ${part} ${JSON.stringify(data[part])}, which the rules do not say of these people`];
  if (code === 'ADMITTED_PERSONS') return arePersons(data['persons'] as Clause[], admission, travellers) ? [] : wrong('persons');
  return (['legalStatuses', 'nationalities', 'exploitation', 'accessibility'] as const).flatMap((part) => {
    const named = data[part] as readonly string[] | undefined;
    if (!named) return [];
    const isListed = named.every((value) => admission.some((rule) => rule[part]?.includes(value)));
    const told = part in valuesOf ? travellers.map(valuesOf[part as keyof typeof valuesOf]) : [];
    const isTold = told.every((value) => !value || value === 'UNKNOWN' || named.includes(value));
    return isListed && isTold && named.length > 0 ? [] : wrong(part);
  });
}

/**
 * Every named clause is within one of each rule and may apply to one of these people. Everybody with known age and gender is within a named
 * clause.
 */
function arePersons(named: readonly Clause[], admission: readonly Rule[], travellers: readonly AskedPerson[]): boolean {
  const saying = admission.flatMap(({ persons }) => (persons ? [persons] : []));
  const isSaid = named.every((clause) => saying.every((clauses) => clauses.some((whole) => isWithin(clause, whole))));
  const isAboutSomebody = named.every((clause) => travellers.some((person) => mayBeWithin(person, clause)));
  const isNamed = ({ age, gender }: AskedPerson) =>
    age === null ||
    gender === 'UNDISCLOSED' ||
    named.some((clause) => isWithin({ ...clause, genders: [gender], minimumAge: age, maximumAge: age }, clause));
  return named.length > 0 && isSaid && isAboutSomebody && travellers.every(isNamed);
}

const toldGenders = ['WOMAN', 'MAN', 'TRANS_WOMAN', 'TRANS_MAN', 'NON_BINARY'];

const mayBeWithin = ({ age, gender }: AskedPerson, { genders, minimumAge, maximumAge }: Clause): boolean =>
  (gender === 'UNDISCLOSED' || genders === null || genders.includes(gender)) &&
  (age === null || ((minimumAge ?? 0) <= age && age <= (maximumAge ?? Infinity)));

const isWithin = (part: Clause, whole: Clause): boolean =>
  (part.genders ?? toldGenders).every((gender) => whole.genders?.includes(gender) ?? true) &&
  (part.minimumAge ?? 0) >= (whole.minimumAge ?? 0) &&
  (part.maximumAge ?? Infinity) <= (whole.maximumAge ?? Infinity) &&
  (part.accompaniedOnly || !whole.accompaniedOnly);
