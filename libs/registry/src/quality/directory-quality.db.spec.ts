import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serviceOf } from '../decisions/decisions.fixture.js';
import { withdrawService } from '../entries/withdraw-service.js';
import { verifyService } from '../entries/verify-service.js';
import type { JsonObject } from '../hsds/record.js';
import { loadDirectory } from '../import/load-directory.js';
import { resumePublishing } from '../publishing/resume-publishing.js';
import { coordinator, itemsOf, openTestRegistry, type TestRegistry } from '../registry.fixture.js';
import { directoryQuality } from './directory-quality.js';

const now = new Date('2026-11-30T12:00:00Z');
const clock = { now: () => now };

const at = (id: string, location: JsonObject, more: JsonObject = {}): JsonObject => ({
  service_at_locations: [{ id: `at-${id}`, location: { id: `l-${id}`, location_type: 'physical', ...location }, ...more }],
});
const open = { id: 'open', freq: 'WEEKLY', byday: 'MO', opens_at: '09:00', closes_at: '17:00' };
const marked = { id: 'mark', value: 'CONFIDENTIAL', taxonomy_term: { id: 't', code: 'haven:visibility', name: 'n', description: 'd' } };
const inTown = { addresses: [{ id: 'a', address_1: '1 Way', city: 'Medan', state_province: 'x', country: 'ID' }] };

const directory: readonly JsonObject[] = [
  serviceOf('whole', {
    name: 'Emergency Shelter',
    ...at('whole', { latitude: 3.5, longitude: 98.6 }),
    phones: [{ id: 'p', number: '+62 61 555 0100' }],
    schedules: [open],
    minimum_age: 18,
    assured_date: '2026-01-01',
  }),
  serviceOf('bare', { last_modified: '2026-11-29T00:00:00Z' }),
  serviceOf('town', { name: 'Emergency Shelter', ...at('town', inTown), assured_date: '2025-11-29' }),
  serviceOf('secret', {
    name: 'Emergency Shelter',
    ...at('secret', { latitude: 3.5, longitude: 98.6, attributes: [marked], schedules: [{ ...open, id: 'its' }] }),
  }),
  serviceOf('closed', { status: 'inactive' }),
];

describe('the quality of directories', () => {
  let on: TestRegistry;
  const ofTest = async () => (await directoryQuality({ ...on.registry, clock })).find(({ source }) => source === 'test');

  beforeAll(async () => {
    on = await openTestRegistry();
    await loadDirectory(on.registry, itemsOf(...directory), { source: 'test' });
  });
  afterAll(() => on.close());

  const expected = {
    source: 'test',
    services: 5,
    active: 4,
    findable: 3,
    withoutCategory: 1,
    withoutPosition: 2,
    withoutPhone: 3,
    withoutHours: 3,
    withoutPersons: 3,
    unverified: 3,
    waitingPlaces: 0,
    missing: 0,
    importedAt: expect.stringMatching(/^20.*Z$/),
  };

  it('is counted from published entries', async () => {
    expect(await ofTest()).toEqual(expected);
  });

  it('is the same after an upgrade', async () => {
    await on.database.dataSource.query('DELETE FROM registry.entry_quality');
    await on.database.dataSource.query('INSERT INTO registry.unread_service SELECT id FROM registry.service');
    await resumePublishing(on.registry);
    expect(await ofTest()).toEqual(expected);
  });

  it('counts which services were checked here, and leaves out withdrawn ones', async () => {
    await verifyService({ ...on.registry, clock }, coordinator, { ...on.command(), id: 'town' });
    expect(await ofTest()).toMatchObject({ unverified: 2 });
    await withdrawService(on.registry, coordinator, { ...on.command(), id: 'bare', expectedVersion: 1 });
    expect(await ofTest()).toMatchObject({ services: 4, active: 3, withoutCategory: 0, unverified: 1 });
  });

  it('counts each source separately', async () => {
    await loadDirectory(on.registry, itemsOf(serviceOf('other', { organization: { id: 'oo', name: 'OO', description: 'd' } })), {
      source: 'another',
    });
    expect((await directoryQuality({ ...on.registry, clock })).map(({ source, services }) => [source, services])).toEqual([
      ['another', 1],
      ['test', 4],
    ]);
  });
});
