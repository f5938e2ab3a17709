import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Caller } from '@haven/security';
import { caseworker, openShelters, owner, type Shelters } from '../holds.fixture.js';
import { changeHold } from './change-hold.js';
import { holdBeds } from './hold-beds.js';
import { openHolds } from './open-holds.js';
import type { SeenHold } from '../ports.js';

const colleague: Caller = { subject: 'eli', role: 'HOTLINE', organizationId: 'ngo' };
const otherNgo: Caller = { subject: 'fay', role: 'CASEWORKER', organizationId: 'other-ngo' };
const unattached: Caller = { subject: 'gus', role: 'HOTLINE', organizationId: null };
const otherShelter: Caller = { subject: 'ben', role: 'PROVIDER', organizationId: 'other' };
const auditor: Caller = { subject: 'ada', role: 'AUDITOR', organizationId: null };

let shelters: Shelters;
const hold = async (caller: Caller, serviceId: string, minutes: number) =>
  (
    (await holdBeds(shelters.capacity, caller, {
      idempotencyKey: shelters.key(),
      serviceId,
      minutes,
      party: [{ gender: 'WOMAN', age: 30 }],
    })) as SeenHold
  ).hold.id;
const seen = async (caller: Caller) => (await openHolds(shelters.capacity, caller)).map(({ hold: { id } }) => id);
const step = (operation: 'confirmHold' | 'releaseHold', holdId: string) =>
  changeHold(operation)(shelters.capacity, caseworker, { idempotencyKey: shelters.key(), holdId, expectedVersion: 1 });

beforeAll(async () => {
  shelters = await openShelters();
});
afterAll(() => shelters.close());

it('shows all holds that the caller may see at all shelters, those that expire first on top', async () => {
  await shelters.shelter('one', { total: 9 });
  await shelters.shelter('two', { total: 9 });
  const [stays, late, soon] = [await hold(caseworker, 'one', 15), await hold(caseworker, 'one', 200), await hold(caseworker, 'two', 20)];
  const [other, nobodys] = [await hold(otherNgo, 'two', 100), await hold(unattached, 'one', 60)];
  await step('confirmHold', stays);
  expect(await seen(colleague)).toEqual([soon, late, stays]);
  expect(await seen(otherNgo)).toEqual([other]);
  expect(await seen(unattached)).toEqual([nobodys]);
  expect(await seen(owner)).toEqual([soon, nobodys, other, late, stays]);
  expect(await seen(otherShelter)).toEqual([]);
  expect(await seen(auditor)).toEqual([soon, nobodys, other, late, stays]);
  await step('releaseHold', soon);
  expect(await seen(colleague)).toEqual([late, stays]);
});

it('finds its own holds behind a thousand others', async () => {
  await shelters.shelter('crowded', { total: 9 });
  await hold(otherNgo, 'crowded', 15);
  await shelters.rows(`INSERT INTO capacity.hold (id, service_id, state, subject, organization_id, party, asks, created_at, expires_at, version)
    SELECT gen_random_uuid(), service_id, state, subject, organization_id, party, asks, created_at, expires_at, version
    FROM capacity.hold, generate_series(1, 1000) WHERE service_id = 'crowded'`);
  const own = await hold(caseworker, 'crowded', 240);
  expect(await seen(caseworker)).toContain(own);
  expect(await seen(auditor)).toHaveLength(1_000);
});
