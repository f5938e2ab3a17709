import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem } from '../harness/system.js';
import type { OwnSystem } from '../harness/system.js';
import { askMatches } from '../reference/compare/ask-matches.js';
import type { MatchAnswer } from '../reference/compare/ask-matches.js';
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
import { smallPages } from './small-pages.js';

const requestCount = Number(process.env['HAVEN_MUTATION_REQUESTS'] ?? 1_000);
const requestsAtOnce = 50;
const faultMilliseconds = 60_000 + requestCount * 200;

let product: ProductCopy;
let system: OwnSystem;
let services: ListedService[];
let requests: MatchRequest[];
/** Answers of the product without faults, with which the reference agrees. */
let rightAnswers: string[] = [];

beforeAll(async () => {
  product = await copyProduct();
  await product.apply([smallPages]);
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

/** Faults that leave a wrong read model behind come last. */
const faultNames = Object.keys(seededFaults).sort(
  (a, b) => Number(seededFaults[a]!.rebuild ?? false) - Number(seededFaults[b]!.rebuild ?? false),
);

/** An answer as text, without its time, which always differs. */
const textOf = ({ needs, plan, brief }: MatchAnswer): string => JSON.stringify({ needs, plan, brief });

async function* answersInParts(): AsyncGenerator<{ request: MatchRequest; answer: MatchAnswer; right: string | undefined }> {
  for (let start = 0; start < requests.length; start += requestsAtOnce) {
    const part = requests.slice(start, start + requestsAtOnce);
    const answers = await askMatches(system, part);
    yield* part.map((request, index) => ({ request, answer: answers[index]!, right: rightAnswers[start + index] }));
  }
}

/** The first difference that the reference matcher finds. An answer that the fault did not change is not compared again. */
async function firstDifference(): Promise<Difference | null> {
  for await (const { request, answer, right } of answersInParts()) {
    if (textOf(answer) === right) continue;
    const [found] = differences(services, request, answer);
    if (found) return found;
  }
  return null;
}

describe(`the reference matcher with ${requestCount} requests`, () => {
  it(
    'agrees with the product as it is',
    async () => {
      const answered: string[] = [];
      const found: Difference[] = [];
      for await (const { request, answer } of answersInParts()) {
        answered.push(textOf(answer));
        found.push(...differences(services, request, answer));
      }
      expect(found.map(describeDifference)).toEqual([]);
      rightAnswers = answered;
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
