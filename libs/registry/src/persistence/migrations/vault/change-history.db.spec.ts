import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { storeInAnyOrder } from '../../../any-order.fixture.js';
import { objectNames, type HsdsRecord, type JsonObject } from '../../../hsds/record.js';
import { coordinator, itemsOf, medan, openTestRegistry, shelter, type TestRegistry } from '../../../registry.fixture.js';
import { directorySource } from '../../../export/export-directory.js';
import { findService } from '../../../search/find-services.js';
import { loadDirectory } from '../../../import/load-directory.js';
import { updateService } from '../../../entries/update-service.js';

const secrets = ['Rahasia', 'Pindah', 'Bisikan', '3.5951', '98.6722'];

/** A row of the change history that reveals where the house is and was. */
const change = (id: string, more: JsonObject): JsonObject => ({
  id: `m ${id}`,
  last_action_date: '2026-01-31',
  last_action_type: 'update',
  field_name: 'address_1',
  previous_value: 'Jalan Rahasia 77',
  replacement_value: 'Jalan Pindah 3',
  updated_by: 'somebody',
  ...more,
});

type At = 'service' | 'organization' | 'service_at_location' | 'phone' | 'program' | 'attribute';
const spots: readonly At[] = ['service', 'organization', 'service_at_location', 'phone', 'program', 'attribute'];

/** A service at one place, with a row that reveals the place at any of these records. */
function house(id: string, told: { readonly [at in At]?: JsonObject }, mark: 'marked' | 'open'): JsonObject {
  const visibility = {
    id: `v ${id}`,
    value: 'CONFIDENTIAL',
    taxonomy_term: { id: 'tv', code: 'haven:visibility', name: 'x', description: 'd' },
  };
  return {
    id: `s ${id}`,
    name: 'Shelter',
    status: 'active',
    organization: { id: `o ${id}`, name: 'O', description: 'd', ...told.organization },
    program: { id: `pr ${id}`, name: 'P', description: 'd', ...told.program },
    phones: [{ id: `p ${id}`, number: '+62 1', ...told.phone }],
    attributes: [{ id: `at ${id}`, value: 'v', label: 'l', ...told.attribute }],
    service_at_locations: [
      {
        id: `x ${id}`,
        location: {
          id: `l ${id}`,
          location_type: 'physical',
          name: 'House',
          latitude: medan.latitude,
          longitude: medan.longitude,
          addresses: [{ id: `a ${id}`, address_1: 'Jalan Rahasia 77', city: 'Medan', country: 'ID', address_type: 'physical' }],
          schedules: [{ id: `h ${id}`, description: 'Bisikan' }],
          ...(mark === 'marked' && { attributes: [visibility] }),
        },
        ...told.service_at_location,
      },
    ],
    ...told.service,
  };
}

const tellers: { readonly [name: string]: (id: string) => JsonObject } = {
  'metadata of the address': (id) => ({ metadata: [change(id, { resource_type: 'address', resource_id: `a ${id}` })] }),
  'metadata of the address, in another spelling': (id) => ({
    metadata: [change(id, { resource_type: 'Addresses', resource_id: `a ${id}` })],
  }),
  'metadata of the location': (id) => ({ metadata: [change(id, { resource_type: 'location', resource_id: `l ${id}` })] }),
  'metadata of a schedule': (id) => ({ metadata: [change(id, { resource_type: 'schedule', resource_id: `h ${id}` })] }),
  'metadata of an unknown kind': (id) => ({ metadata: [change(id, { resource_type: 'Anschrift', resource_id: `a ${id}` })] }),
  'metadata without a kind': (id) => ({ metadata: [change(id, { resource_id: `l ${id}` })] }),
  'metadata of a kind that it is not': (id) => ({ metadata: [change(id, { resource_type: 'organization', resource_id: `a ${id}` })] }),
  'metadata that names nothing': (id) => ({ metadata: [change(id, {})] }),
  'metadata that names a field below': (id) => ({ metadata: [change(id, { field_name: 'locations[0].addresses[0].address_1' })] }),
  'metadata that names the field otherwise': (id) => ({ metadata: [change(id, { field_name: 'Street Address' })] }),
  'an attribute of the location': (id) => ({
    attributes: [{ id: `t ${id}`, link_entity: 'location', link_id: `l ${id}`, label: 'way', value: 'Left of Jalan Rahasia 77' }],
  }),
};
/** These are kept as they came, and left out of everything that is published. */
const ownTellers: typeof tellers = {
  'an object of the publisher': (id) => ({ x_history: [{ resource_id: `a ${id}`, old: 'Jalan Rahasia 77', kept: { more: 1 } }] }),
  'an object of the publisher that has the id': (id) => ({ x_site: { deep: { id: `l ${id}`, street: 'Jalan Rahasia 77' } } }),
};
const all = { ...tellers, ...ownTellers };
const names = Object.keys(tellers);
const ownNames = Object.keys(ownTellers);

