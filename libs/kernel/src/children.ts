import { adultAge, type Person } from './admission/person.js';
import { isInCareOf } from './admission/carers.js';
import { reason, type Reason } from './reasons/reasons.js';

type Aged = Pick<Person, 'age' | 'mayBeMinor'>;

/** Whether somebody is under 18 or may be: the age is unknown, and somebody said that they may be. */
export const maybeChild = ({ age, mayBeMinor }: Aged): boolean => (age === null ? mayBeMinor === true : age < adultAge);

const isAdult = ({ age }: Aged): boolean => age !== null && age >= adultAge;

/**
 * Indexes in the party of the children for whom nobody has named a carer. Haven assumes no carer. Children whose only companions are people
 * in their own care are not included.
 */
export function childrenWithoutCarer(party: readonly Person[]): number[] {
  const carers = party.map(({ carer }) => carer);
  const couldCare = (member: number) => party.some((_, other) => other !== member && !isInCareOf(carers, other, member));
  return placesOf(party, (person, member) => maybeChild(person) && person.carer === null && couldCare(member));
}

/** Indexes of the members who need a guardian: people who may be under 18, and children who came without an adult. */
export function needingGuardian(party: readonly Person[]): number[] {
  const isAlone = !party.some(isAdult);
  return placesOf(party, (person) => maybeChild(person) && (isAlone || person.age === null));
}

/** Asks who cares for the children without a known carer. */
export function askCarers(party: readonly Person[]): Reason[] {
  const members = childrenWithoutCarer(party);
  return members.length > 0 ? [reason('ASK_CARER', { members })] : [];
}

const placesOf = (party: readonly Person[], test: (person: Person, member: number) => boolean): number[] =>
  party.flatMap((person, member) => (test(person, member) ? [member] : []));
