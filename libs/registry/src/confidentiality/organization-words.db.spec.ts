import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type HsdsRecord, type JsonObject, objectNames } from '../hsds/record.js';
import { itemsOf, medan, openTestRegistry, type TestRegistry } from '../registry.fixture.js';
import { directorySource } from '../export/export-directory.js';
import { findOrganization, findService } from '../search/find-services.js';
import type { IncomingItem } from '../report/import-report.js';
import { loadDirectory } from '../import/load-directory.js';

const words = 'Our house is behind the market';
const tag = { id: 'v', value: 'CONFIDENTIAL', taxonomy_term: { id: 'tv', code: 'haven:visibility', name: 'x', description: 'd' } };
const service = (id: string, organization: string, attributes: JsonObject[] = []): JsonObject => ({
  id,
  name: id,
  status: 'active',
  description: `What ${id} offers`,
  ...(attributes.length > 0 && { x_note: words }),
  organization: {
    id: organization,
    name: organization,
    description: words,
    x_office: words,
    funding: [{ id: `f-${organization}`, source: words }],
  },
  service_at_locations: [
    {
      id: `at-${id}`,
      location: {
        id: `l-${id}`,
        location_type: 'physical',
        name: id,
        latitude: medan.latitude,
        longitude: medan.longitude,
        addresses: [{ id: `a-${id}`, address_1: 'Jalan Rahasia 77', city: 'Medan', country: 'ID', address_type: 'physical' }],
        attributes,
      },
    },
  ],
});

describe('what an organization with a confidential place says about itself', () => {
  let on: TestRegistry;
  beforeAll(async () => {
    on = await openTestRegistry();
    await loadDirectory(on.registry, itemsOf(service('office', 'both'), service('other', 'open')), { source: 's' });
  });
  afterAll(() => on.close());

  const exported = async (registry = on): Promise<readonly HsdsRecord[]> => {
    const records: HsdsRecord[] = [];
    for (const object of objectNames) for await (const record of directorySource(registry.registry).records(object)) records.push(record);
    return records;
  };
  async function* given(records: readonly HsdsRecord[]): AsyncGenerator<IncomingItem> {
    for (const record of records) yield { kind: 'record', record, file: 'e', row: 0, reads: 1 };
  }
  const wordsOf = async (id: string) => JSON.stringify([await findService(on.registry, id)]).includes(words);

  it('is shown as long as it has no confidential place', async () => {
    expect(await wordsOf('office')).toBe(true);
    expect((await findOrganization(on.registry, 'both'))?.description).toBe(words);
  });

  it('is then shown nowhere: not in entries of its other services, nor alone, nor in an export', async () => {
    await loadDirectory(on.registry, itemsOf(service('house', 'both', [tag])), { source: 's' });
    expect(await findService(on.registry, 'office')).toMatchObject({ confidential: false, description: 'What office offers' });
    expect((await findService(on.registry, 'office'))!.hsds.organization).toEqual({ id: 'both', name: 'both' });
    expect(await wordsOf('house')).toBe(false);
    expect(await findOrganization(on.registry, 'both')).toEqual({ id: 'both', name: 'both', description: null });
    const records = await exported();
    const telling = records
      .filter(({ properties }) => JSON.stringify(properties).includes(words))
      .map(({ object, id }) => `${object} ${id}`);
    expect(telling.sort()).toEqual(['funding f-open', 'organization open']);
    expect(JSON.stringify(records)).not.toContain('"a-house"');
  });

  it('does not affect another organization', async () => {
    expect(await wordsOf('other')).toBe(true);
    expect((await findOrganization(on.registry, 'open'))?.description).toBe(words);
  });

  it('stays stored, and an import of its export changes nothing', async () => {
    const summary = await loadDirectory(on.registry, given(await exported()), { source: 's' });
    expect(Object.entries(summary).filter(([, { stored, skipped }]) => stored + skipped > 0)).toEqual([]);
    const [organization] = await on.registry.transaction(({ records }) => records.get([{ object: 'organization', id: 'both' }]));
    expect(organization?.properties).toMatchObject({ description: words, x_office: words });
  });

  it('is the same in a registry that knows only the export', async () => {
    const elsewhere = await openTestRegistry();
    const records = await exported();
    await loadDirectory(elsewhere.registry, given(records), { source: 's' });
    for (const id of ['office', 'house', 'other'])
      expect({ ...(await findService(elsewhere.registry, id)), version: 0 }).toEqual({
        ...(await findService(on.registry, id)),
        version: 0,
      });
    const unplaced = (all: readonly HsdsRecord[]) => all.map((record) => JSON.stringify(record)).sort();
    expect(unplaced(await exported(elsewhere))).toEqual(unplaced(records));
    await elsewhere.close();
  });
});
