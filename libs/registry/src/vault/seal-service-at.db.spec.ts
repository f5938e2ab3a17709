import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { centreOfCell, publicCellOf } from '@haven/kernel';
import type { JsonObject } from '../hsds/record.js';
import { itemsOf, medan, openTestRegistry, sealedAt, type TestRegistry } from '../registry.fixture.js';
import { findService } from '../search/find-services.js';
import { loadDirectory } from '../import/load-directory.js';

const secrets = ['Rahasia', '999 000', '21:45', 'Ibu'];
const centre = centreOfCell(publicCellOf(medan));
const confidential = (id: string): JsonObject => ({
  id: `v-${id}`,
  value: 'CONFIDENTIAL',
  taxonomy_term: { id: 'tv', code: 'haven:visibility', name: 'x', taxonomy: 'haven' },
});

/** A service whose directions are on its link to the place, not on the place. */
const service = (id: string, attributes: JsonObject[]): JsonObject => ({
  id,
  name: 'Shelter',
  status: 'active',
  organization: { id: `o-${id}`, name: 'O', description: 'd' },
  service_at_locations: [
    {
      id: `at-${id}`,
      description: 'Ring at Jalan Rahasia 77',
      phones: [{ id: `p-${id}`, number: '+62 999 000 777' }],
      schedules: [{ id: `s-${id}`, opens_at: '21:45', freq: 'DAILY' }],
      contacts: [{ id: `c-${id}`, name: 'Ibu Sari', phones: [{ id: `cp-${id}`, number: '+62 999 000 778' }] }],
      location: { id: `l-${id}`, location_type: 'physical', latitude: medan.latitude, longitude: medan.longitude, attributes },
    },
  ],
});

describe('attributes of a service at a confidential place', () => {
  let on: TestRegistry;
  beforeAll(async () => {
    on = await openTestRegistry();
  });
  afterAll(() => on.close());

  const sealed = (id: string) => sealedAt(on.registry, id);
  const expectSealed = async (id: string) => {
    for (const text of secrets) expect([text, await on.whereIs(text)]).toEqual([text, []]);
    for (const text of secrets) expect(await sealed(`l-${id}`)).toContain(text);
    const view = await findService(on.registry, id);
    expect(view).toMatchObject({ confidential: true, phones: [], locations: [{ ...centre, precision: 'AREA' }] });
    expect((view!.hsds as JsonObject).service_at_locations).toMatchObject([{ id: `at-${id}`, location: { id: `l-${id}` } }]);
  };

  it('is sealed with the place, and a second import changes nothing', async () => {
    await loadDirectory(on.registry, itemsOf(service('i1', [confidential('i1')])));
    await expectSealed('i1');
    const again = await loadDirectory(on.registry, itemsOf(service('i1', [confidential('i1')])));
    expect(Object.values(again).map(({ stored, skipped }) => stored + skipped)).toEqual(Object.values(again).map(() => 0));
  });

  it('is sealed if the place becomes confidential later', async () => {
    await loadDirectory(on.registry, itemsOf(service('i2', [])));
    expect((await findService(on.registry, 'i2'))!.phones).toHaveLength(1);
    expect(await on.whereIs('Rahasia')).not.toEqual([]);
    await loadDirectory(on.registry, itemsOf(service('i2', [confidential('i2')])));
    await expectSealed('i2');
  });

  it('is sealed if a separate import brings it after its place', async () => {
    await loadDirectory(
      on.registry,
      itemsOf({
        ...service('i3', [confidential('i3')]),
        service_at_locations: [
          {
            id: 'at-i3',
            location: {
              id: 'l-i3',
              location_type: 'physical',
              latitude: medan.latitude,
              longitude: medan.longitude,
              attributes: [confidential('i3')],
            },
          },
        ],
      }),
    );
    const later = service('i3', []);
    await loadDirectory(
      on.registry,
      itemsOf({
        ...later,
        service_at_locations: (later.service_at_locations as JsonObject[]).map((at) => ({
          ...at,
          location: { id: 'l-i3', location_type: 'physical' },
        })),
      }),
    );
    await expectSealed('i3');
  });

  it('stays public at a public place', async () => {
    await loadDirectory(on.registry, itemsOf(service('open', [])));
    expect(await findService(on.registry, 'open')).toMatchObject({ confidential: false, phones: [{ number: '+62 999 000 777' }] });
  });
});
