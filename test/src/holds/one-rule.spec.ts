import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { farService, mutate, withdraw, type Sender } from '../bad-input/registry-operations.js';
import { ask } from '../harness/graphql.js';
import { sharedSystem } from '../harness/shared-system.js';
import type { System } from '../harness/system.js';

const houses = 10;
const parties = 16;
const seed = Number(process.env['HAVEN_ONE_RULE_SEED'] ?? 20_260_301);

const worker: Sender = { role: 'CASEWORKER', organization: 'day-line' };
const genders = ['WOMAN', 'MAN', 'TRANS_WOMAN', 'NON_BINARY'];

const clause = fc.record({
  genders: fc.option(fc.subarray(genders, { minLength: 1, maxLength: 2 })),
  minimumAge: fc.constantFrom(null, 8, 18),
  maximumAge: fc.constantFrom(null, 12, 17, 59),
  accompaniedOnly: fc.boolean(),
  asked: fc.constantFrom(false, false, true),
});
const soundClause = clause.filter(({ minimumAge, maximumAge }) => (minimumAge ?? 0) <= (maximumAge ?? 120));
/** If a hold cannot judge a part, it asks, and turns nobody away whom match does not turn away either. */
const rule = fc.record({
  persons: fc.option(fc.array(soundClause, { minLength: 1, maxLength: 2 }), { freq: 5 }),
  legalStatuses: fc.constantFrom(null, ['CITIZEN']),
  pregnancy: fc.constantFrom(null, false, true),
});
const house = fc.record({ admission: rule, pools: fc.array(fc.option(rule, { freq: 2 }), { minLength: 1, maxLength: 2 }) });
const member = fc.record({
  gender: fc.constantFrom(...genders, 'UNDISCLOSED'),
  age: fc.constantFrom(null, 2, 9, 12, 16, 18, 30, 40, 70),
});
/** Each of the later members may be cared for by an earlier one. */
const party = fc
  .array(fc.tuple(member, fc.option(fc.nat(3))), { minLength: 1, maxLength: 4 })
  .map((members) =>
    members.map(([person, carer], n) => ({ ...person, id: `p${n}`, carerId: carer === null || n === 0 ? null : `p${carer % n}` })),
  );

type Party = readonly { readonly gender: string; readonly age: number | null; readonly id: string; readonly carerId: string | null }[];
type Answer = Record<string, unknown> & { readonly __typename: string };

let system: System;
let serviceIds: string[];

async function send(query: string, variables: Record<string, unknown>): Promise<Answer> {
  const token = await system.token(worker.role, worker.organization);
  const answer = await ask<Record<string, Answer>>(system.url, { query, variables, token });
  const [result] = Object.values(answer.data ?? {});
  if (!result) throw new Error(answer.body);
  return result;
}
const change = (name: string, type: string, input: object): Promise<Answer> => {
  const done = name.includes('Waitlist') ? 'Waiting' : 'Hold';
  const fields = `__typename ... on UserError { code } ... on ${done} { id version }`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`;
  return send(query, { input: { idempotencyKey: randomUUID(), ...input } });
};

async function matched(people: Party): Promise<string[]> {
  const [person, ...companions] = people.map((one) => ({ ...one, languages: ['en'] }));
  const { latitude, longitude } = farService.locations[0]!;
  const input = { origin: { point: { latitude, longitude } }, needs: [{ category: 'ACCOMMODATION' }], person, companions, first: 50 };
  const query = 'query ($input: MatchInput!) { match(input: $input) { __typename needs { matches { service { id } } } } }';
  const { needs } = (await send(query, { input })) as unknown as { needs: { matches: { service: { id: string } }[] }[] };
  const found = needs[0]!.matches.map(({ service }) => service.id);
  return serviceIds.filter((id) => found.includes(id));
}

async function planned(people: Party): Promise<string[]> {
  const query = 'query ($input: PlanGroupInput!) { planGroup(input: $input) { __typename serviceId } }';
  const where = async (serviceId: string) =>
    (await send(query, { input: { parties: [{ party: people }], serviceIds: [serviceId] } })) as unknown as { serviceId: string | null }[];
  const found: string[] = [];
  for (const id of serviceIds) if ((await where(id))[0]!.serviceId !== null) found.push(id);
  return found;
}

async function held(people: Party): Promise<string[]> {
  const found: string[] = [];
  for (const serviceId of serviceIds) {
    const { __typename, id, version } = await change('holdBeds', 'HoldBedsInput', { serviceId, party: people });
    if (__typename !== 'Hold') continue;
    found.push(serviceId);
    await change('releaseHold', 'HoldTransitionInput', { holdId: id, expectedVersion: version });
  }
  return found;
}

async function waiting(people: Party): Promise<string[]> {
  const found: string[] = [];
  for (const serviceId of serviceIds) {
    const { __typename, id, version } = await change('joinWaitlist', 'JoinWaitlistInput', { serviceId, party: people });
    if (__typename !== 'Waiting') continue;
    found.push(serviceId);
    await change('leaveWaitlist', 'LeaveWaitlistInput', { waitingId: id, expectedVersion: version });
  }
  return found;
}

beforeAll(async () => {
  system = sharedSystem();
  const organization = (await mutate(system, 'registerOrganization', { name: 'Houses of one rule (end-to-end)' })).result!;
  const staff: Sender = { role: 'PROVIDER', organization: organization.id };
  serviceIds = [];
  for (const [n, { admission, pools }] of fc.sample(house, { seed, numRuns: houses }).entries()) {
    const service = { ...farService, name: `House ${n} of one rule (end-to-end)`, categories: ['ACCOMMODATION'], admission };
    const { id } = (await mutate(system, 'registerService', { organizationId: organization.id, service }, staff)).result!;
    serviceIds.push(id);
    for (const [room, admits] of pools.entries())
      await mutate(system, 'defineBedPool', { serviceId: id, name: `Room ${room}`, total: 20, ...(admits && { admits }) }, staff);
  }
}, 120_000);

afterAll(async () => {
  for (const id of serviceIds) await withdraw(system, id);
}, 120_000);

describe(`match, holds, plans and waiting lists ask one rule (seed ${seed})`, () => {
  const asked = fc.sample(party, { seed, numRuns: parties });

  it.each(asked.map((people) => [JSON.stringify(people.map(({ gender, age, carerId }) => [gender, age, carerId])), people] as const))(
    '%s',
    async (_, people) => {
      const matches = await matched(people);
      expect({ planned: await planned(people), held: await held(people), waiting: await waiting(people) }).toEqual({
        planned: matches,
        held: matches,
        waiting: matches,
      });
    },
    60_000,
  );

  it('takes some of them in some places, and some nowhere', async () => {
    const found = (await Promise.all(asked.map(matched))).map(({ length }) => length);
    expect(found.some((count) => count > 0 && count < houses)).toBe(true);
    expect(found.some((count) => count < houses / 2)).toBe(true);
  }, 60_000);
});
