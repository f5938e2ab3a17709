import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withdrawService } from '../entries/withdraw-service.js';
import type { JsonObject } from '../hsds/record.js';
import { loadDirectory } from '../import/load-directory.js';
import { coordinator, itemsOf, openTestRegistry, providerOf, type TestRegistry } from '../registry.fixture.js';
import { findService } from '../search/find-services.js';
import { decidePair, type DecidePair, possiblePairs } from './service-pairs.js';

const marked = { id: 'mark', value: 'CONFIDENTIAL', taxonomy_term: { id: 't', code: 'haven:visibility', name: 'n', description: 'd' } };
const house = (id: string, attributes: JsonObject[] = []): JsonObject => ({
  service_at_locations: [
    { id: `at-${id}`, location: { id: `l-${id}`, location_type: 'physical', latitude: 3.5, longitude: 98.6, attributes } },
  ],
});
const service = (id: string, name: string, organization: string, more: JsonObject = {}): JsonObject => ({
  ...{ id, name, status: 'active', organization: { id: `o-${id}`, name: organization, description: 'd' } },
  ...more,
});
const phone = (id: string, number: string) => ({ phones: [{ id: `p-${id}`, number }] });
const need = (id: string, value: string) => ({
  attributes: [
    { id: `c-${id}`, link_entity: 'service', value, taxonomy_term: { id: 'c', code: 'haven:category', name: 'n', description: 'd' } },
  ],
});

const north = [
  service('n1', "St. Mary's Shelter", 'Mary House'),
  service('n2', 'Legal Aid', 'North Law', phone('n2', '+62 61 555 0100')),
  service('n3', 'Clinic', 'North Clinic', { email: 'a@clinic.example.org' }),
  service('n4', 'Food', 'North Food', { email: 'a@gmail.com', ...house('n4') }),
  service('n5', 'Alike', 'Twice'),
  service('n6', 'Alike', 'Twice'),
  service('n7', 'Secret', 'Mine', house('n7', [marked])),
  service('n8', 'Night rooms', 'Casa Luz', { ...phone('n8', '+62 61 555 0108'), ...need('n8', 'ACCOMMODATION') }),
  service('n9', 'Papers', 'Casa Luz', { ...phone('n9', '+62 61 555 0108'), ...need('n9', 'DOCUMENTATION') }),
];
const south = [
  service('s1', 'ST MARYS SHELTER', 'Mary  House'),
  service('s2', 'Legal Aid', 'South Law', phone('s2', '+62-61-5550100')),
  service('s3', 'Clinic', 'South Clinic', { url: 'https://www.clinic.example.org/help' }),
  service('s4', 'Food', 'South Food', { email: 'b@gmail.com', ...house('s4') }),
  service('s7', 'Secret', 'Other', house('s7', [marked])),
  service('s8', 'House of nights', 'CASA LUZ, Inc.', { ...phone('s8', '+62-61-5550108'), ...need('s8', 'ACCOMMODATION') }),
  service('s9', 'House of nights', 'Casa Sol', { ...phone('s9', '+62-61-5550108'), ...need('s9', 'ACCOMMODATION') }),
];

