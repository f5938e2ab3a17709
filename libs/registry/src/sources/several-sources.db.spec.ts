import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { centreOfCell, publicCellOf } from '@haven/kernel';
import type { JsonObject } from '../hsds/record.js';
import { coordinator, itemsOf, medan, openTestRegistry, shelter, type TestRegistry } from '../registry.fixture.js';
import { findServices } from '../search/find-services.js';
import type { ImportLine, ImportSummary, IncomingItem } from '../report/import-report.js';
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

describe('a place that is confidential in the directory of one source', () => {
  let on: TestRegistry;
  beforeAll(async () => {
    on = await openTestRegistry();
  });
  afterAll(() => on.close());

  const tag = { id: 'v', value: 'CONFIDENTIAL', taxonomy_term: { id: 'tv', code: 'haven:visibility', name: 'x', taxonomy: 'haven' } };
  const exact = { latitude: medan.latitude, longitude: medan.longitude };
  const secret = 'Jalan Rahasia 77';
  /** One house of one organization, with its publisher's ids. */
  const house = (id: string, location: JsonObject = {}, publisher = 'Rumah'): JsonObject => ({
    id,
    name: `${id} shelter`,
    status: 'active',
    organization: { id: `o-${id}`, name: publisher, description: 'd' },
    service_at_locations: [
      {
        id: `at-${id}`,
        location: {
          id: `l-${id}`,
          location_type: 'physical',
          name: 'House',
          ...exact,
          addresses: [{ id: `a-${id}`, address_1: secret, city: 'Medan', country: 'ID', address_type: 'physical' }],
          ...location,
        },
      },
    ],
  });
  const load = async (source: string, ...services: JsonObject[]) => {
    const lines: ImportLine[] = [];
    await loadDirectory(on.registry, itemsOf(...services), { source, onLine: (line) => lines.push(line) });
    return lines.map(({ code }) => code);
  };
  const found = async (name: string) => {
    const query = { categories: null, languages: null, country: null, organizationId: null, within: null, after: null };
    const page = await findServices(on.registry, { ...query, text: name, first: 100 });
    return page.items.map(({ view }) => view);
  };
  const expectHidden = async (id: string, count = 2) => {
    const services = await found(`${id} shelter`);
    expect(services.map(({ confidential }) => confidential)).toEqual(Array.from({ length: count }, () => true));
    expect(await on.whereIs(secret)).toEqual([]);
    expect(await on.whereIs(String(medan.latitude))).toEqual([]);
  };

  it('stays confidential when the same directory comes again under another source without the tag', async () => {
    await load('first', house('again', { attributes: [tag] }));
    expect(await load('second', house('again'))).toContain('CONFIDENTIAL_ELSEWHERE');
    await expectHidden('again');
    expect(await load('second', house('again'))).not.toContain('CONFIDENTIAL_ELSEWHERE');
    await expectHidden('again');
  });

  it('is hidden where another source already shows it', async () => {
    await load('first', house('shown'));
    await load('second', house('shown', { attributes: [tag] }));
    await expectHidden('shown');
  });

  it('is hidden where it has no position, if the same organization is there', async () => {
    await load('first', house('bare', { name: null, latitude: null, longitude: null, attributes: [tag] }));
    await load('second', house('bare', { name: 'Other name' }));
    await expectHidden('bare');
  });

  it('is hidden in all sources if an edit of one makes it confidential', async () => {
    await load('first', house('edited'));
    await load('second', house('edited'));
    const [first] = (await found('edited shelter')).filter(({ id }) => id === 'edited');
    const service = { ...shelter, name: 'edited shelter', locations: [{ ...medan, name: 'House', visibility: 'CONFIDENTIAL' as const }] };
    await updateService(on.registry, coordinator, { ...on.command(), id: 'edited', expectedVersion: first!.version, service });
    await expectHidden('edited');
    await load('third', house('edited'));
    await expectHidden('edited', 3);
  });

  it("also hides another source's phone that is secret itself, but none of another publisher", async () => {
    const phones = (more: JsonObject = {}): JsonObject => ({ phones: [{ id: 'p-secret', number: '+62 811 777', ...more }] });
    await load('phones 1', { ...house('phone', { latitude: 1, longitude: 1, addresses: [] }), ...phones({ confidential: 'yes' }) });
    expect(await load('phones 2', { ...house('phone', { latitude: 1, longitude: 1, addresses: [] }), ...phones() })).toContain(
      'CONFIDENTIAL_ELSEWHERE',
    );
    expect(await on.whereIs('+62 811 777')).toEqual([]);
    const other = { ...house('phone', { name: 'Clinic', latitude: 5.5, longitude: 95.3, addresses: [] }, 'Clinic'), ...phones() };
    expect(await load('phones 3', other)).not.toContain('CONFIDENTIAL_ELSEWHERE');
    expect((await found('phone shelter')).flatMap((view) => view.phones.map(({ number }) => number))).toEqual(['+62 811 777']);
  });

  it("is confidential through another source's tag alone, even for a term that it does not have", async () => {
    await load('said', {
      ...house('said'),
      attributes: [{ id: 'x-said', value: 'x', taxonomy_term: { ...tag.taxonomy_term, id: 't-said' } }],
    });
    const only = async function* (): AsyncGenerator<IncomingItem> {
      const properties = { link_entity: 'location', link_id: 'l-said', value: 'hide' };
      const links = [{ parentObject: 'location', parentId: 'l-said', property: 'attributes', position: 0 }] as const;
      const references = [{ property: 'taxonomy_term', object: 'taxonomy_term', id: 't-said' }] as const;
      yield { kind: 'record', file: 'f', row: 1, reads: 1, record: { object: 'attribute', id: 'm-said', properties, links, references } };
    };
    await loadDirectory(on.registry, only(), { source: 'only a tag' });
    await expectHidden('said', 1);
  });

  it('does not affect another publisher that uses the same id for another place', async () => {
    await load('apart 1', house('apart', { attributes: [tag] }));
    const elsewhere = { name: 'Clinic', latitude: 5.5, longitude: 95.3, addresses: [] };
    const lines = await load('apart 2', house('apart', elsewhere, 'Clinic'));
    for (const code of ['CONFIDENTIAL_ELSEWHERE', 'PLACE_WAITS']) expect(lines).not.toContain(code);
    await load(
      'apart 3',
      house('apart', { ...elsewhere, name: 'Third house', latitude: null, longitude: null, attributes: [tag] }, 'Third'),
    );
    expect((await found('apart shelter')).map(({ confidential }) => confidential).sort()).toEqual([false, true, true]);
  });

  it('is recognized by the organization that entered it, whatever source brings the organization', async () => {
    await load('first', house('entered', { name: 'Office', latitude: 5.5, longitude: 95.3, addresses: [] }));
    const [view] = await found('entered shelter');
    const hidden = { ...medan, name: 'Shelter', visibility: 'CONFIDENTIAL' as const };
    const service = { ...shelter, name: 'entered shelter', locations: [hidden] };
    await updateService(on.registry, coordinator, { ...on.command(), id: view!.id, expectedVersion: view!.version, service });
    const again = house('entered', { id: 'l-new', name: 'Any name' });
    expect(await load('second', again)).toContain('PLACE_WAITS');
    expect((await found('entered shelter')).flatMap(({ locations }) => locations)).toEqual([
      expect.objectContaining({ ...centreOfCell(publicCellOf(medan)), precision: 'AREA' }),
    ]);
  });
});
