import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../hsds/record.js';
import { coordinator, itemsOf, openTestRegistry, shelter, type TestRegistry } from '../registry.fixture.js';
import { findServices } from '../search/find-services.js';
import type { ImportLine, ImportSummary } from '../report/import-report.js';
import { loadDirectory } from '../import/load-directory.js';
import { updateService } from '../entries/update-service.js';

/** Everything has the id 1, except texts of the publisher. */
const service = (publisher: string, more: JsonObject = {}, location: JsonObject = {}): JsonObject => ({
  id: '1',
  name: `${publisher} shelter`,
  status: 'active',
  organization: { id: '1', name: publisher, description: 'd', parent_organization_id: '1' },
  phones: [{ id: '1', number: publisher }],
  attributes: [
    { id: '1', link_entity: 'service', link_id: '1', value: publisher, taxonomy_term: { id: '1', name: publisher, description: 'd' } },
  ],
  metadata: [{ id: '1', resource_type: 'service', resource_id: '1', field_name: 'name', previous_value: publisher }],
  service_at_locations: [
    {
      id: '1',
      location: {
        id: '1',
        name: `${publisher} house`,
        location_type: 'physical',
        latitude: 50 + publisher.length,
        longitude: -2,
        addresses: [{ id: '1', address_1: `${publisher} street`, city: 'Town', country: 'GB', address_type: 'physical' }],
        ...location,
      },
    },
  ],
  ...more,
});

const changes = (summary: ImportSummary): number => Object.values(summary).reduce((sum, { stored, skipped }) => sum + stored + skipped, 0);

describe('directories of several publishers', () => {
  let on: TestRegistry;
  beforeAll(async () => {
    on = await openTestRegistry();
  });
  afterAll(() => on.close());

  async function load(source: string, ...services: JsonObject[]) {
    const lines: ImportLine[] = [];
    const summary = await loadDirectory(on.registry, itemsOf(...services), { source, onLine: (line) => lines.push(line) });
    return { summary, lines };
  }
  const views = async () => {
    const query = { categories: null, languages: null, country: null, organizationId: null, within: null, after: null, text: null };
    const page = await findServices(on.registry, { ...query, first: 100 });
    return page.items.map(({ view }) => view);
  };

  it('are stored side by side though their ids are the same, each with its own parts, and keep existing ids', async () => {
    await load('alpha', service('Alpha'));
    await load('bravo', service('Bravo'));
    const found = await views();
    expect(found.map(({ name }) => name)).toEqual(['Alpha shelter', 'Bravo shelter']);
    expect(found.map(({ id, organization }) => [id === '1', organization.id === '1', organization.name])).toEqual([
      [true, true, 'Alpha'],
      [false, false, 'Bravo'],
    ]);
    for (const [index, other] of ['Bravo', 'Alpha'].entries()) expect(JSON.stringify(found[index])).not.toContain(other);
    expect(found.map(({ locations }) => locations.map(({ address }) => address))).toEqual([['Alpha street'], ['Bravo street']]);
    expect(found.map(({ hsds }) => (hsds.attributes as JsonObject[]).filter(({ value }) => value !== 'ACCOMMODATION').length)).toEqual([
      1, 1,
    ]);
    expect(found.map(({ hsds }) => (hsds.metadata as JsonObject[]).length)).toEqual([1, 1]);
  });

  it('are changed only by their own source, and a second import changes nothing', async () => {
    for (const [source, publisher] of [
      ['alpha', 'Alpha'],
      ['bravo', 'Bravo'],
    ] as const)
      expect([source, changes((await load(source, service(publisher))).summary)]).toEqual([source, 0]);
    await load('bravo', service('Bravo', { name: 'Bravo refuge' }));
    await load('alpha', service('Alpha', { name: 'Alpha refuge' }));
    expect((await views()).map(({ name }) => name)).toEqual(['Alpha refuge', 'Bravo refuge']);
  });

  it('keep what a person changed here, under its id', async () => {
    const [bravo] = (await views()).filter(({ name }) => name === 'Bravo refuge');
    const answer = await updateService(on.registry, coordinator, {
      ...on.command(),
      id: bravo!.id,
      expectedVersion: bravo!.version,
      service: shelter,
    });
    expect(answer).toMatchObject({ id: bravo!.id, name: 'Safe House' });
    const { lines } = await load('bravo', service('Bravo'));
    expect((await views()).map(({ name }) => name)).toEqual(['Alpha refuge', 'Safe House']);
    expect(lines).toContainEqual(expect.objectContaining({ object: 'service', id: '1', code: 'ID_OF_ANOTHER_SOURCE' }));
  });

  it('do not take an id that another one refers to and does not have yet', async () => {
    const waiting = { id: 'w', name: 'W', status: 'active', organization: { id: 'ow', name: 'W', description: 'd' } };
    await load('waits', {
      ...waiting,
      service_areas: [],
      attributes: [{ id: 'aw', link_entity: 'contact', link_id: 'cw', value: 'mine' }],
    });
    await load('other', {
      ...waiting,
      id: 'w2',
      organization: { id: 'ow2', name: 'W2', description: 'd' },
      contacts: [{ id: 'cw', name: 'C' }],
    });
    const [other] = (await views()).filter(({ id }) => id === 'w2');
    expect(JSON.stringify(other!.hsds)).not.toContain('mine');
  });
});
