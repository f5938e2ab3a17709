import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@playwright/test';
import type { System } from '../../src/harness/system.js';

interface Pool {
  readonly id: string;
  readonly version: number;
  readonly total: number;
  readonly held: number;
  readonly outOfService: number;
}

/** Actions of a shelter, through the public API. */
export interface Shelter {
  /** Leaves one free bed, to which somebody can still be sent. */
  leaveOne(isSentThere: () => Promise<boolean>): Promise<void>;
  /** From now on it accepts or declines each hold. */
  askFirst(): Promise<void>;
  /** Accepts or declines the waiting hold. */
  answer(yes: boolean): Promise<void>;
}

/** The shelter of a service. */
export const shelterOf = (system: System, serviceId: string): Shelter => ({
  leaveOne: (isSentThere) => leaveOne(system, serviceId, isSentThere),
  askFirst: () => askFirst(system, serviceId),
  answer: (yes) => answer(system, serviceId, yes),
});

const poolsOf = async (system: System, id: string): Promise<Pool[]> => {
  const query = 'query ($id: ID!) { bedPools(serviceId: $id) { id version total held outOfService } }';
  return (await system.query<{ bedPools: Pool[] }>(query, { id })).bedPools;
};

/** The first of these services with known beds. */
export async function firstWithBeds(system: System, ids: readonly string[]): Promise<string | undefined> {
  for (const id of ids) if ((await poolsOf(system, id)).length > 0) return id;
  return undefined;
}

async function leaveOne(system: System, id: string, isSentThere: () => Promise<boolean>): Promise<void> {
  for (const { id: kept } of await poolsOf(system, id)) {
    for (const pool of await poolsOf(system, id)) await count(system, pool, pool.id === kept ? 1 : 0);
    if (await isSoon(isSentThere)) return;
  }
  throw new Error('No pool of this shelter takes them.');
}

/** Matching receives counts a moment later, on a busy machine seconds later. */
async function isSoon(isSo: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 10; tries += 1) {
    if (await isSo()) return true;
    await sleep(300);
  }
  return false;
}

async function count(system: System, pool: Pool, free: number): Promise<void> {
  const occupied = pool.total - pool.held - pool.outOfService - free;
  const { setBedCounts } = await system.query<{ setBedCounts: { __typename: string } }>(
    'mutation ($input: SetBedCountsInput!) { setBedCounts(input: $input) { __typename } }',
    { input: { idempotencyKey: randomUUID(), poolId: pool.id, expectedVersion: pool.version, occupied } },
  );
  expect(setBedCounts.__typename).toBe('BedPool');
}

async function askFirst(system: System, serviceId: string): Promise<void> {
  const { intake } = await system.query<{ intake: { version: number } }>('query ($id: ID!) { intake(serviceId: $id) { version } }', {
    id: serviceId,
  });
  const input = { idempotencyKey: randomUUID(), serviceId, expectedVersion: intake.version, requiresAcceptance: true };
  const { setIntake } = await system.query<{ setIntake: { __typename: string } }>(
    'mutation ($input: SetIntakeInput!) { setIntake(input: $input) { __typename } }',
    { input },
  );
  expect(setIntake.__typename).toBe('Intake');
}

async function answer(system: System, serviceId: string, yes: boolean): Promise<void> {
  const { activeHolds } = await system.query<{ activeHolds: { id: string; version: number; acceptBy: string | null }[] }>(
    'query ($id: ID!) { activeHolds(serviceId: $id) { id version acceptBy } }',
    { id: serviceId },
  );
  const hold = activeHolds.find(({ acceptBy }) => acceptBy !== null)!;
  const input = { idempotencyKey: randomUUID(), holdId: hold.id, expectedVersion: hold.version };
  const mutation = yes ? 'acceptHold' : 'declineHold';
  const answered = await system.query<Record<string, { __typename: string }>>(
    `mutation ($input: HoldTransitionInput!) { ${mutation}(input: $input) { __typename } }`,
    { input },
  );
  expect(answered[mutation]!.__typename).toBe('Hold');
}
