import type { AskedNeed, AskedPerson, Clause, ListedService, MatchRequest, Rule } from '../contract-types.js';
import { isStay } from './burden.js';
import { partyOf, whoNeeds, type PeopleRules } from './party.js';

type Party = readonly AskedPerson[];

/** Rules about children. Each is a function, so that a test can replace one by a wrong one. */
export interface ChildrenRules {
  mayBeChild(person: AskedPerson): boolean;
  /** Whether the other one could be the carer of a child without a named carer. */
  couldCare(child: AskedPerson, other: AskedPerson, party: Party, rules: PeopleRules): boolean;
  needsGuardian(person: AskedPerson, party: Party, rules: ChildrenRules): boolean;
  /** Whether a child of those who stay somewhere has nobody of them above it. */
  staysAlone(child: AskedPerson, party: Party, rules: ChildrenRules & PeopleRules): boolean;
  /** Whether a clause that takes a child alone does so because it is one. */
  isAboutChildren(clause: Clause, child: AskedPerson): boolean;
  notForChildrenKm: number;
}

const adultAge = 18;

/** The rules of docs/matching.md. */
export const childrenRules: ChildrenRules = {
  mayBeChild: ({ age, mayBeMinor }) => (age === null ? mayBeMinor === true : age < adultAge),
  couldCare: (child, other, party, rules) => other !== child && !carersOf(other, party, rules).includes(child),
  needsGuardian: (person, party, rules) =>
    rules.mayBeChild(person) && (person.age === null || party.every(({ age }) => age === null || age < adultAge)),
  staysAlone: (child, party, rules) => rules.needsGuardian(child, party, rules) && rules.carer(child, party) === null,
  isAboutChildren: ({ minimumAge, maximumAge }, { age }) =>
    (maximumAge ?? Infinity) < adultAge || (age !== null && typeof minimumAge === 'number' && minimumAge > 0),
  notForChildrenKm: 200,
};

/** The chain of carers of a member. */
function carersOf(person: AskedPerson, party: Party, rules: PeopleRules): Party {
  const found: AskedPerson[] = [];
  for (let next = rules.carer(person, party); next && !found.includes(next); next = rules.carer(next, party)) found.push(next);
  return found;
}

/** Indexes in the party of children without a known carer. */
export const uncaredFor = (party: Party, rules: ChildrenRules & PeopleRules): number[] =>
  party.flatMap((child, n) =>
    rules.mayBeChild(child) && rules.carer(child, party) === null && party.some((other) => rules.couldCare(child, other, party, rules))
      ? [n]
      : [],
  );

/** Indexes in the party of those members with a need for whom a guardian must be involved. */
export function guarded(need: AskedNeed, request: MatchRequest, rules: ChildrenRules): number[] {
  const party = partyOf(request);
  const those = isStay(need) ? party : [whoNeeds(need, party)];
  return party.flatMap((one, n) => (those.includes(one) && rules.needsGuardian(one, party, rules) ? [n] : []));
}

/** The least and the most that it costs that a place is not for children, under the rules that may apply to each person. */
export function childrenKm(
  need: AskedNeed,
  travellers: Party,
  admissions: readonly (readonly Rule[])[],
  rules: ChildrenRules & PeopleRules,
): readonly [number, number] {
  const isAlone = (person: AskedPerson) => isStay(need) && rules.staysAlone(person, travellers, rules);
  const children = travellers.filter((person) => rules.mayBeChild(person) && (person.age === null || isAlone(person)));
  if (children.length === 0 || need.category === 'CHILD_PROTECTION') return [0, 0];
  const each = children.map((person) => admissions.map((admission) => isForChild(admission, person, rules)));
  const km = rules.notForChildrenKm;
  return [each.every((some) => some.includes(true)) ? 0 : km, each.every((some) => some.every(Boolean)) ? 0 : km];
}

const isForChild = (admission: readonly Rule[], person: AskedPerson, rules: ChildrenRules & PeopleRules): boolean =>
  admission.some(({ persons }) => {
    const clauses = (persons ?? []).filter(
      (clause) => rules.isSure(clause) && !clause.accompaniedOnly && rules.age(clause, person) && rules.gender(clause, person),
    );
    // Who may be a child could also be an adult, whom another clause takes.
    const isAbout = (clause: Clause) => rules.isAboutChildren(clause, person);
    return person.age === null ? clauses.length > 0 && clauses.every(isAbout) : clauses.some(isAbout);
  });

/** The rules of the rooms, or that of the service. */
export const admissionsOf = ({ admission }: ListedService, rooms: readonly { readonly admits: readonly Rule[] }[]): (readonly Rule[])[] =>
  rooms.length > 0 ? rooms.map(({ admits }) => admits) : [[admission]];
