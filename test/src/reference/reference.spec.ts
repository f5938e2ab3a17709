import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { sharedSystem } from '../harness/shared-system.js';
import type { System } from '../harness/system.js';
import { askMatches } from './compare/ask-matches.js';
import type { MatchAnswer } from './compare/ask-matches.js';
import { addTestShelters } from './test-shelters.js';
import { describeDifference, differences } from './compare/compare.js';
import type { Difference } from './compare/compare.js';
import type { ListedService, MatchRequest } from './contract-types.js';
import { readDirectory } from './directory.js';
import { faults } from './faults.js';
import { groundOf, randomRequests } from './requests/random-request.js';
import { randomOf } from './requests/random.js';
import { rightRules } from './matcher/reference-matcher.js';

const requestCount = Number(process.env['HAVEN_REFERENCE_REQUESTS'] ?? 500);
const seed = Number(process.env['HAVEN_REFERENCE_SEED'] ?? 20_260_101);
/** With fewer, some faults would not show. The check includes all faulty rules, so one run with enough requests is enough. */
const enoughForFaults = 400;
const triesMost = 8;
const shownDifferences = 5;

let system: System;
let services: ListedService[];
let requests: MatchRequest[];
let answers: MatchAnswer[];
let withdraw: () => Promise<void>;

beforeAll(
  async () => {
    system = sharedSystem();
    withdraw = await addTestShelters(system);
    services = await readDirectory(system);
    const random = randomOf(seed);
    const ground = groundOf(services);
    requests = randomRequests(random, ground, requestCount);
    answers = await askMatches(system, requests);
  },
  120_000 + requestCount * 300,
);

afterAll(async () => {
  // The comparisons take seconds without a pause. This notices connections that the server has closed meanwhile, so that they are not used.
  await sleep(1_500);
  await withdraw?.();
});

/** Other specs change beds meanwhile, and import and withdraw places. So every difference is checked again with a directory read again. */
async function lasting(found: readonly Difference[]): Promise<readonly Difference[]> {
  let left = found;
  for (let tries = 0; left.length > 0 && tries < triesMost; tries += 1) {
    await sleep(3_000);
    const again = [...new Set(left.map((difference) => difference.request))];
    const listed = await readDirectory(system);
    const answered = await askMatches(system, again);
    left = again.flatMap((request, index) => differences(listed, request, answered[index]!));
  }
  return left;
}

describe(`match against plain loops over what the API lists (${requestCount} requests, seed ${seed})`, () => {
  it('finds the same services, at the same distance', async () => {
    const found = await lasting(requests.flatMap((request, index) => differences(services, request, answers[index]!)));
    const report = found.slice(0, shownDifferences).map(describeDifference).join('\n\n');
    if (found.length > 0)
      throw new Error(`${found.length} differences in ${new Set(found.map((d) => d.request)).size} requests\n\n${report}`);
  }, 120_000);

  it('asks enough that some needs find nothing, some a few, and some many services', () => {
    const sizes = answers.flatMap(({ needs }) => needs).map((need) => need.matches.length);
    expect(sizes.filter((size) => size === 0).length).toBeGreaterThan(requestCount / 20);
    expect(sizes.filter((size) => size > 0 && size < 10).length).toBeGreaterThan(requestCount / 20);
    expect(sizes.filter((size) => size >= 10).length).toBeGreaterThan(0);
  });

  (requestCount < enoughForFaults ? it.skip : it).each(Object.keys(faults))('notices when %s', (name) => {
    const wrong = { ...rightRules, ...faults[name] };
    const noticed = requests.some((request, index) => differences(services, request, answers[index]!, wrong).length > 0);
    expect(noticed).toBe(true);
  });
});
