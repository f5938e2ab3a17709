import type { Random } from '../reference/requests/random.js';
import type { Thing } from './changes.js';
import { aimedMatches, randomMatch } from './match-questions.js';
import type { House } from './match-questions.js';
import { twinIds } from './twin-directory.js';

/** The subjects of the questions. */
export interface Ground {
  readonly random: Random;
  readonly services: number;
  /** Confidential houses. */
  readonly houses: readonly House[];
  /** Items of the script in the world that is asked. */
  readonly known: (label: string) => Thing;
  /** The number of random questions besides those that aim at a house. */
  readonly randomMatches: number;
}

type Variables = Readonly<Record<string, unknown>>;

const past = { from: '2026-01-02T00:00:00Z', to: '2026-01-05T00:00:00Z', bucket: 'DAY' };
const woman = { gender: 'WOMAN', age: 30 };

const dayMilliseconds = 86_400_000;
const dayBefore = (days: number) => new Date((Math.floor(Date.now() / dayMilliseconds) - days) * dayMilliseconds).toISOString();

/** Variables of the questions for each query of the graph. A test compares the names with the schema. */
export const questionsOf: Readonly<Record<string, (ground: Ground) => readonly Variables[]>> = {
  activeHolds: atServices,
  bedPools: atServices,
  bedReconciliation: atServices,
  holds: () => [{}],
  intake: atServices,
  placements: atServices,
  surges: atServices,
  waitlist: atServices,
  waits: () => [{}],
  occupancyHistory: (ground) => atServices(ground).map((variables) => ({ ...variables, ...past })),
  hold: ({ known }) => ['hold', 'offer'].map((label) => ({ id: known(label).id })),
  match: ({ houses, random, randomMatches }) =>
    [...houses.flatMap(aimedMatches), ...Array.from({ length: randomMatches }, () => randomMatch(random))].map((input) => ({ input })),
  me: () => [{}],
  organization: ({ known }) => [...[0, 1, 2, 3].map(twinIds.organization), known('organization').id].map((id) => ({ id })),
  places: ({ houses }) => ['Medan', ...tellingTexts(houses)].map((query) => ({ query })),
  planGroup: (ground) => [
    {
      input: { parties: [{ party: [woman] }, { party: [woman, woman] }], serviceIds: atServices(ground).map(({ serviceId }) => serviceId) },
    },
  ],
  directoryQuality: () => [{}],
  missingServices: () => [{}, { first: 1 }],
  possiblePairs: () => [{}, { first: 1 }],
  reviewQueue: () => [{}, { first: 1 }],
  termDecisions: () => [{}],
  unclearTerms: () => [{}, { first: 1 }],
  unmetNeeds: () => [{ from: dayBefore(9), to: dayBefore(2), groupBy: ['CATEGORY'] }],
  service: (ground) => [...serviceIds(ground), ground.known('Short-lived').id].map((id) => ({ id })),
  services: (ground) => [
    ...filters(ground).map((filter) => ({ filter, first: 5 })),
    { first: 40 },
    { first: 40, filter: { country: 'ID' } },
  ],
};

const entered = ['Shelter', 'Clinic', 'Office'];

const serviceIds = ({ services, known }: Ground): readonly string[] => [
  ...Array.from({ length: services }, (_, index) => twinIds.service(index)),
  ...entered.map((label) => known(label).id),
];

/** Services with beds: those of the directory, and the shelter that was entered. */
function atServices({ known }: Ground): readonly Variables[] {
  return [twinIds.service(0), twinIds.service(1), twinIds.service(3), twinIds.service(5), known('Shelter').id].map((serviceId) => ({
    serviceId,
  }));
}

/** Boxes around the house, and texts of its address. */
const filters = ({ houses }: Ground): readonly object[] => [
  ...houses
    .flatMap(({ first, second }) => [first, second])
    .map(({ latitude, longitude }) => ({
      within: { south: latitude - 0.01, west: longitude - 0.01, north: latitude + 0.01, east: longitude + 0.01 },
    })),
  ...tellingTexts(houses).map((text) => ({ text })),
];

const tellingTexts = (houses: readonly House[]): readonly string[] => [
  ...houses.slice(0, 3).flatMap(({ first, second }) => [first.address, second.address]),
  ...['First Lane', 'Second Row', 'back yard', 'transportation'],
];
