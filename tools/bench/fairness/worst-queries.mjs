// The worst case of each query and subscription.
import { worstLists } from './coordination.mjs';
import { hardParty } from './hard-shelters.mjs';

const rule =
  'persons { genders minimumAge maximumAge accompaniedOnly } legalStatuses nationalities exploitation pregnancy accessibility referralRequired';
const entry = `id name alternateName description status categories organization { id name } languages admission { ${rule} }
  locations { id name latitude longitude precision address city country } phones { number extension type languages } url email confidential verifiedAt version`;
const pool = `id serviceId name admits { ${rule} } total occupied held outOfService free version confirmedAt`;
const availability = `serviceId free total status freshness confirmedAt sequence pools { ${pool} }`;
const guest = 'party { gender ageBand poolId }';
const hold = `id serviceId state caseReference createdAt expiresAt version beds { poolId beds } ${guest} asks { code kind text }`;
const categories = ['ACCOMMODATION', 'MEDICAL', 'LEGAL', 'PSYCHOSOCIAL', 'INTERPRETATION', 'EDUCATION', 'DOCUMENTATION', 'EMPLOYMENT'];

/** A star with 100 corners and no crossing edges; a question with eight needs may have nine of them. */
const star = (n) =>
  Array.from({ length: 100 }, (_, i) => {
    const [angle, radius] = [(2 * Math.PI * i) / 100, i % 2 ? 0.5 : 0.9];
    return { latitude: (n % 7) * 6 - 20 + radius * Math.sin(angle), longitude: 70 + Math.floor(n / 7) * 6 + radius * Math.cos(angle) };
  });

const matchInput = () => {
  const [person, ...companions] = hardParty(0).map((one) => ({ ...one, languages: ['khm', 'pt-BR', 'zh-Hant-TW', 'en'] }));
  return {
    origin: { point: { latitude: 3.58, longitude: 98.67 } },
    needs: categories.map((category) => ({ category })),
    person,
    companions,
    avoid: Array.from({ length: 9 }, (_, n) => ({ polygon: star(n) })),
    maxDistanceKm: 2_000,
    first: 50,
  };
};

const matches =
  'matches { score distance { meters precision } reasons { code kind text } service { id name } availability { free } } nearMisses { service { id } failed { code text } }';

/** By query; `world`: the objects in the measured system. */
export const worstQueries = (world) => {
  const [shelter] = world.shelters;
  const ofShelter = `serviceId: "${shelter}"`;
  return {
    match: {
      type: 'MatchInput!',
      input: matchInput,
      select: `{ asOf needs { category considered ${matches} } plan { stops travelMeters } }`,
    },
    planGroup: {
      type: 'PlanGroupInput!',
      input: () => ({ parties: Array.from({ length: 60 }, (_, n) => ({ party: hardParty(n) })), serviceIds: world.shelters }),
      select: '{ party serviceId asks { code text } }',
    },
    services: { args: 'first: 100', select: `{ totalCount edges { cursor node { ${entry} hsds } } }` },
    service: { args: `id: "${shelter}"`, select: `{ ${entry} hsds }` },
    organization: { args: `id: "${world.organizationId}"`, select: `{ id services { ${entry} } }` },
    places: {
      args: `query: "${'San Jose del Monte y Santa Maria la Real de '.repeat(4).slice(0, 190)}", first: 50`,
      select: '{ id name region }',
    },
    bedPools: { args: ofShelter, select: `{ ${pool} }` },
    occupancyHistory: {
      args: `${ofShelter}, bucket: HOUR, from: "${world.hour(-998)}", to: "${world.hour(0)}"`,
      select: '{ at free held occupied total }',
    },
    bedReconciliation: { args: ofShelter, select: '{ poolId name occupied placed difference }' },
    surges: { args: ofShelter, select: '{ id poolId beds endsAt }' },
    intake: { args: ofShelter, select: '{ open version }' },
    hold: { args: () => `id: "${world.holds[0].id}"`, select: `{ ${hold} }` },
    activeHolds: { args: `serviceId: "${world.wide}"`, select: `{ ${hold} }` },
    holds: { select: `{ ${hold} }` },
    placements: { args: `serviceId: "${world.wide}"`, select: `{ ${hold} }` },
    waits: { select: '{ id serviceId ahead state joinedAt waitsUntil }' },
    waitlist: { args: `serviceId: "${world.full}"`, select: '{ id ahead state joinedAt waitsUntil }' },
    me: { select: '{ role subject organizationId }' },
    ...worstLists(),
  };
};

export const worstSubscriptions = () => ({
  availabilityChanged: { args: '', select: `{ ${availability} }` },
  holdChanged: { args: '', select: `{ ${hold} }` },
});
