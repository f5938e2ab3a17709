import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Caller } from '@haven/security';
import { caseworker, openShelters, owner, type Shelters } from '../holds.fixture.js';
import { activeHoldsPage } from './active-holds.js';
import { holdBeds } from './hold-beds.js';
import type { StoredHold } from '../ports.js';

const otherNgo: Caller = { subject: 'fay', role: 'CASEWORKER', organizationId: 'other-ngo' };

let shelters: Shelters;
const page = async (caller: Caller, first?: number, after?: string) =>
  ((await activeHoldsPage(shelters.capacity, caller, { serviceId: 'house', first, after })) as StoredHold[]).map(({ hold }) => hold.id);

beforeAll(async () => {
  shelters = await openShelters();
  await shelters.shelter('house', { total: 9 });
  const party = [{ gender: 'WOMAN' as const, age: 30 }];
  for (const caller of [caseworker, otherNgo, caseworker, otherNgo, caseworker])
    await holdBeds(shelters.capacity, caller, { idempotencyKey: shelters.key(), serviceId: 'house', party });
});
afterAll(() => shelters.close());

it('pages through the holds that the caller may see, each once, even with many others in between', async () => {
  const [all, own] = [await page(owner), await page(caseworker)];
  expect([all.length, own.length]).toEqual([5, 3]);
  const [one, two] = [await page(caseworker, 2), await page(caseworker, 2, own[1])];
  expect([...one, ...two]).toEqual(own);
  expect(await page(caseworker, 2, own[2])).toEqual([]);
});

it.each([{ first: 0 }, { first: 1_001 }, { after: 'x' }])('rejects %j', async (asked) => {
  const [field] = Object.keys(asked);
  expect(await activeHoldsPage(shelters.capacity, owner, { serviceId: 'house', ...asked })).toMatchObject({
    kind: 'InvalidInput',
    fields: [{ path: field }],
  });
});
