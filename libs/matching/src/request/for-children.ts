import { adultAge, clauseVerdict, maybeChild, needingGuardian, rulesOf } from '@haven/kernel';
import type { Person, PersonClause, Ruled } from '@haven/kernel';
import type { Need } from './request.js';

/**
 * Whether a place is for those of the people to admit who should be among children: who may be a child, and children who would stay there
 * without an adult. Null: there are none, or the whole category is for children.
 */
export function forChildren({ category, beds }: Need, people: readonly Ruled[]): boolean | null {
  const alone = beds === null ? [] : childrenAlone(people.map(({ person }) => person));
  const children = people.filter(({ person }) => isPerhapsChild(person) || alone.includes(person));
  return children.length === 0 || category === 'CHILD_PROTECTION' ? null : children.every(isForChild);
}

const isPerhapsChild = (person: Person): boolean => person.age === null && maybeChild(person);

/** Where a child is taken, whoever is in its care comes along. */
const childrenAlone = (party: readonly Person[]): readonly Person[] =>
  needingGuardian(party)
    .map((member) => party[member]!)
    .filter(({ carer }) => carer === null);

/** Whether a rule takes a child as a child: it names an age that children have, and of somebody who may be one no other. */
const isForChild = ({ person, rule }: Ruled): boolean =>
  rulesOf(rule).some(({ persons }) => {
    const clauses = (persons ?? []).filter((clause) => isSure(clause) && clauseVerdict(clause, person) !== 'FAILS');
    return person.age === null ? clauses.length > 0 && clauses.every(endsBelowAdults) : clauses.some(isAboutChildren);
  });

const isSure = ({ asked, accompaniedOnly }: PersonClause): boolean => !asked && !accompaniedOnly;

const endsBelowAdults = ({ maximumAge }: PersonClause): boolean => maximumAge !== null && maximumAge < adultAge;

/** A lower bound is below 18 in each clause that takes a child. */
const isAboutChildren = (clause: PersonClause): boolean => endsBelowAdults(clause) || (clause.minimumAge ?? 0) > 0;
