import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Caller } from '@haven/security';
import { caseworker, openShelters, owner, type Shelters } from '../holds.fixture.js';
import { joinWaitlist } from './join-waitlist.js';
import { leaveWaitlist } from './leave-waitlist.js';
import { openWaits } from './open-waits.js';
import type { WaitingView } from '../ports.js';

const colleague: Caller = { subject: 'eli', role: 'HOTLINE', organizationId: 'ngo' };
const otherNgo: Caller = { subject: 'fay', role: 'CASEWORKER', organizationId: 'other-ngo' };
const unattached: Caller = { subject: 'gus', role: 'HOTLINE', organizationId: null };
const otherShelter: Caller = { subject: 'ben', role: 'PROVIDER', organizationId: 'other' };
const coordinator: Caller = { subject: 'cara', role: 'COORDINATOR', organizationId: null };

let shelters: Shelters;

beforeAll(async () => {
  shelters = await openShelters();
});
afterAll(() => shelters.close());

it('shows all waitlist entries that the caller may see, at all shelters', async () => {
  await shelters.shelter('one', { total: 0 });
  await shelters.shelter('two', { total: 0 });
  const join = async (caller: Caller, serviceId: string) =>
    (await joinWaitlist(shelters.capacity, caller, {
      idempotencyKey: shelters.key(),
      serviceId,
      party: [{ gender: 'WOMAN', age: 30 }],
    })) as WaitingView;
  const [first, other, last, nobodys] = [
    await join(caseworker, 'one'),
    await join(otherNgo, 'one'),
    await join(caseworker, 'two'),
    await join(unattached, 'two'),
  ];
  const seen = async (caller: Caller) => (await openWaits(shelters.capacity, caller)).map(({ id }) => id);
  expect(await seen(colleague)).toEqual([first.id, last.id]);
  expect(await seen(otherNgo)).toEqual([other.id]);
  expect(await seen(unattached)).toEqual([nobodys.id]);
  expect(await seen(owner)).toEqual([first.id, other.id, last.id, nobodys.id]);
  expect(await seen(otherShelter)).toEqual([]);
  expect(await seen(coordinator)).toEqual([first.id, other.id, last.id, nobodys.id]);

  const left = { idempotencyKey: shelters.key(), waitingId: first.id, expectedVersion: first.version };
  await leaveWaitlist(shelters.capacity, caseworker, left);
  expect(await seen(colleague)).toEqual([last.id]);
  expect((await openWaits(shelters.capacity, otherNgo))[0]).toMatchObject({ ahead: 0, serviceId: 'one', state: 'WAITING' });
});

it('finds its own entries behind a thousand others, and lists one shelter completely', async () => {
  await shelters.shelter('crowded', { total: 0 });
  const join = (caller: Caller) =>
    joinWaitlist(shelters.capacity, caller, { idempotencyKey: shelters.key(), serviceId: 'crowded', party: [{ gender: 'WOMAN' }] });
  await join(otherNgo);
  await shelters.rows(`INSERT INTO capacity.waiting (id, service_id, state, subject, organization_id, party, beds, joined_at, waits_until, version)
    SELECT gen_random_uuid(), service_id, state, subject, organization_id, party, beds, joined_at, waits_until, version
    FROM capacity.waiting, generate_series(1, 1000) WHERE service_id = 'crowded'`);
  const own = (await join(caseworker)) as WaitingView;
  expect((await openWaits(shelters.capacity, caseworker)).map(({ id }) => id)).toContain(own.id);
  expect(await openWaits(shelters.capacity, coordinator)).toHaveLength(1_000);
  expect((await shelters.capacity.waitlist('crowded')).at(-1)?.waiting.id).toBe(own.id);
});
