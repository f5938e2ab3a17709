import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem } from '../harness/system.js';
import type { OwnSystem } from '../harness/system.js';
import { askMatches } from '../reference/compare/ask-matches.js';
import { addTestShelters } from '../reference/test-shelters.js';
import { describeDifference, differences } from '../reference/compare/compare.js';
import type { Difference } from '../reference/compare/compare.js';
import type { ListedService, MatchRequest } from '../reference/contract-types.js';
import { readDirectory } from '../reference/directory.js';
import { groundOf, randomRequests } from '../reference/requests/random-request.js';
import { randomOf } from '../reference/requests/random.js';
import { copyProduct } from './product-copy.js';
import type { ProductCopy } from './product-copy.js';
import { seededFaults } from './seeded-faults.js';

const requestCount = Number(process.env['HAVEN_MUTATION_REQUESTS'] ?? 1_000);
const requestsAtOnce = 50;
const faultMilliseconds = 60_000 + requestCount * 200;

let product: ProductCopy;
let system: OwnSystem;
let services: ListedService[];
let requests: MatchRequest[];

beforeAll(async () => {
  product = await copyProduct();
  system = await startSystem({ demo: true, root: product.root });
  await addTestShelters(system);
  services = await readDirectory(system);
  const random = randomOf(20_260_301);
  const ground = groundOf(services);
  requests = randomRequests(random, ground, requestCount);
}, 240_000);

afterAll(async () => {
  await system?.remove();
  await product?.remove();
}, 60_000);

/** Those last that leave a wrong read model behind. */
const faultNames = Object.keys(seededFaults).sort(
  (a, b) => Number(seededFaults[a]!.rebuild ?? false) - Number(seededFaults[b]!.rebuild ?? false),
);

/** What the reference matcher finds, as soon as it finds anything. */
async function firstDifference(): Promise<Difference | null> {
  for (let start = 0; start < requests.length; start += requestsAtOnce) {
    const part = requests.slice(start, start + requestsAtOnce);
    const answers = await askMatches(system, part);
    const found = part.flatMap((request, index) => differences(services, request, answers[index]!));
    if (found[0]) return found[0];
  }
  return null;
}

describe(`the reference matcher with ${requestCount} requests`, () => {
  it(
    'agrees with the product as it is',
    async () => {
      const found = await firstDifference();
      expect(found && describeDifference(found)).toBeNull();
    },
    faultMilliseconds,
  );

  it.each(faultNames)(
    'notices the fault "%s"',
    async (name) => {
      const { rebuild, ...fault } = seededFaults[name]!;
      await system.stop();
      const repair = await product.apply([{ name, ...fault }]);
      try {
        await system.restart();
        if (rebuild) await system.haven('rebuild', 'matching');
        expect(await firstDifference()).not.toBeNull();
      } finally {
        await repair();
      }
    },
    faultMilliseconds,
  );
});
