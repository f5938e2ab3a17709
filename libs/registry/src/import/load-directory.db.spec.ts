import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type JsonObject, objectNames } from '../hsds/record.js';
import { canonicalJson } from '@haven/kernel';
import { readDirectory } from '../exchange/read-directory.js';
import { writeDirectory } from '../exchange/write-directory.js';
import { itemsOf, openTestRegistry, type TestRegistry } from '../registry.fixture.js';
import { directorySource } from '../export/export-directory.js';
import { findServices } from '../search/find-services.js';
import type { ImportLine, ImportSummary } from '../report/import-report.js';
import { loadDirectory } from './load-directory.js';
import type { Registry } from '../ports.js';

const shared = new URL('../../../../../shared/', import.meta.url).pathname;
const whenShared = existsSync(shared) ? it : it.skip;
/** On the embedded database the end-to-end suite imports them; twice would take minutes. */
const whenSharedOnServer = existsSync(shared) && process.env['HAVEN_TEST_POSTGRES_URL'] ? it : it.skip;

/** A service with all data that is easily lost on the way. */
const rich: JsonObject = {
  id: 'rich:1',
  name: '=Légal "aid", =1+1',
  status: 'active',
  minimum_age: 17.5,
  maximum_age: 'none',
  description: 'two\nlines',
  email: null,
  unknown: { deep: [1, null, { x: 'ü' }] },
  organization: { id: 'org', name: 'Org', description: 'd', tax_id: 7, locations: [{ id: 'l1', location_type: 'physical' }] },
  phones: [{ id: 'p1', number: '+1 2', extension: 12, languages: [{ id: 'la', code: 'km' }] }],
  service_at_locations: [
    {
      id: 'at',
      phones: [{ id: 'p1', number: '+1 2', extension: 12 }],
      location: { id: 'l1', location_type: 'physical', latitude: -0.5, longitude: 179.25 },
    },
  ],
  capacities: [{ id: 'c', available: 5, maximum: 3, updated: '2026-01-01T00:00:00Z', unit: { id: 'u', name: 'Beds' } }],
  attributes: [
    {
      id: 'at1',
      value: 'v',
      taxonomy_term: { id: 't1', name: 'T', description: 'd', taxonomy_detail: { id: 'tax', name: 'X', description: 'd' } },
    },
  ],
};

const total = (summary: ImportSummary, key: 'stored' | 'read') => Object.values(summary).reduce((sum, counts) => sum + counts[key], 0);
const balanced = (summary: ImportSummary) =>
  Object.values(summary).every(({ read, stored, unchanged, skipped }) => read === stored + unchanged + skipped && stored >= 0);

async function everything(registry: Registry): Promise<string[]> {
  const source = directorySource(registry);
  const all: string[] = [];
  for (const object of objectNames) {
    for await (const { links, references, ...record } of source.records(object)) {
      const places = links.map(({ parentObject, parentId, property }) => `${parentObject} ${parentId} ${property}`).sort();
      all.push(canonicalJson({ ...record, places, references: references.map(({ property, id }) => `${property} ${id}`).sort() }));
    }
  }
  return all;
}

describe('loading a directory', () => {
  let on: TestRegistry;
  beforeAll(async () => {
    on = await openTestRegistry();
    await loadDirectory(on.registry, itemsOf(rich));
  });
  afterAll(() => on.close());

  whenShared.each(['service_full.json', 'organization_full.json', 'csv'])(
    'takes the official example %s, and again without a change',
    async (name) => {
      const first = await loadDirectory(on.registry, readDirectory(`${shared}hsds/examples/${name}`));
      expect(balanced(first)).toBe(true);
      const again = await loadDirectory(on.registry, readDirectory(`${shared}hsds/examples/${name}`));
      expect([balanced(again), total(again, 'stored'), total(again, 'read')]).toEqual([true, 0, total(first, 'read')]);
    },
    120_000,
  );

  it.each(['json', 'ndjson', 'csv'] as const)('gives the same objects after an export to %s and an import elsewhere', async (format) => {
    const folder = await mkdtemp(join(tmpdir(), 'haven-export-'));
    const elsewhere = await openTestRegistry();
    await writeDirectory(directorySource(on.registry), join(folder, 'out'), format);
    await loadDirectory(elsewhere.registry, readDirectory(join(folder, 'out')));
    expect(await everything(elsewhere.registry)).toEqual(await everything(on.registry));
    await elsewhere.close();
    await rm(folder, { recursive: true });
  });

  whenSharedOnServer.each([
    ['washington-dc', 1658, 0],
    // One row refers to an organization and has nothing else.
    ['illinois', 430, 1],
  ] as const)(
    'loads %s: every row is stored or reported, and again without a change',
    async (name, services, nameless) => {
      const lines: ImportLine[] = [];
      const first = await loadDirectory(on.registry, readDirectory(`${shared}real/${name}`), {
        source: name,
        onLine: (line) => lines.push(line),
      });
      expect([balanced(first), first.service]).toEqual([
        true,
        { read: services, stored: services - nameless, unchanged: 0, skipped: nameless },
      ]);
      const again = await loadDirectory(on.registry, readDirectory(`${shared}real/${name}`), { source: name });
      expect([balanced(again), total(again, 'stored')]).toEqual([true, 0]);
    },
    240_000,
  );

  whenSharedOnServer('finds what is near Washington', async () => {
    const within = { south: 38.8, west: -77.12, north: 39, east: -76.9 };
    const query = { text: null, categories: null, languages: null, country: 'US', organizationId: null, after: null, first: 5 };
    const page = await findServices(on.registry, { ...query, within });
    expect(page.totalCount).toBeGreaterThan(800);
    expect((await findServices(on.registry, { ...query, within: { ...within, south: -39, north: -38.8 } })).totalCount).toBe(0);
  });
});
