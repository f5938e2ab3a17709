import { anybodyThere, nearMedan } from '../reference/requests/near-medan.js';
import type { Random } from '../reference/requests/random.js';
import { roles } from '../harness/tokens.js';
import type { Role } from '../harness/tokens.js';

/** One question of a caller. */
export interface RandomQuestion {
  readonly role: Role;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const rule =
  'persons { genders minimumAge maximumAge accompaniedOnly asked } legalStatuses nationalities exploitation pregnancy accessibility referralRequired';
const service = `id name alternateName description status categories organization { id name }
  locations { id name latitude longitude precision address city country } languages admission { ${rule} }
  phones { number extension type languages } url email confidential verifiedAt version hsds`;
const pool = `id serviceId name admits { ${rule} } total occupied held outOfService free version confirmedAt`;
const availability = `serviceId free total status freshness confirmedAt sequence pools { ${pool} }`;
const match = `service { id name } location { id latitude longitude precision address } distance { meters precision } score
  reasons { code kind text } availability { ${availability} } openNow opensAt closesAt hoursText intake { openNow opensAt closesAt hoursText }`;

const matchQuery = `query ($input: MatchInput!) { match(input: $input) {
  needs { category considered matches { ${match} } nearMisses { service { id } distance { meters precision } failed { code kind text } } }
  plan { stops travelMeters items { category match { service { id } } } } } }`;
const servicesQuery = `query ($filter: ServiceFilter, $first: Int) { services(filter: $filter, first: $first) {
  totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { ${service} } } } }`;
const serviceQuery = `query ($id: ID!) { service(id: $id) { ${service} } bedPools(serviceId: $id) { ${pool} } }`;
const organizationQuery = `query ($id: ID!) { organization(id: $id) { id name description services { ${service} } } }`;

/** A random question that any role may ask. */
export function randomQuestion(random: Random): RandomQuestion {
  const role = random.pick(roles);
  const kind = random.next();
  if (kind < 0.55) return { role, query: matchQuery, variables: { input: matchInput(random) } };
  if (kind < 0.8) return { role, query: servicesQuery, variables: { filter: filterOf(random), first: random.pick([3, 10, 50]) } };
  if (kind < 0.93) return { role, query: serviceQuery, variables: { id: `twin-${random.whole(0, 61)}` } };
  return { role, query: organizationQuery, variables: { id: `twin-o${random.whole(0, 12)}` } };
}

function matchInput(random: Random): object {
  const others = random.some(['MEDICAL', 'LEGAL', 'PSYCHOSOCIAL'], random.whole(0, 2)).map((category) => ({ category }));
  return {
    origin: { point: nearMedan(random, 0.6) },
    needs: [{ category: 'ACCOMMODATION' }, ...others],
    ...anybodyThere(random),
    first: random.pick([1, 3, 10, 50]),
  };
}

function filterOf(random: Random): object {
  const corner = nearMedan(random, 0.5);
  const size = random.next() * 0.2;
  const within = { south: corner.latitude, west: corner.longitude, north: corner.latitude + size, east: corner.longitude + size };
  return random.pick([
    { within },
    { within, categories: ['ACCOMMODATION'] },
    { text: random.pick(['House', 'Twin service 1', 'Other Street', 'First Lane', 'back yard', 'Medan']) },
    { country: 'ID', languages: [random.pick(['id', 'km'])] },
    { organizationId: `twin-o${random.whole(0, 12)}` },
  ]);
}
