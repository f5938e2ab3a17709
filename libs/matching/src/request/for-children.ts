import { adultAge, clauseVerdict, rulesOf } from '@haven/kernel';
import type { PersonClause, Ruled } from '@haven/kernel';
import type { Need } from './request.js';

/** Whether a place is for children, if somebody who has to be admitted may be a child. Null: nobody may, or the whole category is for children. */
export function forChildren({ category }: Need, people: readonly Ruled[]): boolean | null {
  const perhaps = people.filter(({ person }) => person.age === null && person.mayBeMinor === true);
  return perhaps.length === 0 || category === 'CHILD_PROTECTION' ? null : perhaps.every(isForChild);
}

/** Whether every clause that could admit this person alone ends below 18. */
const isForChild = ({ person, rule }: Ruled): boolean =>
  rulesOf(rule).some(({ persons }) => {
    const clauses = (persons ?? []).filter((clause) => isSure(clause) && clauseVerdict(clause, person) !== 'FAILS');
    return clauses.length > 0 && clauses.every(({ maximumAge }) => maximumAge !== null && maximumAge < adultAge);
  });

const isSure = ({ asked, accompaniedOnly }: PersonClause): boolean => !asked && !accompaniedOnly;
