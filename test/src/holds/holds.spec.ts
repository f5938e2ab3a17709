import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { farService, mutate } from '../bad-input/registry-operations.js';
import type { MutationResult, OperationName, Sender } from '../bad-input/registry-operations.js';
import { expiredToken } from '../bad-input/wrong-tokens.js';
import { ask } from '../harness/graphql.js';
import { quickest } from '../harness/quickest.js';
import { sharedSystem } from '../harness/shared-system.js';
import { subscribe } from '../harness/subscribe.js';
import type { System } from '../harness/system.js';

interface Pool {
  readonly free: number;
  readonly held: number;
  readonly occupied: number;
}

const hotline: Sender = { role: 'HOTLINE', organization: 'night-line' };
const caseworker: Sender = { role: 'CASEWORKER', organization: 'night-line' };
const otherNgo: Sender = { role: 'CASEWORKER', organization: 'other-ngo' };
const woman = { gender: 'WOMAN', age: 31 };
const children = [
  { gender: 'UNDISCLOSED', age: 3 },
  { gender: 'MAN', age: 9 },
];
const womenWithChildren = {
  persons: [
    { genders: ['WOMAN'], minimumAge: 18 },
    { maximumAge: 12, accompaniedOnly: true },
  ],
};

let system: System;
let serviceId: string;
let staff: Sender;

const act = async (name: OperationName, input: object, sender: Sender = hotline): Promise<MutationResult> => {
  const { answer, result } = await mutate(system, name, input, sender);
  if (!result) throw new Error(answer.body);
  return result;
};
const hold = (input: object = {}, sender = hotline) => act('holdBeds', { serviceId, party: [woman], ...input }, sender);
const step = (name: OperationName, { id, version }: MutationResult, sender: Sender) =>
  act(name, { holdId: id, expectedVersion: version }, sender);
const pools = async () =>
  (
    await system.query<{ bedPools: Pool[] }>('query ($serviceId: ID!) { bedPools(serviceId: $serviceId) { free held occupied } }', {
      serviceId,
    })
  ).bedPools;
const nearHere = `query ($input: MatchInput!) { match(input: $input) { needs { matches { service { id } } } } }`;
const isMatched = async (): Promise<boolean> => {
  const person = { gender: 'WOMAN', age: 31, languages: ['en'] };
  const input = {
    origin: { point: { latitude: -60.5, longitude: -45.5 } },
    needs: [{ category: 'ACCOMMODATION' }],
    person,
    maxDistanceKm: 5,
  };
  const { match } = await system.query<{ match: { needs: { matches: { service: { id: string } }[] }[] } }>(nearHere, { input });
  return match.needs[0]!.matches.some(({ service }) => service.id === serviceId);
};

beforeAll(async () => {
  system = sharedSystem();
  const organization = await act('registerOrganization', { name: 'Test house (end-to-end)' }, { role: 'COORDINATOR' });
  staff = { role: 'PROVIDER', organization: organization.id };
  const service = { ...farService, categories: ['ACCOMMODATION'] };
  serviceId = (await act('registerService', { organizationId: organization.id, service }, staff)).id;
  await act('defineBedPool', { serviceId, name: 'Family room', total: 3, admits: womenWithChildren }, staff);
}, 60_000);

describe('the name that staff give a room', () => {
  it('is shown to them and to coordinators; everybody else sees a number, also in a match', async () => {
    const query = 'query ($id: ID!) { bedPools(serviceId: $id) { name } }';
    const names = async ({ role, organization }: Sender) => {
      const answer = await ask<{ bedPools: { name: string }[] }>(system.url, {
        query,
        variables: { id: serviceId },
        token: await system.token(role, organization),
      });
      return answer.data!.bedPools.map(({ name }) => name);
    };
    for (const sender of [staff, { role: 'COORDINATOR' } as const]) expect(await names(sender)).toEqual(['Family room']);
    for (const sender of [hotline, caseworker, { role: 'AUDITOR' } as const]) expect(await names(sender)).toEqual(['Room 1']);
    const matched = `query ($input: MatchInput!) { match(input: $input) { needs { matches { service { id } availability { pools { name } } } } } }`;
    const input = {
      origin: { point: { latitude: -60.5, longitude: -45.5 } },
      needs: [{ category: 'ACCOMMODATION' }],
      person: { gender: 'WOMAN', age: 31, languages: ['en'] },
      maxDistanceKm: 5,
    };
    const answer = async () => JSON.stringify(await system.query(matched, { input }));
    while (!(await answer()).includes('Room 1')) await sleep(50);
    expect(await answer()).not.toContain('Family room');
  });
});

