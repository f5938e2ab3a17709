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

/** In Libreville; `more` is a publisher's way of writing. */
const service = (id: string, more: object, place: object = {}) => ({
  id,
  name: id,
  status: 'active',
  description: 'Free legal aid',
  organization: { id: 'o', name: 'Example organization', description: 'd' },
  service_at_locations: [
    {
      id: `${id}-at`,
      location: {
        id: `${id}-place`,
        location_type: 'physical',
        latitude: 0.5,
        longitude: 10.5,
        addresses: [{ id: `${id}-address`, address_type: 'physical', country: 'GA' }],
        ...place,
      },
    },
  ],
  ...more,
});
const area = (extent: string) => ({ service_areas: [{ id: `area-${extent.length}`, name: 'Area', extent, extent_type: 'geojson' }] });
const ring = '[[10,0],[11,0],[11,1],[10,1]';

const directory = [
  service('degrees', {}, { latitude: '0° 30\' 0" N', longitude: '+10.500000000000000001' }),
  service('from 6 months', { minimum_age: '6 months', maximum_age: 17.5 }),
  service('english and spanish', { languages: [{ id: 'l1', code: 'en, es' }] }),
  service('hebrew', { languages: [{ id: 'l2', code: 'iw' }] }),
  service('by others', { languages: [{ id: 'l3', name: 'Spanish - interpreter on request' }] }),
  service('open ring', area(`{"type":"Polygon","coordinates":[${ring}]]}`)),
  service('no area', area('{"type":"Polygon","coordinates":[')),
  service('gabon', {}, { addresses: [{ id: 'a-gabon', address_type: 'physical', country: 'République gabonaise (Gabon)' }] }),
  service('nowhere', {}, { addresses: [{ id: 'a-nowhere', address_type: 'physical', country: 'Middle Earth' }] }),
  service('O’Neil House', {}),
];

interface Found {
  readonly service: { readonly name: string; readonly languages: readonly string[] };
  readonly openNow: boolean | null;
  readonly reasons: readonly { readonly code: string; readonly text: string }[];
}

describeOwn('what publishers write in ways of their own', () => {
  let system: OwnSystem;
  let report: ImportReport;

  beforeAll(async () => {
    system = await startSystem();
    const folder = await mkdtemp(join(tmpdir(), 'haven-meaning-'));
    await writeFile(join(folder, 'services.json'), JSON.stringify(directory));
    report = await importInto(system, join(folder, 'services.json'));
    await rm(folder, { recursive: true });
  }, 150_000);

  afterAll(() => system.remove(), 30_000);

  const linesOf = (code: string) => report.lines.filter((line) => line.code === code).map(({ field }) => field);
  const match = async (age: number, latitude = 0.5): Promise<Map<string, Found>> => {
    const input = {
      origin: { point: { latitude, longitude: 10.5 } },
      needs: [{ category: 'LEGAL' }],
      person: { gender: 'WOMAN', age, languages: ['es'] },
      maxDistanceKm: 500,
      crossBorder: true,
      first: 50,
    };
    const { match: answer } = await system.query<{ match: { needs: { matches: Found[] }[] } }>(
      'query ($input: MatchInput!) { match(input: $input) { needs { matches { service { name languages } openNow reasons { code text } } } } }',
      { input },
    );
    return new Map(answer.needs[0]!.matches.map((found) => [found.service.name, found]));
  };
  const isAsked = (found: Found | undefined, code: string) => found?.reasons.some((reason) => reason.code === code);

  it('puts a place on the map by any notation of its position', async () => {
    expect((await match(30)).has('degrees')).toBe(true);
    expect(linesOf('NUMBER_READ')).toEqual(expect.arrayContaining(['latitude', 'longitude', 'minimum_age']));
  });

  it('asks if whole years are not precise enough, and refuses nobody because of them', async () => {
    for (const age of [0, 17]) expect(isAsked((await match(age)).get('from 6 months'), 'ASK_AGE_OR_GENDER_OF_PERSON')).toBe(true);
    expect(isAsked((await match(16)).get('from 6 months'), 'ASK_AGE_OR_GENDER_OF_PERSON')).toBe(false);
    expect((await match(18)).has('from 6 months')).toBe(false);
  });

  it('reads the languages of a list, and none that the staff do not speak', async () => {
    const found = await match(30);
    expect(found.get('english and spanish')!.service.languages).toEqual(['en', 'es']);
    expect(isAsked(found.get('english and spanish'), 'LANGUAGE_SPOKEN')).toBe(true);
    expect(found.get('hebrew')!.service.languages).toEqual(['he']);
    expect(found.get('by others')!.service.languages).toEqual([]);
    expect(linesOf('LANGUAGE_BY_INTERPRETER')).toEqual(['name']);
  });

  it('closes an area, and asks if one cannot be read', async () => {
    const [inside, outside] = [await match(30), await match(30, 2.5)];
    expect([inside.has('open ring'), outside.has('open ring')]).toEqual([true, false]);
    expect(isAsked(inside.get('no area'), 'ASK_SERVICE_AREA')).toBe(true);
    expect(isAsked(inside.get('open ring'), 'ASK_SERVICE_AREA')).toBe(false);
    expect([linesOf('AREA_READ'), linesOf('AREA_UNREAD')]).toEqual([['extent'], ['extent']]);
  });

  it('finds by the country of the address, or otherwise of the position', async () => {
    const { services } = await system.query<{ services: { totalCount: number } }>('{ services(filter: { country: "GA" }) { totalCount } }');
    expect(services.totalCount).toBe(directory.length);
    expect(linesOf('COUNTRY_UNKNOWN')).toEqual(['country']);
  });

  it('finds a name as people type it', async () => {
    for (const text of ["O'Neil", 'O’Neil', 'oneil'])
      expect(await system.query('query ($text: String) { services(filter: { text: $text }) { totalCount } }', { text })).toEqual({
        services: { totalCount: 1 },
      });
  });
});
