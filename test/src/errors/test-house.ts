import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { System } from '../harness/system.js';
import { askMutation } from './ask-mutation.js';
import type { MutationAnswer, Request } from './ask-mutation.js';

/** Services and holds with which every failure can be caused. */
export interface TestHouse {
  readonly organizationId: string;
  /** Its intake is open and it has free beds. */
  readonly openService: string;
  readonly pool: string;
  readonly poolVersion: number;
  /** A pool with as many beds as a pool can have. */
  readonly largestPool: string;
  /** Takes women only, and has no free bed. */
  readonly fullService: string;
  /** Like the full one, but withdrawn. */
  readonly goneService: string;
  /** Accepts each hold itself, and has as many pools as a service can have. */
  readonly crowdedService: string;
  readonly holds: {
    readonly held: string;
    readonly toAccept: string;
    readonly offered: string;
    readonly arrived: string;
    readonly ended: string;
  };
  readonly waiting: string;
}

/** A caseworker of the organization that holds the beds. */
export const caseworker = { role: 'CASEWORKER', organization: 'night-line' } as const;
export const woman = { gender: 'WOMAN', age: 31 };
const mostPools = 50;

/** The position of the open service; everybody can see it. */
export const openPlace = { latitude: -62.2, longitude: -58.9, country: 'AQ', city: 'Frei', visibility: 'PUBLIC' };
const elsewhere = { ...openPlace, latitude: -64.8, longitude: -64.1 };

/** The input of a service in this suite. */
export const serviceAt = (place: object, more: object = {}) => ({
  name: 'Test house (errors)',
  description: 'Made by a test.',
  categories: ['ACCOMMODATION'],
  locations: [place],
  ...more,
});

/** Builds it on a system that other specs use too. */
export async function buildTestHouse(system: System): Promise<TestHouse> {
  const act = (mutation: string, input: object, sender: Omit<Request, 'input'> = { role: 'COORDINATOR' }) =>
    succeed(system, mutation, input, sender);
  const organizationId = (await act('registerOrganization', { name: 'Test house (errors)' })).id;
  const register = async (place: object, more?: object) =>
    (await act('registerService', { organizationId, service: serviceAt(place, more) })).id;
  const poolAt = (serviceId: string, counts: object) => act('defineBedPool', { serviceId, name: 'Beds', ...counts });
  const womenOnly = { admission: { persons: [{ genders: ['WOMAN'] }] } };

  const openService = await register(openPlace);
  const fullService = await register(elsewhere, womenOnly);
  const goneService = await register(elsewhere, womenOnly);
  const crowdedService = await register(elsewhere);
  const pool = (await poolAt(openService, { total: 20 })).id;
  const largestPool = (await poolAt(openService, { total: 100_000, outOfService: 100_000 })).id;
  for (const serviceId of [fullService, goneService]) await poolAt(serviceId, { total: 1, occupied: 1 });
  for (let pools = 0; pools < mostPools; pools += 1) await poolAt(crowdedService, { total: 1 });
  await act('setIntake', { serviceId: crowdedService, expectedVersion: 0, requiresAcceptance: true });
  await act('withdrawService', { id: goneService, expectedVersion: 1 });

  const hold = (serviceId: string) => act('holdBeds', { serviceId, party: [woman] }, caseworker);
  const step = async (mutation: string, { id, version }: MutationAnswer) =>
    (await act(mutation, { holdId: id, expectedVersion: version }, caseworker)).id;
  const waiting = await act('joinWaitlist', { serviceId: openService, party: [woman] }, caseworker);
  const holds = {
    held: (await hold(openService)).id,
    toAccept: (await hold(crowdedService)).id,
    offered: waiting.holdId!,
    arrived: await step('confirmHold', await hold(openService)),
    ended: await step('releaseHold', await hold(openService)),
  };
  await untilWithdrawn(system, goneService);
  const poolVersion = await versionOf(system, openService, pool);
  return {
    organizationId,
    openService,
    pool,
    poolVersion,
    largestPool,
    fullService,
    goneService,
    crowdedService,
    holds,
    waiting: waiting.id,
  };
}

/** Withdraws its services from the system. */
export async function closeTestHouse(system: System, house: TestHouse): Promise<void> {
  for (const id of [house.openService, house.fullService, house.crowdedService]) {
    const { service } = await system.query<{ service: { version: number } }>('query ($id: ID!) { service(id: $id) { version } }', { id });
    await succeed(system, 'withdrawService', { id, expectedVersion: service.version }, { role: 'COORDINATOR' });
  }
}

async function succeed(system: System, mutation: string, input: object, sender: Omit<Request, 'input'>): Promise<MutationAnswer> {
  const answer = await askMutation(system, mutation, { ...sender, input: { input: { idempotencyKey: randomUUID(), ...input } } });
  if (answer.code !== undefined) throw new Error(`${mutation} answers ${answer.code}`);
  return answer;
}

async function versionOf(system: System, serviceId: string, poolId: string): Promise<number> {
  const query = 'query ($serviceId: ID!) { bedPools(serviceId: $serviceId) { id version } }';
  const { bedPools } = await system.query<{ bedPools: { id: string; version: number }[] }>(query, { serviceId });
  return bedPools.find(({ id }) => id === poolId)!.version;
}

/** Capacity learns of it from an event. */
async function untilWithdrawn(system: System, serviceId: string): Promise<void> {
  const query = 'query ($serviceId: ID!) { bedPools(serviceId: $serviceId) { id } }';
  while ((await system.query<{ bedPools: object[] }>(query, { serviceId })).bedPools.length > 0) await sleep(50);
}
