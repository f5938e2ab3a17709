import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { farService, mutate, withdraw } from '../bad-input/registry-operations.js';
import type { Sender } from '../bad-input/registry-operations.js';
import { ask } from '../harness/graphql.js';
import { sharedSystem } from '../harness/shared-system.js';
import type { System } from '../harness/system.js';

const worker: Sender = { role: 'CASEWORKER', organization: 'day-line' };
const women = (count: number) => Array.from({ length: count }, () => ({ gender: 'WOMAN', age: 28 }));

let system: System;
let staff: Sender;
let serviceId: string;
let poolId: string;

/** Sends one operation with a fresh key and returns its only field. */
async function send(query: string, input: object, { role, organization }: Sender = worker): Promise<Record<string, unknown>> {
  const token = await system.token(role, organization);
  const variables = { input: { idempotencyKey: randomUUID(), ...input } };
  const answer = await ask<Record<string, Record<string, unknown>>>(system.url, { query, variables, token });
  const [result] = Object.values(answer.data ?? {});
  if (!result) throw new Error(answer.body);
  return result;
}

const failed = '__typename ... on UserError { code message }';
const setIntake = `mutation ($input: SetIntakeInput!) { setIntake(input: $input) { ${failed} ... on Intake { open requiresAcceptance version } } }`;
const holdBeds = `mutation ($input: HoldBedsInput!) { holdBeds(input: $input) { ${failed} ... on Hold { id version acceptBy } ... on NotAdmitted { reasons { code text inIndonesian: text(locale: "id-ID") } } } }`;
const transition = (name: string) =>
  `mutation ($input: HoldTransitionInput!) { ${name}(input: $input) { ${failed} ... on Hold { id state version isOffer acceptBy } } }`;
const joinWaitlist = `mutation ($input: JoinWaitlistInput!) { joinWaitlist(input: $input) { ${failed} ... on Waiting { id state ahead holdId version } } }`;
const addSurgeBeds = `mutation ($input: AddSurgeBedsInput!) { addSurgeBeds(input: $input) { ${failed} ... on BedPool { total free } } }`;
const holdGroup = `mutation ($input: HoldGroupInput!) { holdGroup(input: $input) { ${failed} ... on GroupHeld { holds { id version } } ... on GroupChanged { changes { party code } } } }`;
const extendHold = `mutation ($input: ExtendHoldInput!) { extendHold(input: $input) { ${failed} ... on Hold { state version expiresAt } ... on HoldNotActive { hold { state } } } }`;
const extendPlacement = `mutation ($input: ExtendPlacementInput!) { extendPlacement(input: $input) { ${failed} ... on Hold { state version expectedEnd } } }`;

const step = (name: string, { id, version }: Record<string, unknown>, sender = worker) =>
  send(transition(name), { holdId: id, expectedVersion: version }, sender);
const line = async () =>
  (
    await system.query<{ waitlist: { id: string; state: string; holdId: string | null }[] }>(
      'query ($id: ID!) { waitlist(serviceId: $id) { id state holdId } }',
      { id: serviceId },
    )
  ).waitlist;

/** The hold in the list of its holders' holds. */
async function openHold(id: unknown, { role, organization }: Sender): Promise<object | undefined> {
  const query = '{ holds { id expiresAt party { gender ageBand } } }';
  const token = await system.token(role, organization);
  const { data } = await ask<{ holds: { id: string }[] }>(system.url, { query, token });
  return data!.holds.find((hold) => hold.id === id);
}

beforeAll(async () => {
  system = sharedSystem();
  const organization = (await mutate(system, 'registerOrganization', { name: 'House of a test (end-to-end)' })).result!;
  staff = { role: 'PROVIDER', organization: organization.id };
  const service = { ...farService, categories: ['ACCOMMODATION'] };
  serviceId = (await mutate(system, 'registerService', { organizationId: organization.id, service }, staff)).result!.id;
  poolId = (await mutate(system, 'defineBedPool', { serviceId, name: 'Beds', total: 2 }, staff)).result!.id;
}, 60_000);

afterAll(() => withdraw(system, serviceId), 60_000);

