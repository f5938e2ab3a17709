import type { AskedPerson, Clause, ListedService } from '../contract-types.js';
import { randomPerson } from './random-person.js';
import type { Random } from './random.js';

const adultAge = 18;

const takesMinors = ({ minimumAge, maximumAge, accompaniedOnly }: Clause): boolean =>
  !accompaniedOnly && (minimumAge ?? 0) < adultAge && (maximumAge ?? adultAge) >= adultAge - 1;
const takesInCompany = ({ accompaniedOnly }: Clause): boolean => accompaniedOnly;

/** A service that takes somebody under 18 alone, and others only in company. */
export const takesYoungParents = ({ admission }: ListedService): boolean =>
  (admission.persons?.some(takesMinors) && admission.persons.some(takesInCompany)) ?? false;

/** Somebody under 18 whom such a service takes alone, and a child whom it takes in company: in their care, or in nobody's. */
export function youngParent(random: Random, { admission }: ListedService): [AskedPerson, readonly AskedPerson[]] {
  const alone = random.pick(admission.persons!.filter(takesMinors));
  const company = random.pick(admission.persons!.filter(takesInCompany));
  const of = (clause: Clause, age: number): AskedPerson => {
    const { gender, languages } = randomPerson(random);
    return { languages, age, gender: clause.genders ? random.pick(clause.genders) : gender };
  };
  const parent = { ...of(alone, random.whole(Math.max(alone.minimumAge ?? 0, 13), adultAge - 1)), id: 'parent' };
  const child = of(company, random.whole(company.minimumAge ?? 0, Math.min(company.maximumAge ?? 12, 12)));
  return [parent, [{ ...child, carerId: random.chance(0.7) ? 'parent' : null }]];
}
