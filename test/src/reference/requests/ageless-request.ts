import type { MatchRequest } from '../contract-types.js';
import { isPlaced } from '../matcher/place.js';
import { randomPerson } from './random-person.js';
import type { Ground } from './ground.js';
import type { Random } from './random.js';

/** Somebody alone of unknown age, perhaps a child, at the door of a service whose rule has several clauses: together they may take any age. */
export function agelessRequest(random: Random, { services }: Ground): MatchRequest | null {
  const several = services.filter(({ status, admission }) => status === 'ACTIVE' && (admission.persons?.length ?? 0) > 1).filter(isPlaced);
  if (several.length === 0) return null;
  const { admission, locations, categories } = random.pick(several);
  const { latitude, longitude } = random.pick(locations);
  const { languages, gender } = randomPerson(random);
  const told = random.pick(admission.persons!).genders;
  return {
    origin: { point: { latitude, longitude } },
    needs: [{ category: random.pick(categories) }],
    person: { gender: told ? random.pick(told) : gender, age: null, mayBeMinor: random.chance(0.6), languages },
    companions: [],
    maxDistanceKm: random.pick([10, 40]),
    first: 50,
  };
}
