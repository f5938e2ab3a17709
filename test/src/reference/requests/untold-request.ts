import type { AskedPerson, Clause, ListedService, MatchRequest } from '../contract-types.js';
import { isPlaced } from '../matcher/place.js';
import { randomPerson } from './random-person.js';
import type { Ground } from './ground.js';
import type { Random } from './random.js';

const persons = ({ admission }: ListedService): readonly Clause[] => admission.persons ?? [];

/** Whether people of one gender have several clauses, by their age, or each gender its own: together they may take everybody. */
function isDivided(service: ListedService): boolean {
  const alone = persons(service).filter(({ accompaniedOnly, asked }) => !accompaniedOnly && !asked);
  const genders = alone.flatMap((clause) => clause.genders ?? []);
  return new Set(genders).size < genders.length || (alone.length > 1 && genders.length > 4);
}

/** Somebody alone who does not tell their age or gender, perhaps a child, at the door of a service whose rule has several clauses. */
export function untoldRequest(random: Random, { services }: Ground): MatchRequest | null {
  const several = services.filter((service) => service.status === 'ACTIVE' && persons(service).length > 1 && isPlaced(service));
  const divided = several.filter(isDivided);
  if (several.length === 0) return null;
  const service = random.pick(divided.length > 0 && random.chance(0.5) ? divided : several);
  const { latitude, longitude } = random.pick(service.locations);
  return {
    origin: { point: { latitude, longitude } },
    needs: [{ category: random.pick(service.categories) }],
    person: untold(random, random.pick(persons(service))),
    companions: [],
    maxDistanceKm: random.pick([10, 40]),
    first: 50,
  };
}

/** Somebody like those whom a clause is about. */
function untold(random: Random, { genders, minimumAge, maximumAge }: Clause): AskedPerson {
  const { languages, gender: any } = randomPerson(random);
  const gender = genders ? random.pick(genders) : any;
  const mayBeMinor = random.chance(0.6);
  if (random.chance(0.7)) return { gender: random.chance(0.1) ? 'UNDISCLOSED' : gender, age: null, mayBeMinor, languages };
  return { gender: 'UNDISCLOSED', age: random.whole(minimumAge ?? 0, maximumAge ?? 70), languages };
}
