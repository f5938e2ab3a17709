import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importInto } from '../directories/import-report.js';
import { ownProcesses } from '../harness/shared-system.js';
import { startSystem, type OwnSystem } from '../harness/system.js';
import { askMatches, type MatchAnswer } from './compare/ask-matches.js';
import { describeDifference, differences } from './compare/compare.js';
import type { ListedService, MatchRequest } from './contract-types.js';
import { readDirectory } from './directory.js';
import { groundOf, randomRequests } from './requests/random-request.js';
import { randomOf, type Random } from './requests/random.js';
import { rightRules, type Rules } from './matcher/reference-matcher.js';

const describeOwn = ownProcesses ? describe : describe.skip;
const serviceCount = 160;
const requestCount = Math.min(200, Number(process.env['HAVEN_REFERENCE_REQUESTS'] ?? 200));

/** Around Johor Bahru and Singapore, near one border. */
const near = (random: Random) => ({ latitude: 1.2 + random.next() * 0.8, longitude: 103.5 + random.next() * 0.7 });
const categories = ['ACCOMMODATION', 'LEGAL', 'MEDICAL', 'CHILD_PROTECTION'];
const box = [
  [103.4, 1.3],
  [103.8, 1.3],
  [103.8, 2],
  [103.4, 2],
  [103.4, 1.3],
];

/** Some have a position, the others only a town or a country. */
function serviceOf(random: Random, n: number): object {
  const id = `somewhere-${n}`;
  const country = random.pick(['MY', 'SG']);
  const where = random.pick([
    ...[
      { ...near(random), country },
      { ...near(random), country },
    ],
    ...[{ country }, { country: '' }, null, { country, city: country === 'MY' ? 'Johor Bahru' : 'Singapore' }],
  ]);
  const { country: said, city, ...position } = { city: undefined, country: '', ...where };
  const address = { id: `${id}-a`, country: said, ...(city && { city }) };
  const location = { id: `${id}-l`, location_type: 'physical', ...position, ...(said && { addresses: [address] }) };
  const area = { id: `${id}-area`, extent_type: 'geojson', extent: JSON.stringify({ type: 'Polygon', coordinates: [box] }) };
  return {
    ...{ id, name: `Somewhere ${n}`, status: random.chance(0.95) ? 'active' : 'inactive' },
    organization: { id: `somewhere-o${n % 9}`, name: 'Of a test', description: 'Made by a test.' },
    languages: random.some(['ms', 'en', 'zh', 'ta'], 2).map((code) => ({ id: `${id}-${code}`, code })),
    ...(where && { service_at_locations: [{ id: `${id}-at`, location }] }),
    ...(random.chance(0.3) && { service_areas: [area] }),
    attributes: [
      {
        id: `${id}-c`,
        value: random.pick(categories),
        taxonomy_term: { id: 'haven:category', code: 'haven:category', name: 'haven:category', description: 'd' },
      },
    ],
  };
}

/** Faulty rules, each of which must be noticed. */
const faults: Readonly<Record<string, Partial<Rules>>> = {
  'who is somewhere is nowhere': { somewhere: () => false },
  'who is somewhere serves everybody': { somewhere: () => true },
  'it costs nothing that a position is not known': { positionKm: () => 0 },
};

describeOwn('match where nobody knows where services are, against plain loops over what the API lists', () => {
  let system: OwnSystem;
  let services: ListedService[];
  let requests: MatchRequest[];
  let answers: MatchAnswer[];

  beforeAll(async () => {
    system = await startSystem();
    const folder = await mkdtemp(join(tmpdir(), 'haven-somewhere-'));
    const random = randomOf(16);
    const listed = Array.from({ length: serviceCount }, (_, n) => serviceOf(random, n));
    await writeFile(join(folder, 'services.json'), JSON.stringify(listed));
    await importInto(system, join(folder, 'services.json'));
    await rm(folder, { recursive: true });
    services = await readDirectory(system);
    requests = randomRequests(random, groundOf(services), requestCount);
    answers = await askMatches(system, requests);
  }, 240_000);

  afterAll(() => system.remove(), 30_000);

  const found = (rules: Partial<Rules> = {}) =>
    requests.flatMap((request, n) => differences(services, request, answers[n]!, { ...rightRules, ...rules }));

  it('finds the same services', () => {
    const all = found();
    if (all.length > 0) throw new Error(`${all.length} differences\n\n${all.slice(0, 5).map(describeDifference).join('\n\n')}`);
    const matches = answers.flatMap(({ needs }) => needs.flatMap((need) => need.matches));
    expect(matches.filter(({ distance }) => distance === null).length).toBeGreaterThan(requestCount);
  });

  it.each(Object.keys(faults))('notices if %s', (name) => {
    expect(found(faults[name]).length).toBeGreaterThan(0);
  });
});
