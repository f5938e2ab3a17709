import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ownProcesses } from '../harness/shared-system.js';
import { startSystem } from '../harness/system.js';
import type { OwnSystem } from '../harness/system.js';
import { importInto } from './import-report.js';
import type { ImportReport } from './import-report.js';

const describeOwn = ownProcesses ? describe : describe.skip;
const weekdays = 'MO,TU,WE,TH,FR';
const daily = `${weekdays},SA,SU`;
const open = (opens_at: string, closes_at: string, byday = daily, more: object = {}) => ({
  freq: 'WEEKLY',
  byday,
  opens_at,
  closes_at,
  ...more,
});

/** A service in London with these hours. */
const service = (id: string, ...schedules: object[]) => ({
  id,
  name: id,
  status: 'active',
  description: 'Free legal aid',
  organization: { id: 'o', name: 'Example organization', description: 'd' },
  schedules: schedules.map((one, n) => ({ id: `${id}-${n}`, ...one })),
  service_at_locations: [
    {
      id: `${id}-at`,
      location: {
        id: `${id}-place`,
        location_type: 'physical',
        latitude: 51.5,
        longitude: -0.12,
        addresses: [{ id: `${id}-address`, address_type: 'physical', country: 'GB', city: 'London' }],
      },
    },
  ],
});

const directory = [
  service('office', open('09:00', '17:00', weekdays)),
  service('around the clock', open('23:00', '22:59')),
  service('day and night', open('00:00', '23:59')),
  service('night', open('20:00', '06:00')),
  service('holiday', open('09:00', '17:00'), { valid_from: '2026-12-25', valid_to: '2026-12-25', description: 'Closed' }),
  service('season', open('09:00', '17:00', daily, { valid_from: '2026-04-01', valid_to: '2026-09-30' })),
  service('fortnight', open('09:00', '17:00', 'MO', { interval: 2, dtstart: '2026-11-30' })),
  service('intake', open('00:00', '23:59'), open('10:00', '12:00', weekdays, { description: 'Intake' })),
  service('by appointment', { freq: 'WEEKLY', byday: daily, description: 'By appointment' }),
  service('silent'),
];

interface Found {
  readonly service: { readonly name: string };
  readonly openNow: boolean | null;
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly hoursText: string | null;
  readonly intake: { readonly openNow: boolean | null; readonly opensAt: string | null } | null;
  readonly burden: { readonly parts: readonly { readonly code: string; readonly km: number }[] };
}

describeOwn('opening hours of a directory', () => {
  let system: OwnSystem;
  let report: ImportReport;

  beforeAll(async () => {
    system = await startSystem();
    const folder = await mkdtemp(join(tmpdir(), 'haven-hours-'));
    await writeFile(join(folder, 'services.json'), JSON.stringify(directory));
    report = await importInto(system, join(folder, 'services.json'));
    await rm(folder, { recursive: true });
  }, 150_000);

  afterAll(() => system.remove(), 30_000);

  const match = async (at: string): Promise<Map<string, Found>> => {
    const input = {
      origin: { point: { latitude: 51.5, longitude: -0.12 } },
      needs: [{ category: 'LEGAL' }],
      person: { gender: 'WOMAN', age: 30, languages: ['en'] },
      first: 50,
      at,
    };
    const { match: answer } = await system.query<{ match: { needs: { matches: Found[] }[] } }>(
      `query ($input: MatchInput!) { match(input: $input) { needs { matches { service { name } openNow opensAt closesAt hoursText
        intake { openNow opensAt } burden { parts { code km } } } } } }`,
      { input },
    );
    return new Map(answer.needs[0]!.matches.map((found) => [found.service.name, found]));
  };
  const told = async (at: string) =>
    Object.fromEntries([...(await match(at))].map(([name, { openNow, opensAt, closesAt }]) => [name, [openNow, opensAt ?? closesAt]]));

  it('are open, closed until a time, or not known', async () =>
    expect(await told('2026-11-30T03:00:00Z')).toEqual({
      office: [false, '2026-11-30T09:00:00.000Z'],
      'around the clock': [true, null],
      'day and night': [true, null],
      night: [true, '2026-11-30T06:00:00.000Z'],
      holiday: [false, '2026-11-30T09:00:00.000Z'],
      season: [null, null],
      fortnight: [false, '2026-11-30T09:00:00.000Z'],
      intake: [true, null],
      'by appointment': [null, null],
      silent: [null, null],
    }));

  it('are those of a later day, by the clock of the place', async () => {
    const [summer, christmas, monday] = [
      await told('2026-07-06T08:30:00Z'),
      await told('2026-12-25T12:00:00Z'),
      await told('2026-12-07T12:00:00Z'),
    ];
    expect([summer['office'], summer['season']]).toEqual([
      [true, '2026-07-06T16:00:00.000Z'],
      [true, '2026-07-06T16:00:00.000Z'],
    ]);
    expect(christmas['holiday']).toEqual([false, '2026-12-26T09:00:00.000Z']);
    expect(monday['fortnight']).toEqual([false, '2026-12-14T09:00:00.000Z']);
  });

  it('of intake are separate, and count if there are any', async () => {
    const found = await match('2026-11-30T03:00:00Z');
    const costs = [...found.values()].map(({ service: { name }, burden }) => [
      name,
      burden.parts.find(({ code }) => code === 'HOURS')?.km ?? 0,
    ]);
    expect(found.get('intake')!.intake).toEqual({ openNow: false, opensAt: '2026-11-30T10:00:00.000Z' });
    expect(Object.fromEntries(costs)).toEqual({
      ...{ office: 10, 'around the clock': 0, 'day and night': 0, night: 0, holiday: 10 },
      ...{ season: 3, fortnight: 10, intake: 10, 'by appointment': 3, silent: 3 },
    });
  });

  it('are put into words; hours that cannot be read are in the report', async () => {
    expect((await match('2026-11-30T03:00:00Z')).get('office')!.hoursText).toBe('Mon–Fri 09:00–17:00');
    expect(report.lines.filter(({ code }) => code === 'HOURS_UNREAD').map(({ id }) => id)).toEqual(['by appointment']);
  });
});