describe('change history that reveals a confidential place', () => {
  let on: TestRegistry;
  beforeAll(async () => {
    on = await openTestRegistry();
  });
  afterAll(() => on.close());

  const load = (...services: JsonObject[]) => loadDirectory(on.registry, itemsOf(...services), { source: 's' });
  async function exported(): Promise<string> {
    const records: HsdsRecord[] = [];
    for (const object of objectNames) for await (const record of directorySource(on.registry).records(object)) records.push(record);
    return JSON.stringify(records);
  }
  const toldOf = (text: string): string[] => secrets.filter((secret) => text.includes(secret));
  async function expectUntold(...ids: readonly string[]) {
    for (const id of ids) {
      const view = await findService(on.registry, `s ${id}`);
      expect({ id, confidential: view?.confidential, told: toldOf(JSON.stringify(view)) }).toEqual({ id, confidential: true, told: [] });
    }
    const keys = ids.map((id) => `s ${id}`);
    expect(toldOf(JSON.stringify((await on.events()).filter(({ key }) => keys.includes(key))))).toEqual([]);
  }
  async function expectTold(...ids: readonly string[]) {
    for (const id of ids) expect([id, ...toldOf(JSON.stringify(await findService(on.registry, `s ${id}`)))]).not.toEqual([id]);
  }
  /** Reads all tables: much sooner once for many services than for each. */
  async function expectGone() {
    expect(toldOf(await exported())).toEqual([]);
    for (const secret of secrets) expect([secret, await on.whereIs(secret)]).toEqual([secret, []]);
  }

  /** Services with such a row at one record each; an attribute has no attributes. */
  const told = (of: readonly string[], start: string, mark: 'marked' | 'open') =>
    of.flatMap((name) =>
      spots
        .filter((at) => at !== 'attribute' || !name.startsWith('an attribute'))
        .map((at) => ({ at, id: `${start} ${name} ${at}` }))
        .map(({ at, id }) => ({ id, service: house(id, { [at]: all[name]!(id) }, mark) })),
    );
  const idsOf = (houses: readonly { readonly id: string }[]) => houses.map(({ id }) => id);
  const loadAll = (houses: readonly { readonly service: JsonObject }[]) => load(...houses.map(({ service }) => service));

  it('is sealed with the place', async () => {
    const marked = told(names, 'first', 'marked');
    await loadAll(marked);
    await expectUntold(...idsOf(marked));
    await expectGone();
    await loadAll(told(names, 'first', 'open'));
    await expectUntold(...idsOf(marked));
    await expectGone();
  });

  it('is removed when the place becomes confidential later', async () => {
    const open = told(names, 'later', 'open');
    await loadAll(open);
    await expectTold(...idsOf(open));
    await load(...open.map(({ id }) => house(id, {}, 'marked')));
    await expectUntold(...idsOf(open));
    await expectGone();
  });

  it('stays for public places, and is not shown of a service with a confidential place', async () => {
    await load(
      house('public', { service: { metadata: [change('public', { resource_type: 'address', resource_id: 'a public' })] } }, 'open'),
      house(
        'name',
        { service: { metadata: [change('name', { field_name: 'name', previous_value: 'Old', replacement_value: 'New' })] } },
        'marked',
      ),
    );
    expect(JSON.stringify(await findService(on.registry, 's public'))).toContain('Jalan Pindah 3');
    expect((await findService(on.registry, 's name'))!.hsds).not.toHaveProperty('metadata');
    await load(house('public', {}, 'marked'));
    await expectUntold('public');
    await expectGone();
  });

  it('is sealed in whatever order and batches it comes', async () => {
    const some = ['metadata of the address', 'metadata without a kind', 'metadata that names nothing', 'an attribute of the location'];
    for (const name of some) {
      const houseOf = (id: string) => house(id, { organization: tellers[name]!(id) }, 'marked');
      await storeInAnyOrder(on, `${name} in order`, houseOf, { look: expectUntold, runs: 4 });
    }
    await expectGone();
  });

  it('is removed when somebody enters the place as confidential', async () => {
    const id = 'entered';
    await load(house(id, { organization: tellers['metadata of the address']!(id) }, 'open'));
    const { version } = (await findService(on.registry, `s ${id}`))!;
    const service = { ...shelter, locations: [{ ...medan, visibility: 'CONFIDENTIAL' as const }] };
    await updateService(on.registry, coordinator, { ...on.command(), id: `s ${id}`, expectedVersion: version, service });
    await expectUntold(id);
    await expectGone();
  });

  it('is never published of an object of the publisher', async () => {
    const [marked, open] = [told(ownNames, 'own', 'marked'), told(ownNames, 'own later', 'open')];
    await loadAll([...marked, ...open]);
    await expectUntold(...idsOf(marked));
    await expectTold(...idsOf(open));
    await load(...open.map(({ id }) => house(id, {}, 'marked')));
    await expectUntold(...idsOf(open));
    expect(toldOf(await exported())).toEqual([]);
  });

  it('is never shown for a place whose id another directory has too', async () => {
    const id = 'twice';
    const own = { service: all['an object of the publisher']!(id), organization: all['metadata without a kind']!(id) };
    await loadDirectory(on.registry, itemsOf(house(id, {}, 'open')), { source: 'first' });
    await loadDirectory(on.registry, itemsOf(house(id, own, 'marked')), { source: 'second' });
    const told = JSON.stringify((await on.events()).filter(({ data }) => JSON.stringify(data).includes('Pindah')));
    expect(told).toEqual('[]');
    expect(await exported()).not.toContain('Pindah');
  });
});
