import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readDirectory } from '../exchange/read-directory.js';
import { itemsOf, medan, openTestRegistry, type TestRegistry } from '../registry.fixture.js';
import type { ImportLine, IncomingItem } from './import-report.js';
import { loadDirectory } from './load-directory.js';

const secret = 'Jalan Rahasia 77';
const mark = { id: 'v', value: 'CONFIDENTIAL', taxonomy_term: { id: 'tv', code: 'haven:visibility', name: 'x', taxonomy: 'haven' } };
const place = {
  id: 'L',
  location_type: 'physical',
  latitude: medan.latitude,
  longitude: medan.longitude,
  addresses: [{ id: 'A', address_1: secret, city: 'Medan', country: 'ID', address_type: 'physical' }],
  phones: [{ id: 'P', number: '+62 999 000 777' }],
  attributes: [mark],
};
const service = {
  id: 's',
  name: 'Shelter',
  status: 'active',
  organization: { id: 'o', name: 'O', description: 'd' },
  service_at_locations: [{ id: 'at', location: place }],
};

describe('what names a confidential place as its owner', () => {
  let on: TestRegistry;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'haven-owner-'));
    on = await openTestRegistry();
    await loadDirectory(on.registry, itemsOf(service), { source: 's' });
  });
  afterAll(async () => {
    await on.close();
    await rm(folder, { recursive: true });
  });

  let count = 0;
  async function load(object: 'metadata' | 'attribute', kind: string, id: string) {
    count += 1;
    const rows = {
      metadata: ['metadata.csv', 'id,resource_id,resource_type,field_name,previous_value', `${count},${id},${kind},address_1,${secret}`],
      attribute: ['attributes.csv', 'id,link_id,link_entity,value', `${count},${id},${kind},${secret}`],
    } as const;
    const [file, header, row] = rows[object];
    await writeFile(join(folder, file), `${header}\n${row}\n`);
    const lines: ImportLine[] = [];
    const summary = await loadDirectory(on.registry, readDirectory(join(folder, file)), {
      source: 's',
      onLine: (line) => lines.push(line),
    });
    return { counts: summary[object], codes: lines.filter(({ action }) => action === 'skipped').map(({ code }) => code) };
  }
  const sealed = () => on.registry.transaction(async ({ vault }) => Object.keys((await vault.open(['L'])).get('L')!.records));

  it.each([
    ['metadata', 'Location', 'L'],
    ['metadata', 'locations', 'L'],
    ['metadata', ' LOCATION', 'L '],
    ['metadata', 'data/locations.csv', 'L'],
    ['metadata', 'Addresses', 'A'],
    ['attribute', 'Phone', 'P'],
    ['attribute', 'ServiceAtLocation', 'at'],
  ] as const)('belongs to it: %s of %s %s', async (object, kind, id) => {
    expect(await load(object, kind, id)).toEqual({ counts: { read: 1, stored: 1, unchanged: 0, skipped: 0 }, codes: [] });
    expect(await on.whereIs(secret)).toEqual([]);
    expect(await sealed()).toContain(`${object}:${count}`);
  });

  it.each([
    ['metadata', 'Standort', 'L'],
    ['metadata', '', 'L'],
    ['attribute', 'place', 'L'],
    ['metadata', 'Anschrift', 'A'],
    ['attribute', 'metadata', 'P'],
  ] as const)('is refused when nobody knows what it is: %s of %j %s', async (object, kind, id) => {
    const refused = { counts: { read: 1, stored: 0, unchanged: 0, skipped: 1 }, codes: ['OWNER_UNKNOWN'] };
    expect(await load(object, kind, id)).toEqual(refused);
    expect(await on.whereIs(secret)).toEqual([]);
    expect(await sealed()).not.toContain(`${object}:${count}`);
  });

  it('is refused also before the place itself comes', async () => {
    const lines: ImportLine[] = [];
    const record = (object: 'attribute' | 'metadata', id: string, more: object): IncomingItem => ({
      kind: 'record',
      file: 'f',
      row: 1,
      reads: 1,
      record: { object, id, properties: {}, links: [], references: [], ...more },
    });
    async function* items() {
      yield record('attribute', 'v early', {
        properties: { value: 'CONFIDENTIAL' },
        links: [{ parentObject: 'location', parentId: 'early', property: 'attributes', position: 0 }],
        references: [{ property: 'taxonomy_term', object: 'taxonomy_term', id: 'tv' }],
      });
      yield record('metadata', 'm early', { properties: { resource_id: 'early', resource_type: 'Standort', previous_value: secret } });
    }
    await loadDirectory(on.registry, items(), { source: 's', onLine: (line) => lines.push(line) });
    expect(lines.filter(({ code }) => code === 'OWNER_UNKNOWN')).toMatchObject([{ id: 'm early' }]);
    expect(await on.whereIs(secret)).toEqual([]);
  });

  it('is kept when it names something else', async () => {
    expect(await load('metadata', 'Standort', 'elsewhere')).toMatchObject({ counts: { stored: 1 }, codes: [] });
  });
});
