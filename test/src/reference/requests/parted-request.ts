import type { AskedPerson, MatchRequest } from '../contract-types.js';
import { isPlaced } from '../matcher/place.js';
import { randomPerson } from './random-person.js';
import type { Ground } from './ground.js';
import type { Random } from './random.js';

/** Adults of both genders near a house whose rule or rooms name one: few houses take them together, but two often take them apart. */
export function partedRequest(random: Random, { services }: Ground): MatchRequest | null {
  const houses = services.filter(
    (service) => service.status === 'ACTIVE' && service.categories.includes('ACCOMMODATION') && isPlaced(service),
  );
  if (houses.length === 0) return null;
  const { latitude, longitude } = random.pick(random.pick(houses).locations);
  const adult = (gender: string): AskedPerson => ({ gender, age: random.whole(20, 50), languages: randomPerson(random).languages });
  const others = Array.from({ length: random.whole(0, 2) }, () => adult(random.pick(['WOMAN', 'MAN'])));
  return {
    origin: { point: { latitude, longitude } },
    needs: [{ category: 'ACCOMMODATION' }],
    person: adult('WOMAN'),
    companions: [adult('MAN'), ...others],
    maxDistanceKm: random.pick([10, 40, 120]),
    first: 50,
  };
}