describe('pairs of services', () => {
  let on: TestRegistry;
  const load = async () => {
    await loadDirectory(on.registry, itemsOf(...north), { source: 'north' });
    await loadDirectory(on.registry, itemsOf(...south), { source: 'south' });
  };
  beforeAll(async () => {
    on = await openTestRegistry();
    await load();
  });
  afterAll(() => on.close());

  const pairs = async () =>
    (await possiblePairs(on.registry, null, 100)).items.map(({ services: [one, other] }) => `${one.id} ${other.id}`);
  const decide = (given: Partial<DecidePair>, caller = coordinator) =>
    decidePair(on.registry, caller, { ...on.command(), serviceIds: ['n1', 's1'], decision: 'MERGE', keepId: null, ...given });
  const shown = async (...ids: string[]) => {
    const views = await Promise.all(ids.map((id) => findService(on.registry, id)));
    return views.flatMap((view) => view?.id ?? []);
  };

  it('are found by name with organization, phone or domain, or by all of organization, phone and need, never by position', async () => {
    expect(await pairs()).toEqual(['n1 s1', 'n2 s2', 'n3 s3', 'n8 s8']);
    const [first] = (await possiblePairs(on.registry, null, 1)).items;
    expect(first!.services[1]).toEqual({
      ...{ id: 's1', source: 'south', name: 'ST MARYS SHELTER' },
      organization: { id: 'o-s1', name: 'Mary  House' },
    });
    expect(await possiblePairs(on.registry, ['n1', 's1'], 1)).toMatchObject({ totalCount: 4, hasNextPage: true });
  });

  it('are not listed again once somebody keeps them apart', async () => {
    await decide({ serviceIds: ['s2', 'n2'], decision: 'KEEP_APART' });
    await load();
    expect(await pairs()).toEqual(['n1 s1', 'n3 s3', 'n8 s8']);
    expect(await shown('n2', 's2')).toEqual(['n2', 's2']);
  });

  it('are one service after a merge, whatever is imported, until that is undone', async () => {
    expect(await decide({ keepId: 'n1' })).toMatchObject({ state: 'MERGED', goneId: 's1' });
    expect((await on.events()).at(-1)).toMatchObject({ key: 's1', data: null });
    await loadDirectory(on.registry, itemsOf(service('s1', 'Renamed', 'Mary House')), { source: 'south' });
    expect([await shown('n1', 's1'), await pairs()]).toEqual([['n1'], ['n3 s3', 'n8 s8']]);
    await decide({ decision: 'UNDO' });
    expect(await findService(on.registry, 's1')).toMatchObject({ name: 'Renamed', version: 2 });
    await load();
    expect(await pairs()).toContain('n1 s1');
  });

  it('show the other one if the kept one is withdrawn; once both are withdrawn, neither comes back', async () => {
    await decide({ keepId: 'n1' });
    const { version } = (await findService(on.registry, 'n1'))!;
    await withdrawService(on.registry, coordinator, { ...on.command(), id: 'n1', expectedVersion: version });
    expect(await shown('n1', 's1')).toEqual(['s1']);
    const back = (await findService(on.registry, 's1'))!;
    await withdrawService(on.registry, coordinator, { ...on.command(), id: 's1', expectedVersion: back.version });
    await decide({ decision: 'UNDO' });
    await load();
    expect(await shown('n1', 's1')).toEqual([]);
  });

  it('can be merged in a chain', async () => {
    await loadDirectory(on.registry, itemsOf(service('e3', 'Clinic', 'East', { email: 'c@clinic.example.org' })), { source: 'east' });
    await decide({ serviceIds: ['n3', 's3'], keepId: 'n3' });
    await decide({ serviceIds: ['n3', 'e3'], keepId: 'e3' });
    await load();
    expect(await shown('n3', 's3', 'e3')).toEqual(['e3']);
    await decide({ serviceIds: ['n3', 'e3'], decision: 'UNDO' });
    expect(await shown('n3', 's3', 'e3')).toEqual(['n3', 'e3']);
  });

  it('are decided by coordinators, and only while both are published', async () => {
    expect(await decide({ serviceIds: ['n4', 's4'], keepId: 'n4' }, providerOf('o-n4'))).toEqual({ kind: 'NotFound' });
    expect(await decide({ serviceIds: ['n4', 'nobody'], keepId: 'n4' })).toEqual({ kind: 'NotFound' });
    expect(await decide({ serviceIds: ['n4', 's4'], decision: 'UNDO' })).toEqual({ kind: 'NotFound' });
    for (const decision of ['MERGE', 'KEEP_APART', 'UNDO'] as const)
      expect(await decide({ serviceIds: ['any text', 'more text'], keepId: 'any text', decision })).toEqual({ kind: 'NotFound' });
    const left = `SELECT service_id FROM registry.dirty_service WHERE service_id IN ('nobody', 'any text', 'more text')`;
    expect(await on.database.dataSource.query(left)).toEqual([]);
    expect(await decide({ serviceIds: ['n4', 'n4'], keepId: 'n4' })).toMatchObject({ kind: 'InvalidInput' });
    expect(await decide({ serviceIds: ['n4', 's4'], keepId: 'n5' })).toMatchObject({ fields: [{ path: 'keepId' }] });
  });
});
