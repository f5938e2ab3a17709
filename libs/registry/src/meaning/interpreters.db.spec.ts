import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ServiceSnapshot } from '@haven/events';
import { loadDirectory } from '../import/load-directory.js';
import { digestOf } from '../publishing/entry-digest.js';
import { publishWaiting } from '../publishing/publish-services.js';
import type { JsonObject } from '../hsds/record.js';
import { Interpreters1800100000001 } from '../persistence/migrations/entries/1800100000001-interpreters.js';
import { itemsOf, openTestRegistry, type TestRegistry } from '../registry.fixture.js';

const attribute = (code: string, value: string): JsonObject => ({
  id: `${code} ${value}`,
  value,
  taxonomy_term: { id: code, code, name: code, description: 'd' },
});
const service = (id: string, more: JsonObject): JsonObject => ({
  ...{ id, name: id, status: 'active', description: 'd' },
  organization: { id: `o-${id}`, name: id, description: 'd' },
  service_at_locations: [{ id: `at-${id}`, location: { id: `l-${id}`, location_type: 'physical', latitude: 3.6, longitude: 98.7 } }],
  ...more,
});

describe('interpreters in the events of a registry', () => {
  let on: TestRegistry;
  const events = async () => (await on.events()) as unknown as { key: string; data: ServiceSnapshot }[];

  beforeAll(async () => {
    on = await openTestRegistry();
    const women = attribute('haven:interpreter.gender', 'WOMAN');
    const all = [
      service('told', { interpretation_services: 'Khmer interpreters on site', attributes: [women] }),
      service('silent', { languages: [{ id: 'g', code: 'km' }] }),
    ];
    await loadDirectory(on.registry, itemsOf(...all), { source: 'test', onLine: () => undefined });
  });
  afterAll(() => on.close());

  it('name the interpreters, and no language that staff speak', async () => {
    const told = Object.fromEntries((await events()).map(({ key, data }) => [key, data.interpreters]));
    expect(told).toEqual({ told: [{ language: 'km', by: 'THERE', genders: ['WOMAN'] }], silent: undefined });
  });

  it('are published for services stored before events had them, and for no others', async () => {
    const before = await events();
    for (const { key, data } of before) {
      const { interpreters: _, ...without } = data;
      await on.database.dataSource.query('UPDATE registry.service_entry SET digest = $2 WHERE service_id = $1', [key, digestOf(without)]);
    }
    const runner = on.database.dataSource.createQueryRunner();
    await new Interpreters1800100000001().up(runner);
    await runner.release();
    expect(await publishWaiting(on.registry)).toBe(2);
    expect((await events()).slice(before.length).map(({ key }) => key)).toEqual(['told']);
  });
});
