import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HsdsRecord, JsonObject } from '../domain/hsds/record.js';
import { itemsOf, medan, openTestRegistry, shelter, type TestRegistry } from '../registry.fixture.js';
import { findService } from './find-services.js';
import type { IncomingItem } from './import-report.js';
import { loadDirectory } from './load-directory.js';
import { registerService } from './register-service.js';
import { updateService } from './update-service.js';

const visibility = { value: 'CONFIDENTIAL', taxonomy_term: { id: 'tv', code: 'haven:visibility', name: 'x', taxonomy: 'haven' } };
const service = (id: string, isMarked: boolean, place = id): JsonObject => ({
  id,
  name: 'Shelter',
  status: 'active',
  organization: { id: `o-${place}`, name: 'O', description: 'd' },
  service_at_locations: [
    {
      id: `at-${id}`,
      phones: [{ id: `p-${id}`, number: '+62 1' }],
      location: {
        id: `l-${place}`,
        location_type: 'physical',
        latitude: medan.latitude,
        longitude: medan.longitude,
        addresses: [{ id: `a-${place}`, address_1: 'Jalan Baru 5', city: 'Medan', country: 'ID', address_type: 'physical' }],
        ...(isMarked && { attributes: [{ id: `v-${place}`, ...visibility }] }),
      },
    },
  ],
});

/** Rows that name their owner, but nobody knows what kind it is. */
function rowsOf(id: string): readonly IncomingItem[] {
  const item = (object: 'attribute' | 'metadata', n: number, properties: JsonObject, links: HsdsRecord['links'] = []): IncomingItem => ({
    kind: 'record',
    file: 'f',
    row: n,
    reads: 1,
    record: { object, id: `${object} ${n} ${id}`, properties, links, references: [] },
  });
  const told = `Jalan Rahasia of ${id}.`;
  return [
    item('metadata', 1, { resource_id: `l-${id}`, resource_type: 'Standort', previous_value: told }),
    item('metadata', 2, { resource_id: ` a-${id} `, previous_value: told }),
    item('attribute', 3, { link_id: `p-${id}`, link_entity: 'Telefon', value: told }),
    item('attribute', 4, { link_id: `at-${id}`, link_entity: 'metadata', value: told }),
    item('metadata', 6, { previous_value: told }, [
      { parentObject: 'attribute', parentId: `attribute 3 ${id}`, property: 'metadata', position: 0 },
    ]),
    item('attribute', 5, { link_id: `elsewhere ${id}`, link_entity: 'Standort', value: `Stays of ${id}.` }),
  ];
}

describe('rows of an owner whose kind nobody knows', () => {
  let on: TestRegistry;
  const command = () => on.command();
  beforeAll(async () => {
    on = await openTestRegistry();
  });
  afterAll(() => on.close());

  async function* given(items: readonly IncomingItem[]): AsyncGenerator<IncomingItem> {
    yield* items;
  }
  const load = (items: AsyncIterable<IncomingItem>) => loadDirectory(on.registry, items, { source: 's' });
  const edit = async (id: string) => {
    const { version } = (await findService(on.registry, id))!;
    const locations = [{ ...medan, visibility: 'CONFIDENTIAL' as const }];
    await updateService(on.registry, { ...command(), id, expectedVersion: version, service: { ...shelter, locations } });
  };

  const ways: [string, (id: string) => Promise<unknown>][] = [
    ['an import marks the place', (id) => load(itemsOf(service(id, true)))],
    [
      'only its mark comes',
      async (id) => {
        const items: IncomingItem[] = [];
        for await (const item of itemsOf(service(id, true))) items.push(item);
        return load(given(items.filter((item) => item.kind === 'record' && ['attribute', 'taxonomy_term'].includes(item.record.object))));
      },
    ],
    ['an import marks its service', (id) => load(itemsOf({ ...service(id, false), attributes: [{ id: `v-${id}`, ...visibility }] }))],
    ['an edit replaces it', edit],
    [
      'an edit of a service that shares it does',
      async (id) => {
        await load(itemsOf(service(`other ${id}`, false, id)));
        await edit(`other ${id}`);
      },
    ],
    [
      'its organization entered a place in its area',
      async (id) => {
        const { version } = (await findService(on.registry, id))!;
        await updateService(on.registry, { ...command(), id, expectedVersion: version, service: { ...shelter, locations: [] } });
        await load(given(rowsOf(id)));
        const locations = [{ ...medan, visibility: 'CONFIDENTIAL' as const }];
        await registerService(on.registry, { ...command(), organizationId: `o-${id}`, service: { ...shelter, locations } });
        await load(itemsOf(service(id, false)));
      },
    ],
  ];
  it.each(ways)('leave with the place when %s', async (id, hide) => {
    await load(itemsOf(service(id, false)));
    await load(given(rowsOf(id)));
    expect(await on.whereIs(`Rahasia of ${id}.`)).toHaveLength(2);
    await hide(id);
    expect(await on.whereIs(`Rahasia of ${id}.`)).toEqual([]);
    expect(await on.whereIs(`Stays of ${id}.`)).toHaveLength(1);
  });

  it('leave when a confidential place comes after them', async () => {
    await load(given(rowsOf('after')));
    await load(itemsOf(service('after', true)));
    expect(await on.whereIs('Rahasia of after.')).toEqual([]);
    expect(await on.whereIs('Stays of after.')).toHaveLength(1);
  });
});
