import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../hsds/record.js';
import { writeDirectory } from '../exchange/write-directory.js';
import { itemsOf, medan, openTestRegistry, type TestRegistry } from '../registry.fixture.js';
import { directorySource } from '../export/export-directory.js';
import { findService } from '../search/find-services.js';
import { loadDirectory } from '../import/load-directory.js';
import { publishWaiting } from '../publishing/publish-services.js';

const tag = (id: string) => ({
  id: `v-${id}`,
  value: 'CONFIDENTIAL',
  taxonomy_term: { id: 'tv', code: 'haven:visibility', name: 'x', taxonomy: 'haven' },
});
const street = 'Jalan Rahasia 77';
const addressOf = (id: string) => ({ id, address_1: street, city: 'Medan', country: 'ID', address_type: 'physical' });
/** Of another organization, because a new place of one with a confidential place waits for review. */
const another = { organization: { id: 'another', name: 'Another', description: 'd' } };
const elsewhere = { latitude: 5.5, longitude: 95.3 };
const service = (id: string, more: JsonObject): JsonObject => ({
  id,
  name: 'Service',
  status: 'active',
  organization: { id: 'o', name: 'O', description: 'd' },
  ...more,
});
const at = (id: string, address: string, location: JsonObject): JsonObject => ({
  service_at_locations: [
    { id: `at-${id}`, location: { id: `l-${id}`, location_type: 'physical', addresses: [addressOf(address)], ...location } },
  ],
});
const confidential = (id: string, address = `a-${id}`) => at(id, address, { ...pointOf(medan), attributes: [tag(id)] });
const pointOf = ({ latitude, longitude }: typeof medan) => ({ latitude, longitude });

describe('a shared record that could reveal a confidential place', () => {
  let on: TestRegistry;
  beforeAll(async () => {
    on = await openTestRegistry();
  });
  afterAll(() => on.close());

  const load = (...services: JsonObject[]) => loadDirectory(on.registry, itemsOf(...services), { source: 's' });
  const told = async (id: string) =>
    JSON.stringify([await findService(on.registry, id), (await on.events()).filter(({ key }) => key === id)]);

  /** All lines of an export in this format that contain the text. */
  async function exported(format: 'json' | 'csv', text: string): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'haven-shared-'));
    await writeDirectory(directorySource(on.registry), join(folder, 'out'), format);
    const files = await Promise.all((await readdir(join(folder, 'out'))).map((name) => readFile(join(folder, 'out', name), 'utf8')));
    await rm(folder, { recursive: true });
    return files
      .flatMap((file) => (format === 'csv' ? file.split('\n') : (JSON.parse(file) as JsonObject[]).map((one) => JSON.stringify(one))))
      .filter((line) => line.includes(text))
      .join('\n');
  }

  it('is not shown there when its address later becomes one of a public place as well', async () => {
    await load(service('s1', confidential('1', 'shared')));
    await load(service('s2', { ...at('2', 'shared', elsewhere), ...another }));
    await load({ ...service('s1', {}), name: 'Another name' });
    expect(await findService(on.registry, 's2')).toMatchObject({ locations: [{ address: street }] });
    expect(await findService(on.registry, 's1')).toMatchObject({ name: 'Another name', confidential: true });
    expect(await told('s1')).not.toContain(street);
    for (const format of ['json', 'csv'] as const) expect(await exported(format, street)).not.toMatch(/l-1\b/);
  });

  it('is published again without its address at once', async () => {
    await load(service('s3', confidential('3', 'also')));
    expect(await told('s3')).toContain('Medan');
    await load(service('s4', { ...at('4', 'also', elsewhere), ...another }));
    expect(JSON.stringify((await findService(on.registry, 's3'))?.hsds)).not.toContain('also');
    await load(service('s3', confidential('3', 'also')), service('s4', { ...at('4', 'also', elsewhere), ...another }));
    expect(await told('s3')).not.toContain(street);
    expect(await findService(on.registry, 's4')).toMatchObject({ locations: [{ address: street }] });
  });

  it('is not shown there if the two were joined before', async () => {
    await load(service('s5', confidential('5')), service('s6', at('6', 'joined', elsewhere)));
    const joined = {
      parentObject: 'location',
      parentId: 'l-5',
      property: 'addresses',
      childObject: 'address',
      childId: 'joined',
      position: 1,
    } as const;
    await on.registry.transaction(async (tx) => {
      await tx.records.relate([joined]);
      await tx.dirty.mark(['s5']);
    });
    await publishWaiting(on.registry);
    expect(await told('s5')).not.toContain(street);
    for (const format of ['json', 'csv'] as const) expect(await exported(format, street)).not.toMatch(/l-5\b/);
  });

  it('is not revealed by an unknown property', async () => {
    const listed = { id: 'l-7', latitude: medan.latitude, longitude: medan.longitude, addresses: [addressOf('x')] };
    await load(service('s7', { ...confidential('7'), locations: [listed], site: { location: listed } }));
    const secrets = [street, '3.5951', '98.6722'];
    for (const text of secrets) expect(await told('s7')).not.toContain(text);
    for (const format of ['json', 'csv'] as const) for (const text of secrets) expect(await exported(format, text)).not.toContain('s7');
    const told7 = (await findService(on.registry, 's7'))?.hsds as { site?: unknown; locations?: unknown };
    expect(told7).toMatchObject({ service_at_locations: [{ location: { id: 'l-7' } }] });
    expect(JSON.stringify([told7.site, told7.locations])).not.toContain('l-7');
  });
});