describe('a mother with two children, tonight', () => {
  it('gets three beds until she arrives, stays in them, and leaves them free', async () => {
    const promised = await hold({ party: [woman, ...children], minutes: 120 });
    expect(promised).toMatchObject({ __typename: 'Hold', state: 'HELD', version: 1, beds: [{ beds: 3 }] });
    expect(await pools()).toEqual([{ free: 0, held: 3, occupied: 0 }]);
    const query = 'query ($id: ID!) { hold(id: $id) { caseReference asks { code text } party { gender ageBand } } }';
    const { hold: seen } = await system.query<{ hold: { caseReference: string } }>(query, { id: promised.id });
    expect(seen).toMatchObject({
      caseReference: expect.stringMatching(/^\w{3}-\w{3}-\w$/),
      party: [{ ageBand: 'ADULT' }, { ageBand: 'CHILD' }, { ageBand: 'CHILD' }],
    });
    const arrived = await step('confirmHold', promised, staff);
    expect(arrived).toMatchObject({ state: 'CONFIRMED', version: 2 });
    expect(await pools()).toEqual([{ free: 0, held: 0, occupied: 3 }]);
    expect(await step('checkOut', arrived, caseworker)).toMatchObject({ state: 'CHECKED_OUT', version: 3 });
    expect(await pools()).toEqual([{ free: 3, held: 0, occupied: 0 }]);
  }, 60_000);
});

