import type { AdmissionRule, PersonClause } from '@haven/kernel';

/**
 * An entry has whole years only, and may leave out whether a clause is asked about. If it repeats a clause, the part of the year and the
 * question stay.
 */
export function withKnownParts(entered: AdmissionRule, known: AdmissionRule): AdmissionRule {
  const clauses = known.persons ?? [];
  if (clauses.length === 0 || entered.persons === null) return entered;
  return { ...entered, persons: entered.persons.map((clause) => knownAs(clause, clauses)) };
}

function knownAs(clause: PersonClause, known: readonly PersonClause[]): PersonClause {
  const same = known.find((one) => isSameInWholeYears(clause, one));
  if (!same) return clause;
  return clause.asked === undefined ? same : { ...same, asked: clause.asked };
}

const isSameInWholeYears = (one: PersonClause, other: PersonClause): boolean =>
  one.minimumAge === other.minimumAge &&
  one.maximumAge === other.maximumAge &&
  one.accompaniedOnly === other.accompaniedOnly &&
  gendersOf(one) === gendersOf(other);

const gendersOf = ({ genders }: PersonClause): string => (genders === null ? 'any' : [...genders].sort().join());
