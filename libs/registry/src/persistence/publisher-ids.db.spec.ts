import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findService, findServices } from '../search/find-services.js';
import { loadDirectory } from '../import/load-directory.js';
import { updateService } from '../entries/update-service.js';
import type { JsonObject } from '../hsds/record.js';
import { coordinator, itemsOf, medan, openTestRegistry, shelter, type TestRegistry } from '../registry.fixture.js';
import { DirectoryQuality1801200000001 } from './migrations/quality/1801200000001-directory-quality.js';
import { PublisherIds1798100000001 } from './migrations/sources/1798100000001-publisher-ids.js';

const organization = { id: 'o', name: 'O', description: 'd' };
const service = (id: string, name: string, more: JsonObject = {}): JsonObject => ({
  id,
  name,
  status: 'active',
  organization,
  service_at_locations: [
    {
      id: `at-${id}`,
      location: {
        id: `l-${id}`,
        location_type: 'physical',
        name: 'House',
        latitude: medan.latitude,
        longitude: medan.longitude,
        addresses: [{ id: `a-${id}`, address_1: 'Jalan Rahasia 77', city: 'Medan', country: 'ID', address_type: 'physical' }],
      },
    },
  ],
  ...more,
});

describe('records from before there were sources', () => {
  let on: TestRegistry;
  const load = async (source: string, ...services: JsonObject[]) => {
    const summary = await loadDirectory(on.registry, itemsOf(...services), { source });
    return Object.values(summary).reduce((sum, { stored }) => sum + stored, 0);
  };
  const names = async () => {
    const query = { categories: null, languages: null, country: null, organizationId: null, within: null, after: null, text: null };
    const page = await findServices(on.registry, { ...query, first: 100 });
    return page.items.map(({ view }) => `${view.id} ${view.name} of ${view.organization.id}`);
  };

  beforeAll(async () => {
    on = await openTestRegistry();
    await load('s', service('1', 'One'));
    await load('haven', service('2', 'Two', { organization: { id: 'o2', name: 'O2', description: 'd' } }));
    const { version } = (await findService(on.registry, '1'))!;
    const hidden = { ...medan, name: 'Shelter', visibility: 'CONFIDENTIAL' as const };
    const entry = { ...shelter, name: 'Edited', locations: [hidden] };
    await updateService(on.registry, coordinator, { ...on.command(), id: '1', expectedVersion: version, service: entry });
    // Two directories could share an object if both had the same data for it.
    await load('t', { id: '3', name: 'Three', status: 'active', organization: { id: 'own', name: 'Own', description: 'd' } });
    await on.database.dataSource.query(`UPDATE registry.hsds_link SET child_id = 'o' WHERE parent_id = '3' AND child_id = 'own'`);
    await on.database.dataSource.query(`INSERT INTO registry.dirty_service VALUES ('3')`);
    const runner = on.database.dataSource.createQueryRunner();
    // Later migrations add to the tables of this one.
    await new DirectoryQuality1801200000001().down(runner);
    await new PublisherIds1798100000001().down(runner);
    await new PublisherIds1798100000001().up(runner);
    await new DirectoryQuality1801200000001().up(runner);
    await runner.release();
  });
  afterAll(() => on.close());

  it('stay when their directory is imported again, with what somebody changed here', async () => {
    await load('s', service('1', 'One'));
    await load('haven', service('2', 'Two', { organization: { id: 'o2', name: 'O2', description: 'd' } }));
    await load('t', { id: '3', name: 'Three', status: 'active', organization });
    expect(await names()).toEqual(['1 Edited of o', '3 Three of o', '2 Two of o2']);
    expect((await findService(on.registry, '1'))!.locations.map(({ precision }) => precision)).toEqual(['AREA', 'AREA']);
  });

  it('are not changed by another directory with the same ids, which also shows no place that an edit closed', async () => {
    await load('u', service('1', 'Other'));
    expect((await names()).filter((name) => / (Edited|Two|Three) /.test(name))).toEqual(['1 Edited of o', '3 Three of o', '2 Two of o2']);
    const [other] = (await names()).filter((name) => name.includes('Other')).map((name) => name.split(' ')[0]!);
    expect(await findService(on.registry, other!)).toMatchObject({ confidential: true, locations: [] });
  });
});
