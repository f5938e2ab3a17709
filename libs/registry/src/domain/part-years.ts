import type { AdmissionRule, PersonClause } from '@haven/kernel';

/** An entry names whole years only: where it repeats a bound that was in part years, the part stays. */
export function withPartYears(entered: AdmissionRule, known: AdmissionRule): AdmissionRule {
  const inPart = (known.persons ?? []).filter(({ exactMinimumAge, exactMaximumAge }) => (exactMinimumAge ?? exactMaximumAge) !== undefined);
  if (inPart.length === 0 || entered.persons === null) return entered;
  return { ...entered, persons: entered.persons.map((clause) => inPart.find((exact) => isSameInWholeYears(clause, exact)) ?? clause) };
}

const isSameInWholeYears = (one: PersonClause, other: PersonClause): boolean =>
  one.minimumAge === other.minimumAge &&
  one.maximumAge === other.maximumAge &&
  one.accompaniedOnly === other.accompaniedOnly &&
  gendersOf(one) === gendersOf(other);

const gendersOf = ({ genders }: PersonClause): string => (genders === null ? 'any' : [...genders].sort().join());
