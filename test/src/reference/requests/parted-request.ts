import type { AskedPerson, MatchRequest } from '../contract-types.js';
import { isPlaced } from '../matcher/place.js';
import { randomPerson } from './random-person.js';
import type { Ground } from './ground.js';
import type { Random } from './random.js';

/**
 * Adults near a house who must often be parted: of both genders where a rule or a room names one, or a group that is larger than most
 * houses.
 */
export function partedRequest(random: Random, { services }: Ground): MatchRequest | null {
  const houses = services.filter(
    (service) => service.status === 'ACTIVE' && service.categories.includes('ACCOMMODATION') && isPlaced(service),
  );
  if (houses.length === 0) return null;
  const { latitude, longitude } = random.pick(random.pick(houses).locations);
  const adult = (gender: string): AskedPerson => ({ gender, age: random.whole(20, 50), languages: randomPerson(random).languages });
  const others = Array.from({ length: random.whole(0, 2) }, () => adult(random.pick(['WOMAN', 'MAN'])));
  const woman = adult('WOMAN');
  const group = Array.from({ length: random.whole(4, 9) }, () => woman);
  const [person, ...companions] = random.chance(0.5) ? [woman, ...group] : [woman, adult('MAN'), ...others];
  return {
    origin: { point: { latitude, longitude } },
    needs: [{ category: 'ACCOMMODATION' }],
    person: person!,
    companions,
    maxDistanceKm: random.pick([10, 40, 120]),
    first: 50,
  };
}
