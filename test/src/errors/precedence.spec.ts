import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sharedSystem } from '../harness/shared-system.js';
import type { System } from '../harness/system.js';
import { askMutation, failuresOf, mutations, type Request } from './ask-mutation.js';
import { errorTable, stepsOf } from './error-table.js';
import { failingRequests, type FailingRequest } from './failing-requests.js';
import { buildTestHouse, closeTestHouse, type TestHouse } from './test-house.js';

let system: System;
let house: TestHouse;
let requests: Readonly<Record<string, FailingRequest>>;

beforeAll(async () => {
  system = sharedSystem();
  house = await buildTestHouse(system);
  requests = failingRequests(house);
}, 120_000);

afterAll(() => closeTestHouse(system, house));

const codeOf = (step: string): string => errorTable.steps.find((one) => one.step === step)!.code;

async function send(mutation: string, request: Request, idempotencyKey: string) {
  const { input } = request;
  const withKey = mutation === 'endSurge' ? input : { input: { idempotencyKey, ...input } };
  return (await askMutation(system, mutation, { ...request, input: withKey })).code;
}

/** A key that its caller has used with another body. */
async function usedKey(mutation: string, request: Request): Promise<string> {
  const key = randomUUID();
  const { idempotencyKey: _broken, ...input } = request.input;
  await send(mutation, { ...request, input: { ...input, ...requests[mutation]!.earlier } }, key);
  return key;
}

describe('docs/errors.json', () => {
  it('has a row for each mutation of the schema', () => {
    expect(Object.keys(errorTable.mutations).sort()).toEqual(mutations);
    expect(Object.keys(requests).sort()).toEqual(mutations);
  });

  it.each(mutations)('names the failures that the schema allows for %s', (mutation) => {
    const types = new Set(stepsOf(mutation).map(({ code }) => errorTable.codes[code]!.type));
    if (mutation === 'registerOrganization') types.add('NotFound'); // These are in the union, and never returned.
    expect([...types].sort()).toEqual(failuresOf(mutation));
  });
});

describe.each(mutations)('%s', (mutation) => {
  const steps = stepsOf(mutation).map(({ step }) => step);

  it.each(steps.map((first, index) => ({ first, later: steps.slice(index + 1) })))(
    'returns $first before $later',
    async ({ first, later }) => {
      const failing = new Set([first, ...later]);
      const request = requests[mutation]!.of((step) => failing.has(step));
      // A key that is wrong by itself cannot have been used before.
      const isUsed = failing.has('key') && !('idempotencyKey' in request.input);
      const key = isUsed
        ? await usedKey(
            mutation,
            requests[mutation]!.of((step) => step !== 'form' && failing.has(step)),
          )
        : randomUUID();
      expect(await send(mutation, request, key)).toBe(codeOf(first));
    },
  );

  if (steps.includes('key') && steps.includes('missing'))
    it('checks the key before an id that cannot exist', async () => {
      const [idField] = Object.keys(requests[mutation]!.earlier);
      const request = requests[mutation]!.of(() => false);
      const noId = { ...request, input: { ...request.input, [idField!]: 'no id' } };
      expect(await send(mutation, noId, await usedKey(mutation, noId))).toBe('IDEMPOTENCY_CONFLICT');
      expect(await send(mutation, noId, randomUUID())).toBe('NOT_FOUND');
    });
});
