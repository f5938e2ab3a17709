import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ownProcesses } from '../harness/shared-system.js';
import { startSystem, type OwnSystem } from '../harness/system.js';
import { importInto, type ImportReport } from './import-report.js';

const describeOwn = ownProcesses ? describe : describe.skip;

const service = (id: string, location: object | null) => ({
  ...{ id, name: id, status: 'active', description: 'Free legal aid' },
  organization: { id: 'o', name: 'Example organization', description: 'd' },
  ...(location && { service_at_locations: [{ id: `${id}-at`, location: { id: `${id}-l`, location_type: 'physical', ...location } }] }),
});
const addressed = (id: string, address: object, more: object = {}) =>
  service(id, { ...more, addresses: [{ id: `${id}-a`, address_type: 'physical', ...address }] });

const directory = [
  addressed('Turin, its town', { address_1: 'Via Roma 1', city: 'Torino', country: 'Italia' }),
  addressed('Turin, its door', { city: 'Torino', country: 'IT' }, { latitude: 45.075, longitude: 7.69 }),
  addressed('somewhere in Italy', { country: 'IT' }),
  addressed('somewhere in Austria', { country: 'AT' }),
  service('a hotline', null),
];

describeOwn('places of a directory that has no position for them', () => {
  let system: OwnSystem;
  let report: ImportReport;

  beforeAll(async () => {
    system = await startSystem();
    const folder = await mkdtemp(join(tmpdir(), 'haven-places-'));
    await writeFile(join(folder, 'services.json'), JSON.stringify(directory));
    report = await importInto(system, join(folder, 'services.json'));
    await rm(folder, { recursive: true });
  }, 150_000);

  afterAll(() => system.remove(), 30_000);

  const placeNamed = async (query: string) => {
    const { places } = await system.query<{ places: { id: string; name: string; country: string }[] }>(
      'query ($query: String!) { places(query: $query, first: 3) { id name country } }',
      { query },
    );
    return places[0]!;
  };
  const match = async (placeId: string) => {
    const input = {
      ...{ origin: { placeId }, needs: [{ category: 'LEGAL' }] },
      ...{ person: { gender: 'WOMAN', age: 30, languages: ['it'] }, maxDistanceKm: 50 },
    };
    const { match: answer } = await system.query<{
      match: {
        needs: {
          matches: {
            service: { name: string };
            location: { precision: string; address: string | null } | null;
            distance: { meters: number; precision: string } | null;
            burden: { parts: { code: string; km: number }[] };
            reasons: { code: string; text: string }[];
          }[];
        }[];
      };
    }>(
      `query ($input: MatchInput!) { match(input: $input) { needs { matches { service { name } location { precision address }
        distance { meters precision } burden { parts { code km } } reasons { code text(locale: "en") } } } } }`,
      { input },
    );
    return answer.needs[0]!.matches;
  };

  it.each([
    ['Torino', 'Turin IT'],
    ['Turin', 'Turin IT'],
    ['München', 'Munich DE'],
    ['Mecca', 'Makkah SA'],
    ['Wien', 'Vienna AT'],
    ['Medan', 'Medan ID'],
  ])('a place that somebody calls %s is found', async (query, place) => {
    const { name, country } = await placeNamed(query);
    expect(`${name} ${country}`).toBe(place);
  });

  it('are found from there: first by the door, then by the town, and after these by country alone', async () => {
    const matches = await match((await placeNamed('Torino')).id);
    expect(matches.map(({ service: { name } }) => name)).toEqual(['Turin, its door', 'Turin, its town', 'somewhere in Italy', 'a hotline']);
    const [door, town, somewhere] = matches;
    expect([door!.distance?.precision, town!.distance, somewhere!.distance]).toEqual(['EXACT', { meters: 0, precision: 'CITY' }, null]);
    expect(town!.location).toEqual({ precision: 'CITY', address: 'Via Roma 1' });
    expect(town!.burden.parts).toContainEqual({ code: 'POSITION_UNKNOWN', km: 10 });
    expect(somewhere!.burden.parts[0]).toEqual({ code: 'POSITION_UNKNOWN', km: 50 });
    expect(somewhere!.reasons.find(({ code }) => code === 'POSITION_UNKNOWN')!.text).toContain('does not say where it is');
  });

  it('are reported', () => {
    const told = report.lines.filter(({ code }) => code.startsWith('POSITION')).map(({ id, code }) => `${id} ${code}`);
    expect(told.sort()).toEqual([
      'Turin, its town-l POSITION_BY_CITY',
      'a hotline POSITION_MISSING',
      'somewhere in Austria POSITION_MISSING',
      'somewhere in Italy POSITION_MISSING',
    ]);
  });
});
