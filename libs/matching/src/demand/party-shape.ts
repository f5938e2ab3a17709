import type { PartyShape } from '@haven/events';
import { adultAge, type Gender } from '@haven/kernel';

/** The facts about a person that decide the shape of the party. */
interface Counted {
  readonly gender: Gender;
  readonly age?: number | null | undefined;
  readonly mayBeMinor?: boolean | null | undefined;
}

const womanOrGirl: readonly Gender[] = ['WOMAN', 'TRANS_WOMAN'];
const manOrBoy: readonly Gender[] = ['MAN', 'TRANS_MAN'];

/** The shape of a party. It hides how many children there are, and how old they are. */
export function partyShapeOf(people: readonly Counted[]): PartyShape {
  const adults = people.filter((one) => !isChild(one));
  const children = people.length - adults.length;
  const [first] = people;
  if (first && people.length === 1) return children === 1 ? alone(first, 'GIRL', 'BOY') : alone(first, 'WOMAN', 'MAN');
  if (adults.length === 0) return 'CHILDREN';
  if (adults.length === 1) return womanOrGirl.includes(adults[0]!.gender) ? 'WOMAN_WITH_CHILDREN' : 'ADULT_WITH_CHILDREN';
  if (adults.length === 2) return children === 0 ? 'COUPLE' : 'FAMILY';
  return 'GROUP';
}

/** A person of unknown age counts as an adult, unless somebody says that they may not be one. */
const isChild = ({ age, mayBeMinor }: Counted): boolean => (typeof age === 'number' ? age < adultAge : mayBeMinor === true);

function alone({ gender }: Counted, her: PartyShape, him: PartyShape): PartyShape {
  if (womanOrGirl.includes(gender)) return her;
  return manOrBoy.includes(gender) ? him : 'PERSON';
}