describe('a house', () => {
  it('accepts holds itself, closes its intake, and opens it again', async () => {
    expect(await send(setIntake, { serviceId, expectedVersion: 0, requiresAcceptance: true }, staff)).toMatchObject({
      requiresAcceptance: true,
      version: 1,
    });
    const asked = await send(holdBeds, { serviceId, party: women(1) });
    expect(asked['acceptBy']).toEqual(expect.any(String));
    const accepted = await step('acceptHold', asked, staff);
    expect(accepted).toMatchObject({ state: 'HELD', acceptBy: null });
    const { id, version } = accepted;
    const longer = await send(extendHold, { holdId: id, expectedVersion: version, minutes: 240 });
    expect(longer).toMatchObject({ state: 'HELD', version: (version as number) + 1 });
    expect(await openHold(id, worker)).toMatchObject({ expiresAt: longer['expiresAt'], party: [{ gender: 'WOMAN', ageBand: 'ADULT' }] });
    expect(await openHold(id, { role: 'HOTLINE', organization: 'other-line' })).toBeUndefined();
    expect(await send(extendHold, { holdId: id, expectedVersion: version, minutes: 240 })).toMatchObject({ code: 'VERSION_CONFLICT' });
    await step('releaseHold', { id, version: longer['version'] });
    expect(await openHold(id, worker)).toBeUndefined();
    expect(await send(extendHold, { holdId: id, expectedVersion: 4, minutes: 240 })).toMatchObject({
      code: 'HOLD_NOT_ACTIVE',
      hold: { state: 'RELEASED' },
    });
    expect(await send(setIntake, { serviceId, expectedVersion: 1, open: false, requiresAcceptance: false }, staff)).toMatchObject({
      open: false,
    });
    expect(await send(holdBeds, { serviceId, party: women(1) })).toMatchObject({
      code: 'NOT_ADMITTED',
      reasons: [{ code: 'INTAKE_CLOSED', inIndonesian: expect.stringContaining('tidak menerima orang baru') }],
    });
    expect(await send(setIntake, { serviceId, expectedVersion: 2, open: true }, worker).catch(String)).toMatch(/FORBIDDEN/);
    expect(await send(setIntake, { serviceId, expectedVersion: 2, open: true }, staff)).toMatchObject({ open: true, version: 3 });
  }, 60_000);

  it('has a waiting list when it is full: the first in line is offered a bed that becomes free, and takes it', async () => {
    const full = await send(holdBeds, { serviceId, party: women(2) });
    const waiting = await send(joinWaitlist, { serviceId, party: women(1) });
    expect(waiting).toMatchObject({ state: 'WAITING', ahead: 0, holdId: null });
    await step('releaseHold', full);
    const [first] = await line();
    expect(first).toMatchObject({ id: waiting['id'], state: 'OFFERED' });
    const taken = await step('takeOffer', { id: first!.holdId, version: 1 });
    expect(taken).toMatchObject({ state: 'HELD', isOffer: false });
    const arrived = await step('confirmHold', taken, staff);
    const expectedEnd = new Date(Date.now() + 60 * 24 * 3_600_000).toISOString().slice(0, 10);
    const extended = await send(extendPlacement, { holdId: arrived['id'], expectedVersion: arrived['version'], expectedEnd });
    expect(extended).toMatchObject({ state: 'CONFIRMED', expectedEnd });
    const query = 'query ($id: ID!) { bedReconciliation(serviceId: $id) { occupied placed difference } placements(serviceId: $id) { id } }';
    expect(await system.query(query, { id: serviceId })).toEqual({
      bedReconciliation: [{ occupied: 1, placed: 1, difference: 0 }],
      placements: [{ id: arrived['id'] }],
    });
    await step('checkOut', { id: arrived['id'], version: extended['version'] });
  }, 60_000);

  it('gets more beds for a night, and a group is held whole or not at all', async () => {
    const endsAt = new Date(Date.now() + 3_600_000).toISOString();
    expect(await send(addSurgeBeds, { poolId, beds: 3, endsAt }, staff)).toMatchObject({ total: 5, free: 5 });
    const parties = [{ party: women(3) }, { party: women(2) }, { party: women(1) }];
    const plan = 'query ($input: PlanGroupInput!) { planGroup(input: $input) { party serviceId } }';
    expect(await system.query(plan, { input: { parties, serviceIds: [serviceId] } })).toEqual({
      planGroup: [
        { party: 0, serviceId },
        { party: 1, serviceId },
        { party: 2, serviceId: null },
      ],
    });
    const holds = parties.map((party) => ({ ...party, serviceId }));
    expect(await send(holdGroup, { holds })).toMatchObject({ code: 'GROUP_CHANGED', changes: [{ party: 2, code: 'NO_BEDS_LEFT' }] });
    const held = await send(holdGroup, { holds: holds.slice(0, 2) });
    expect(held['holds']).toHaveLength(2);
    for (const hold of held['holds'] as Record<string, unknown>[]) await step('releaseHold', hold);
  }, 60_000);
});
