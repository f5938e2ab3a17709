import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ServiceView } from '@haven/events';
import { registerOrganization } from '../entries/register-organization.js';
import { registerService } from '../entries/register-service.js';
import { loadDirectory } from '../import/load-directory.js';
import { retellServices } from '../publishing/retell-services.js';
import { coordinator, itemsOf, medan, openTestRegistry, shelter, type TestRegistry } from '../registry.fixture.js';
import { changesAfter, organizationDocument, placePage, recordDocument, recordPage, servicePage } from './hsds-pages.js';
import type { ListedPlaces, ListedRecords } from './published-listing.js';

const everything: ListedPlaces = {
  ...{ text: null, taxonomyTermId: null, taxonomyId: null, organizationId: null, modifiedAfter: null, postalCode: null },
  ...{ offset: 0, limit: 100 },
};
const records: Omit<ListedRecords, 'object'> = { text: null, taxonomyId: null, parentId: null, topOnly: false, offset: 0, limit: 100 };

const housing = { id: 'tax', name: 'Needs', description: 'd' };
const term = (id: string, more: object = {}) => ({ id, name: `Term ${id}`, description: 'd', taxonomy_detail: housing, ...more });
const serviceOf = (id: string, termId: string, postalCode: string) => ({
  id,
  name: `Service ${id}`,
  status: 'active',
  organization: { id: `o-${id}`, name: `Organization ${id}` },
  attributes: [
    { id: `a-${id}`, link_id: id, link_entity: 'service', taxonomy_term: term(termId, termId === 'low' ? { parent_id: 'top' } : {}) },
  ],
  service_at_locations: [
    {
      id: `at-${id}`,
      location: {
        id: `l-${id}`,
        location_type: 'physical',
        addresses: [
          {
            id: `ad-${id}`,
            address_1: '1',
            city: 'C',
            state_province: 'S',
            postal_code: postalCode,
            country: 'GB',
            address_type: 'physical',
          },
        ],
      },
    },
  ],
});

describe('lists of HSDS', () => {
  let on: TestRegistry;
  beforeAll(async () => {
    on = await openTestRegistry();
    await loadDirectory(on.registry, itemsOf(serviceOf('1', 'top', 'M1'), serviceOf('2', 'low', 'M2')), { source: 's' });
  });
  afterAll(() => on.close());

  const services = async (query: object) =>
    (await servicePage(on.registry, { ...everything, ...query }, 'ONE_TO_ONE')).items.map(({ id }) => id);

  it('narrow services by a term or a taxonomy of theirs', async () => {
    expect(await services({ taxonomyTermId: 'low' })).toEqual(['2']);
    expect(await services({ taxonomyId: 'tax' })).toEqual(['1', '2']);
    expect(await services({ taxonomyId: 'other' })).toEqual([]);
    expect(await services({ text: 'service 2' })).toEqual(['2']);
    // Characters that a LIKE pattern would take for "anything".
    expect(await services({ text: '%' })).toEqual([]);
  });

  it('narrow places by the postal code of a public address', async () => {
    const { items, total } = await placePage(on.registry, { ...everything, postalCode: 'M2' }, 'FULL');
    expect(total).toBe(1);
    expect(items).toMatchObject([{ id: 'at-2', service: { id: '2' }, location: { id: 'l-2' } }]);
  });

  it('have terms by taxonomy and parent, each with its taxonomy', async () => {
    const ids = async (query: object) =>
      (await recordPage(on.registry, { ...records, object: 'taxonomy_term', ...query }, 'ONE_TO_ONE')).items.map(({ id }) => id);
    const own = (found: readonly unknown[]) => found.filter((id) => id === 'top' || id === 'low');
    expect(own(await ids({ taxonomyId: 'tax' }))).toEqual(['low', 'top']);
    expect(await ids({ taxonomyId: 'other' })).toEqual([]);
    expect(await ids({ parentId: 'top' })).toEqual(['low']);
    expect(own(await ids({ topOnly: true }))).toEqual(['top']);
    expect(await recordDocument(on.registry, 'taxonomy_term', 'low')).toMatchObject({
      id: 'low',
      taxonomy_detail: { id: 'tax', name: 'Needs' },
    });
    expect(await recordDocument(on.registry, 'taxonomy', 'tax')).toMatchObject(housing);
    expect(await recordDocument(on.registry, 'taxonomy', 'top')).toBeNull();
  });

  it('count everything, whatever part is shown', async () => {
    const page = await recordPage(on.registry, { ...records, object: 'organization', offset: 1, limit: 1 }, 'ONE_TO_ONE');
    expect(page.total).toBe(2);
    expect(page.items).toMatchObject([{ name: 'Organization 2', description: '' }]);
  });

  it('show of an organization with a confidential place only what is released', async () => {
    const { id } = (await registerOrganization(on.registry, coordinator, {
      ...on.command(),
      name: 'House',
      description: 'Behind Jalan Rahasia',
    })) as {
      id: string;
    };
    const closed = { ...shelter, locations: [{ ...medan, visibility: 'CONFIDENTIAL' as const }] };
    const made = (await registerService(on.registry, coordinator, { ...on.command(), organizationId: id, service: closed })) as ServiceView;
    const shown = [
      await organizationDocument(on.registry, id, true),
      await recordPage(on.registry, { ...records, object: 'organization' }, 'FULL'),
      await recordPage(on.registry, { ...records, object: 'organization', text: 'Rahasia' }, 'FULL'),
      await servicePage(on.registry, everything, 'FULL'),
      await placePage(on.registry, everything, 'FULL'),
    ];
    expect(JSON.stringify(shown)).toContain(made.id);
    expect(JSON.stringify(shown)).not.toMatch(/Rahasia|3\.5951963/);
  });

  const read = async (after: Parameters<typeof changesAfter>[1], limit = 100) => {
    const found = await changesAfter(on.registry, after, limit);
    if (found.kind !== 'CHANGES') throw new Error(found.kind);
    return found;
  };
  /** On a server, transactions in other databases delay changes until they end. */
  const readSome = async (count: number, after: Parameters<typeof changesAfter>[1], limit?: number) => {
    const found = await read(after, limit);
    if (found.changes.length >= count) return found;
    await sleep(20);
    return readSome(count, after, limit);
  };

  it('list each change once, in commit order, and none before everything that began earlier has ended', async () => {
    const published = (await servicePage(on.registry, everything, 'MINIMAL')).total;
    const { next } = await readSome(published, null);
    const later = { ...serviceOf('1', 'top', 'M1'), name: 'Another name' };
    await loadDirectory(on.registry, itemsOf(later), { source: 's' });
    const changed = await readSome(1, next);
    expect(changed.changes).toMatchObject([{ id: '1', withdrawn: false }]);
    await loadDirectory(on.registry, itemsOf(later), { source: 's' });
    const again = await read(changed.next);
    expect(again.changes).toEqual([]);
    // Without news, the reader continues from the same position.
    expect(again.next).toEqual(changed.next);
  });

  it('have a change feed that starts again after a republication, as after a restore', async () => {
    const { next } = (await changesAfter(on.registry, null, 1)) as { next: Parameters<typeof changesAfter>[1] };
    await retellServices(on.registry);
    expect(await changesAfter(on.registry, next, 1)).toEqual({ kind: 'EPOCH_OVER' });
    const first = await readSome(1, null, 1);
    expect(first.changes).toHaveLength(1);
    expect((await readSome(1, first.next)).changes.length).toBeGreaterThan(0);
  });
});
