import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ServiceSnapshot } from '@haven/events';
import { type ImportLine } from '../report/import-report.js';
import { loadDirectory } from '../import/load-directory.js';
import { digestOf } from '../publishing/entry-digest.js';
import { publishWaiting } from '../publishing/publish-services.js';
import type { JsonObject } from '../hsds/record.js';
import { Hours1799000000001 } from '../persistence/migrations/entries/1799000000001-hours.js';
import { itemsOf, openTestRegistry, type TestRegistry } from '../registry.fixture.js';

const hours = (id: string, opens_at: string, more: JsonObject = {}): JsonObject => ({
  id,
  freq: 'WEEKLY',
  byday: 'MO',
  opens_at,
  closes_at: '17:00',
  description: 'Ring at the blue gate',
  ...more,
});
const confidential = { id: 'v', value: 'CONFIDENTIAL', taxonomy_term: { id: 't', code: 'haven:visibility', name: 'v', description: 'd' } };

/** The service opens at 9, the service at its place at 10, the place at 11. */
const service = (id: string, location: JsonObject = {}, own: JsonObject = {}): JsonObject => ({
  id,
  name: id,
  status: 'active',
  organization: { id: `o-${id}`, name: id, description: 'd' },
  schedules: [hours(`${id}-1`, '09:00')],
  service_at_locations: [
    {
      id: `at-${id}`,
      schedules: [hours(`${id}-2`, '10:00')],
      location: {
        id: `l-${id}`,
        location_type: 'physical',
        latitude: 3.6,
        longitude: 98.7,
        schedules: [hours(`${id}-3`, '11:00')],
        ...location,
      },
    },
  ],
  ...own,
});

describe('opening hours in the events of a registry', () => {
  let on: TestRegistry;
  const lines: ImportLine[] = [];
  const events = async () => (await on.events()) as unknown as { key: string; data: ServiceSnapshot }[];
  const told = async () =>
    Object.fromEntries((await events()).map(({ key, data }) => [key, data.schedules?.map(({ locationId, opens }) => [locationId, opens])]));

  beforeAll(async () => {
    on = await openTestRegistry();
    const all = [
      service('open'),
      service('hidden', { attributes: [confidential] }),
      service('silent', { schedules: [] }, { schedules: [], service_at_locations: [] }),
      service('odd', {}, { schedules: [hours('odd-1', 'noon')], service_at_locations: [] }),
    ];
    await loadDirectory(on.registry, itemsOf(...all), { source: 'test', onLine: (line) => void lines.push(line) });
  });
  afterAll(() => on.close());

  it('are those of the service and of the service at a place; of a confidential place only those of the service', async () =>
    expect(await told()).toEqual({
      open: [
        [null, 540],
        ['l-open', 600],
      ],
      hidden: [[null, 540]],
      silent: undefined,
      odd: [[null, null]],
    }));

  it('contain no text of the directory', async () => {
    const all = await events();
    expect(all).toHaveLength(4);
    expect(JSON.stringify(all.map(({ data }) => data.schedules))).not.toContain('gate');
  });

  it('are in the report if they cannot be read', () =>
    expect(lines.filter(({ code }) => code === 'HOURS_UNREAD')).toMatchObject([{ object: 'service', id: 'odd', field: 'schedules' }]));

  it('are published for services stored before events had them, and for no others', async () => {
    const before = await events();
    for (const { key, data } of before) {
      const { schedules: _, ...withoutHours } = data;
      await on.database.dataSource.query('UPDATE registry.service_entry SET digest = $2 WHERE service_id = $1', [
        key,
        digestOf(withoutHours),
      ]);
    }
    const runner = on.database.dataSource.createQueryRunner();
    await new Hours1799000000001().up(runner);
    await runner.release();
    expect(await publishWaiting(on.registry)).toBe(4);
    const after = (await events()).slice(before.length);
    expect(after.map(({ key }) => key).sort()).toEqual(['hidden', 'odd', 'open']);
  });
});
