import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HsdsRecord, JsonObject } from '../hsds/record.js';
import { isSealedKind, sealedKinds } from './sealed-kinds.js';
import { flatten } from '../hsds/flatten.js';
import { medan, openTestRegistry, type TestRegistry } from '../registry.fixture.js';
import { storeRecords } from './store-records.js';

const secrets = ['Rahasia', '3.5951', '98.6722', '999 000', '21:45'];

/** Every record that a place or a service can contain, without any tag. */
const parts = (id: string): JsonObject => ({
  phones: [{ id: `p${id}`, number: '+62 999 000 777', languages: [{ id: `pl${id}`, note: 'Jalan Rahasia 77' }] }],
  contacts: [{ id: `c${id}`, name: 'Rahasia', phones: [{ id: `cp${id}`, number: '+62 999 000 778' }] }],
  schedules: [{ id: `s${id}`, opens_at: '21:45', description: 'Jalan Rahasia 77' }],
  metadata: [{ id: `m${id}`, field_name: 'x', previous_value: 'Jalan Rahasia 77' }],
  attributes: [
    { id: `a${id}`, value: 'Jalan Rahasia 77' },
    { id: `au${id}`, link_id: 'somewhere', link_entity: 'Standort', value: 'Jalan Rahasia 77' },
  ],
});
const service: JsonObject = {
  id: 's',
  name: 'Shelter',
  status: 'active',
  organization: { id: 'o', name: 'O', description: 'd', phones: [{ id: 'po', number: '+62 999 000 777' }] },
  ...parts('s'),
  service_at_locations: [
    {
      id: 'at',
      description: 'Jalan Rahasia 77',
      ...parts('at'),
      service_areas: [{ id: 'sa', name: 'Jalan Rahasia 77' }],
      location: {
        id: 'l',
        location_type: 'physical',
        name: 'Rahasia',
        latitude: medan.latitude,
        longitude: medan.longitude,
        ...parts('l'),
        languages: [{ id: 'la', note: 'Rahasia' }],
        addresses: [{ id: 'ad', address_1: 'Jalan Rahasia 77', city: 'Medan', country: 'ID', address_type: 'physical' }],
        accessibility: [{ id: 'ac', description: 'Rahasia' }],
      },
    },
  ],
};

describe('records that can reveal a place', () => {
  let on: TestRegistry;
  const records: readonly HsdsRecord[] = flatten('service', service).records.map(({ record }) => record);
  beforeAll(async () => {
    on = await openTestRegistry();
    await on.registry.transaction((tx) => storeRecords(tx, { source: 's', deferredBy: null }, records));
  });
  afterAll(() => on.close());

  it('are of these kinds', () => {
    expect([...sealedKinds].sort()).toEqual(
      [
        ...['accessibility', 'address', 'attribute', 'contact', 'language', 'location', 'metadata', 'phone', 'schedule'],
        ...['service_area', 'service_at_location'],
      ].sort(),
    );
  });

  it('are in the vault as soon as they are stored, with any tag or none', async () => {
    for (const text of secrets) expect([text, await on.whereIs(text)]).toEqual([text, []]);
    const rows = await on.database.dataSource.query<{ sealed: Uint8Array }[]>('SELECT sealed FROM vault.record');
    expect(rows.length).toBe(records.filter(({ object }) => isSealedKind(object)).length);
    expect(rows.some(({ sealed }) => Buffer.from(sealed).includes('Rahasia'))).toBe(false);
  });

  it('can be read back unchanged', async () => {
    const stored = await on.registry.transaction((tx) => tx.records.get(records.map(({ object, id }) => ({ object, id }))));
    const byKey = (all: readonly HsdsRecord[]) =>
      Object.fromEntries(all.map(({ object, id, properties }) => [`${object} ${id}`, properties]));
    expect(byKey(stored)).toEqual(byKey(records));
  });

  it('cannot be read by the role of the registry', async () => {
    const read = on.database.transaction((tx) => tx.query('SELECT * FROM vault.record'));
    await expect(read).rejects.toThrow('permission denied');
  });
});
