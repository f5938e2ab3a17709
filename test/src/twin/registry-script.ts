import type { Step } from './changes.js';
import { placeOf } from './twin-places.js';
import type { TwinPlace } from './twin-places.js';
import { twinIds } from './twin-directory.js';
import type { World } from './twins.js';

/** Houses that are entered through the API, at different positions in both worlds. */
const houseIn = ({ name }: World, seed: number, house: number): TwinPlace => placeOf(seed + 900, house * 3, name);

type Visibility = 'PUBLIC' | 'CONFIDENTIAL';

function service(name: string, category: string, place: TwinPlace, visibility: Visibility): object {
  const { latitude, longitude, address, city } = place;
  return {
    name,
    description: `${name}, entered by hand.`,
    categories: [category],
    locations: [{ name: `House of ${name}`, latitude, longitude, address, city, country: 'ID', visibility }],
    languages: ['id'],
    phones: [{ number: '+62 61 777 0001', languages: ['id'] }],
    url: 'https://example.org/entered',
  };
}

/** A term that all services of the directory have; entries show it if no place is confidential. */
const shared = { kind: 'TERM', name: 'Of the twins', source: 'haven' };

/** Registers, hides, moves, confirms and withdraws services: entered ones, and those of the directory. */
export function registryScript(seed: number, edited: readonly number[]): readonly Step[] {
  const registered = (as: string, category: string, house: number, visibility: Visibility, more: Partial<Step> = {}): Step => ({
    name: 'registerService',
    as,
    input: (known, world) => ({
      organizationId: known('organization').id,
      service: service(as, category, houseIn(world, seed, house), visibility),
    }),
    ...more,
  });
  const updated = (as: string, category: string, house: number, visibility: Visibility = 'CONFIDENTIAL'): Step => ({
    name: 'updateService',
    as,
    input: (known, world) => ({
      id: known(as).id,
      expectedVersion: known(as).version,
      service: service(as, category, houseIn(world, seed, house), visibility),
    }),
  });
  const changed = (name: string, as: string): Step => ({
    name,
    as,
    input: (known) => ({ id: known(as).id, ...(name === 'withdrawService' && { expectedVersion: known(as).version }) }),
  });
  return [
    { name: 'registerOrganization', as: 'organization', input: () => ({ name: 'Twin helpers', description: 'Entered by hand.' }) },
    registered('Shelter', 'ACCOMMODATION', 0, 'PUBLIC', { isOpen: true }),
    updated('Shelter', 'ACCOMMODATION', 0),
    changed('verifyService', 'Shelter'),
    registered('Clinic', 'MEDICAL', 1, 'CONFIDENTIAL'),
    updated('Clinic', 'MEDICAL', 2),
    registered('Office', 'LEGAL', 3, 'PUBLIC', { isOpen: true }),
    registered('Second office', 'LEGAL', 3, 'CONFIDENTIAL', { refused: 'InvalidInput' }),
    updated('Office', 'LEGAL', 3),
    registered('Short-lived', 'PSYCHOSOCIAL', 4, 'CONFIDENTIAL'),
    changed('withdrawService', 'Short-lived'),
    { name: 'decideTerm', as: 'decision', input: () => ({ ...shared, persons: { groups: ['ANYONE'] } }) },
    {
      name: 'decideTerm',
      as: 'decision of a house',
      input: (known) => ({ kind: 'SERVICE', serviceId: known('Clinic').id, categories: [] }),
      refused: 'DecisionRefused',
    },
    {
      name: 'decidePair',
      as: 'a pair',
      input: (known) => ({ serviceIds: [known('Shelter').id, known('Clinic').id], decision: 'KEEP_APART' }),
    },
    { name: 'resolveMissing', as: 'nothing', input: () => ({ source: 'haven', decision: 'KEEP' }), refused: 'NotFound' },
    { name: 'resolveReview', as: 'review', input: (known) => ({ id: known('review').id, decision: 'PUBLIC' }) },
    { name: 'resolveReview', as: 'review of a copy', input: (known) => ({ id: known('review of a copy').id, decision: 'CONFIDENTIAL' }) },
    ...edited.map((index) => updatedOfDirectory(seed, index)),
    ...refusals(seed),
  ];
}

/** Enters a service of the directory again, at its public address. */
const updatedOfDirectory = (seed: number, index: number): Step => ({
  name: 'updateService',
  as: twinIds.service(index),
  input: (known, world) => ({
    id: twinIds.service(index),
    expectedVersion: known(twinIds.service(index)).version,
    service: service(`Twin service ${index}`, 'ACCOMMODATION', placeOf(seed, index, world.name), 'CONFIDENTIAL'),
  }),
});

/** Problems of an entry must not reveal its place. */
const refusals = (seed: number): readonly Step[] => [
  {
    name: 'updateService',
    as: 'Shelter',
    refused: 'InvalidInput',
    input: (known, world) => ({
      id: known('Shelter').id,
      expectedVersion: known('Shelter').version,
      service: { ...service('', 'ACCOMMODATION', houseIn(world, seed, 5), 'CONFIDENTIAL'), languages: ['none of ours'], url: 'no address' },
    }),
  },
  {
    name: 'updateService',
    as: 'Shelter',
    refused: 'VersionConflict',
    input: (known, world) => ({
      id: known('Shelter').id,
      expectedVersion: 1_000,
      service: service('Shelter', 'ACCOMMODATION', houseIn(world, seed, 5), 'CONFIDENTIAL'),
    }),
  },
];