describe('a hold', () => {
  it('is gone from the next match within a second, and back when it is released', async () => {
    const becomes = async (matched: boolean) => {
      const from = Date.now();
      while ((await isMatched()) !== matched && Date.now() - from < 5_000) await sleep(20);
      return Date.now() - from;
    };
    await becomes(true);
    const took = await quickest(1_000, async () => {
      const promised = await hold({ party: [woman, ...children] });
      const gone = await becomes(false);
      await step('releaseHold', promised, hotline);
      return Math.max(gone, await becomes(true));
    });
    expect(took).toBeLessThan(1_000);
  }, 60_000);

  it('sends its changes to the holder and the shelter, and to nobody else', async () => {
    const query = 'subscription ($serviceId: ID) { holdChanged(serviceId: $serviceId) { id state version } }';
    const open = async ({ role, organization }: Sender) =>
      subscribe<MutationResult>(system.url, await system.token(role, organization), query, { serviceId });
    const [holder, shelter, stranger] = [await open(caseworker), await open(staff), await open(otherNgo)];
    try {
      const promised = await hold();
      const isStep = (state: string) => (value: MutationResult) => value.id === promised.id && value.state === state;
      await Promise.all([holder, shelter].map((told) => told.until(isStep('HELD'), 10_000)));
      await step('declineHold', promised, staff);
      await Promise.all([holder, shelter].map((told) => told.until(isStep('DECLINED'), 10_000)));
      expect(stranger.received).toEqual([]);
      expect(stranger.errors).toEqual([]);
    } finally {
      await Promise.all([holder, shelter, stranger].map((told) => told.close()));
    }
  }, 60_000);

  it('is all or nothing, and says why there is none', async () => {
    expect(await hold({ party: [woman, woman, ...children] })).toMatchObject({
      __typename: 'NoBedsLeft',
      code: 'NO_BEDS_LEFT',
      availability: { serviceId, free: 3, total: 3 },
    });
    expect(await hold({ party: [{ gender: 'MAN', age: 40 }] })).toMatchObject({
      __typename: 'NotAdmitted',
      code: 'NOT_ADMITTED',
      reasons: [{ code: 'NOT_ADMITTED_PERSONS', kind: 'CAUTION' }],
    });
    expect(await pools()).toEqual([{ free: 3, held: 0, occupied: 0 }]);
  });

  it('exists once, however often the call is repeated', async () => {
    const idempotencyKey = randomUUID();
    const answers = await Promise.all(Array.from({ length: 6 }, () => hold({ idempotencyKey })));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await hold({ idempotencyKey, minutes: 60 })).toMatchObject({ __typename: 'IdempotencyConflict' });
    expect((await pools())[0]?.held).toBe(1);
    await step('releaseHold', answers[0]!, hotline);
  }, 60_000);

  it('of another organization does not exist', async () => {
    const promised = await hold();
    expect(await step('confirmHold', promised, otherNgo)).toMatchObject({ __typename: 'NotFound' });
    expect(await step('releaseHold', promised, { role: 'PROVIDER', organization: 'elsewhere' })).toMatchObject({ __typename: 'NotFound' });
    const released = await step('releaseHold', promised, caseworker);
    expect(await step('confirmHold', released, staff)).toMatchObject({
      __typename: 'HoldNotActive',
      code: 'HOLD_NOT_ACTIVE',
      hold: { id: promised.id, state: 'RELEASED' },
    });
  });

  it.each([
    ['a party of nobody', { party: [] }, 'party'],
    ['a party of 60', { party: Array.from({ length: 60 }, () => woman) }, 'party'],
    ['14 minutes', { minutes: 14 }, 'minutes'],
    ['241 minutes', { minutes: 241 }, 'minutes'],
    ['an age of 200', { party: [{ gender: 'WOMAN', age: 200 }] }, 'party.0.age'],
    ['a name', { caseReference: 'Sokha Chan' }, 'caseReference'],
    ['a phone number', { caseReference: '+855 12 345 678' }, 'caseReference'],
    ['an email address', { caseReference: 'sokha@example.org' }, 'caseReference'],
    ['the number of a passport', { caseReference: 'N1234567' }, 'caseReference'],
    ['a date of birth', { caseReference: '120499' }, 'caseReference'],
    ['a code of a system that this deployment does not have', { caseReference: 'HMIS-104332' }, 'caseReference'],
    ['a reference with one symbol heard wrong', { caseReference: 'K7M-4QX-8' }, 'caseReference'],
  ])('is refused for %s, by field, and changes nothing', async (_, input, path) => {
    const refused = await hold(input);
    expect(refused).toMatchObject({ __typename: 'InvalidInput', code: 'INVALID_INPUT', fields: [{ path }] });
    expect(await pools()).toEqual([{ free: 3, held: 0, occupied: 0 }]);
  });

  it('is refused for an expired token, and changes nothing', async () => {
    const token = await expiredToken(await system.token('HOTLINE', 'night-line'), system.dataDirectory);
    const query = 'mutation ($input: HoldBedsInput!) { holdBeds(input: $input) { __typename } }';
    const input = { idempotencyKey: randomUUID(), serviceId, party: [woman] };
    const answer = await ask(system.url, { query, variables: { input }, token });
    expect({ data: answer.data ?? null, errors: answer.errors }).toMatchObject({
      data: null,
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
    expect(await pools()).toEqual([{ free: 3, held: 0, occupied: 0 }]);
  });

  it('is refused for an unknown service, and for roles that may not hold', async () => {
    expect(await hold({ serviceId: randomUUID() })).toMatchObject({ __typename: 'NotFound' });
    const { answer } = await mutate(system, 'holdBeds', { serviceId, party: [woman] }, staff);
    expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(await act('confirmHold', { holdId: randomUUID(), expectedVersion: 1 })).toMatchObject({ __typename: 'NotFound' });
  });

  it('leaves the system as it was', async () => {
    const { service } = await system.query<{ service: { version: number } }>('query ($id: ID!) { service(id: $id) { version } }', {
      id: serviceId,
    });
    expect(await act('withdrawService', { id: serviceId, expectedVersion: service.version }, staff)).toMatchObject({
      __typename: 'Service',
    });
  });
});
