import { adultAge, type Person } from './admits.js';

type Aged = Pick<Person, 'age' | 'mayBeMinor'>;

/** Whether somebody is under 18, or may be: their age is not known, and somebody said so. */
export const maybeChild = ({ age, mayBeMinor }: Aged): boolean => (age === null ? mayBeMinor === true : age < adultAge);

const isAdult = ({ age }: Aged): boolean => age !== null && age >= adultAge;

/**
 * Places in the party of the children of whom nobody says who cares for them. Nobody is assumed to. Who has nobody but those in
 * their own care is not one of them.
 */
export const childrenWithoutCarer = (party: readonly Person[]): number[] =>
  placesOf(party, (person, member) => {
    const couldCare = party.some((_, other) => other !== member && !isInCareOf(party, other, member));
    return maybeChild(person) && person.carer === null && couldCare;
  });

/** Places in the party of those for whom a guardian has to be involved: perhaps under 18, or a child who came without any adult. */
export function needingGuardian(party: readonly Person[]): number[] {
  const isAlone = !party.some(isAdult);
  return placesOf(party, (person) => maybeChild(person) && (isAlone || person.age === null));
}

const placesOf = (party: readonly Person[], test: (person: Person, member: number) => boolean): number[] =>
  party.flatMap((person, member) => (test(person, member) ? [member] : []));

/** Cared for by them, or by somebody whom they care for. */
function isInCareOf(party: readonly Person[], member: number, carer: number): boolean {
  let next = party[member]!.carer;
  for (let steps = 0; next !== null && steps < party.length; steps += 1) {
    if (next === carer) return true;
    next = party[next]?.carer ?? null;
  }
  return false;
}
