import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ServiceSnapshot } from '@haven/events';
import type { JsonObject } from '../hsds/record.js';
import { itemsOf, openTestRegistry, type TestRegistry } from '../registry.fixture.js';
import { findService } from '../search/find-services.js';
import type { ImportLine } from '../report/import-report.js';
import { loadDirectory } from '../import/load-directory.js';

const organization = { id: 'o', name: 'Organization', description: 'd' };
const service = (id: string, location: JsonObject | null): JsonObject => ({
  ...{ id, name: id, status: 'active', organization },
  ...(location && { service_at_locations: [{ id: `${id}-at`, location: { id: `${id}-l`, location_type: 'physical', ...location } }] }),
});
const addressed = (id: string, ...addresses: JsonObject[]): JsonObject => {
  const { latitude = null, longitude = null } = addresses[0]!;
  const parts = addresses.map(({ latitude: _, longitude: __, ...address }, n) => ({
    id: `${id}-a${n}`,
    address_type: 'physical',
    ...address,
  }));
  return service(id, { latitude, longitude, addresses: parts });
};

const dallas = { latitude: 32.781, longitude: -96.799 };
const washington = { city: 'Washington', state_province: 'DC', country: 'US' };

const services = [
  addressed('town', { address_1: '1 Road', city: 'Medan', country: 'ID' }),
  addressed('exonym', { city: 'Torino', country: 'Italia' }),
  addressed('second address', { country: 'US' }, { city: 'Washington', state_province: 'DC' }),
  addressed('postal code', { postal_code: '63110', country: 'Thailand' }),
  addressed('postal code alone', { postal_code: '63110' }),
  addressed('country', { country: 'US' }),
  addressed('no town', { city: 'Nowhere in particular', country: 'US' }),
  service('no place', null),
  addressed('Skopje', { latitude: 21.43, longitude: 41.99, city: 'Skopje', country: 'MK' }),
  addressed('nobody knows', { latitude: 38.9, longitude: 77.03, country: 'US' }),
  addressed('claimed by two', { latitude: 44.95, longitude: 34.1, city: 'Simferopol', country: 'UA' }),
  addressed('in another state', { ...dallas, ...washington, postal_code: '20001' }),
  addressed('by a wrong code', { latitude: 38.9, longitude: -77.03, ...washington, postal_code: '75201' }),
  addressed('by a code alone', { ...dallas, country: 'US', postal_code: '20001' }),
  addressed(
    'with a second address',
    { ...dallas, ...washington, postal_code: '20001' },
    { city: 'Dallas', country: 'US', postal_code: '75201' },
  ),
  addressed(
    'with a second town',
    { ...dallas, ...washington, postal_code: '20001' },
    { city: 'Dallas', state_province: 'TX', country: 'US' },
  ),
  addressed('by a border', { latitude: 13.658, longitude: 102.563, city: 'Poipet', country: 'TH' }),
];

describe('a place without a position in the directory', () => {
  let on: TestRegistry;
  const lines: ImportLine[] = [];
  beforeAll(async () => {
    on = await openTestRegistry();
    await loadDirectory(on.registry, itemsOf(...services), { source: 'haven', onLine: (line) => lines.push(line) });
  }, 120_000);
  afterAll(() => on.close());

  const shown = async (id: string) => (await findService(on.registry, id))!.locations;

  it('is in the middle of the town of its address, and its precision says so', async () => {
    expect(await shown('town')).toEqual([
      expect.objectContaining({
        precision: 'CITY',
        latitude: 3.58333,
        longitude: 98.66667,
        address: '1 Road',
        city: 'Medan',
        country: 'ID',
      }),
    ]);
    expect(await shown('exonym')).toEqual([
      expect.objectContaining({ precision: 'CITY', latitude: 45.07049, city: 'Torino', country: 'IT' }),
    ]);
    expect(await shown('second address')).toEqual([expect.objectContaining({ precision: 'CITY', latitude: 38.89511, country: 'US' })]);
  });

  it('is in the middle of the postal code of its address, if no town is named', async () => {
    expect(await shown('postal code')).toEqual([
      expect.objectContaining({ precision: 'CITY', latitude: 16.72, longitude: 98.57, city: null, country: 'TH' }),
    ]);
  });

  it('is not on the map if no town is certain', async () => {
    for (const id of ['country', 'postal code alone', 'no town', 'no place']) expect(await shown(id)).toEqual([]);
  });

  it('is not at a position that contradicts the address', async () => {
    expect(await shown('Skopje')).toEqual([expect.objectContaining({ precision: 'CITY', country: 'MK', longitude: 21.43141 })]);
    expect(await shown('nobody knows')).toEqual([]);
    expect(await shown('claimed by two')).toEqual([expect.objectContaining({ precision: 'EXACT', country: 'UA' })]);
    expect(await shown('by a border')).toEqual([expect.objectContaining({ precision: 'EXACT', longitude: 102.563 })]);
  });

  it('is not at a position that is far from its town and its postal code', async () => {
    expect(await shown('in another state')).toEqual([expect.objectContaining({ precision: 'CITY', latitude: 38.89511 })]);
    for (const id of ['by a wrong code', 'by a code alone', 'with a second address', 'with a second town'])
      expect(await shown(id)).toEqual([expect.objectContaining({ precision: 'EXACT' })]);
  });

  it('is published with the countries of its addresses', async () => {
    const snapshots = new Map((await on.events()).map(({ key, data }) => [key, data as unknown as ServiceSnapshot | null]));
    expect(['country', 'no place', 'town'].map((id) => snapshots.get(id)?.addressCountries)).toEqual([['US'], [], undefined]);
  });

  it('is reported', () => {
    const told = lines.filter(({ code }) => code.startsWith('POSITION')).map(({ id, code }) => [id, code]);
    expect(told.sort()).toEqual([
      ['Skopje-l', 'POSITION_BY_CITY'],
      ['Skopje-l', 'POSITION_ELSEWHERE'],
      ['country', 'POSITION_MISSING'],
      ['exonym-l', 'POSITION_BY_CITY'],
      ['in another state-l', 'POSITION_BY_CITY'],
      ['in another state-l', 'POSITION_ELSEWHERE'],
      ['no place', 'POSITION_MISSING'],
      ['no town', 'POSITION_MISSING'],
      ['nobody knows', 'POSITION_MISSING'],
      ['nobody knows-l', 'POSITION_ELSEWHERE'],
      ['postal code alone', 'POSITION_MISSING'],
      ['postal code-l', 'POSITION_BY_CITY'],
      ['second address-l', 'POSITION_BY_CITY'],
      ['town-l', 'POSITION_BY_CITY'],
    ]);
  });
});
