import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { farService, mutate, type OperationName } from '@haven/test/bad-input/registry-operations';
import type { System } from '@haven/test/harness/system';

/** A shelter with one pool of beds, as it was last acknowledged to the keeper of its entry. */
export interface Shelter {
  readonly serviceId: string;
  readonly poolId: string;
  name: string;
  serviceVersion: number;
  occupied: number;
  poolVersion: number;
}

/** Beds of each shelter. */
export const bedsTotal = 40;

/** Their position; nobody else is there. */
export const origin = { latitude: -60.5, longitude: -45.5 };

const serviceOf = (name: string, index: number) => ({
  ...farService,
  name,
  categories: ['ACCOMMODATION'],
  locations: [{ ...farService.locations[0], latitude: origin.latitude, longitude: origin.longitude + index / 100 }],
});

/** A change that was not acknowledged; the message says why. */
export class NotAcknowledged extends Error {}

async function acknowledged(system: System, name: OperationName, input: object) {
  const { answer, result } = await mutate(system, name, input);
  if (!result || 'code' in result) throw new NotAcknowledged(`${name}: ${answer.status} ${answer.body.slice(0, 300)}`);
  return result;
}

/** Registers an organization for shelters. */
export const registerOrganization = async (system: System): Promise<string> =>
  (await acknowledged(system, 'registerOrganization', { name: `Outage ${randomUUID()}` })).id;

/** An entry without beds. */
export type Entry = Pick<Shelter, 'serviceId' | 'name' | 'serviceVersion'>;

/** Registers the entry of a shelter. */
export async function registerEntry(system: System, organizationId: string, index: number): Promise<Entry> {
  const name = `Shelter ${index}`;
  const { id, version } = await acknowledged(system, 'registerService', { organizationId, service: serviceOf(name, index) });
  return { serviceId: id, name, serviceVersion: version };
}

/** Gives it beds; capacity must have received the entry. */
export async function addBeds(system: System, entry: Entry): Promise<Shelter> {
  const pool = await acknowledged(system, 'defineBedPool', { serviceId: entry.serviceId, name: 'Beds', total: bedsTotal });
  return { ...entry, poolId: pool.id, occupied: 0, poolVersion: pool.version };
}

/** Registers so many shelters with beds. */
export async function registerShelters(system: System, organizationId: string, count: number): Promise<Shelter[]> {
  const shelters: Shelter[] = [];
  for (let index = 0; index < count; index++) shelters.push(await addBeds(system, await registerEntry(system, organizationId, index)));
  return shelters;
}

/** Counts the beds of the shelter again. */
export async function countBeds(system: System, shelter: Shelter, idempotencyKey: string = randomUUID()): Promise<void> {
  const occupied = (shelter.occupied + 1) % (bedsTotal + 1);
  const input = { idempotencyKey, poolId: shelter.poolId, expectedVersion: shelter.poolVersion, occupied };
  const { version } = await acknowledged(system, 'setBedCounts', input);
  Object.assign(shelter, { occupied, poolVersion: version });
}

/** Gives the shelter another name. */
export async function rename(system: System, shelter: Shelter, index: number, idempotencyKey: string = randomUUID()): Promise<void> {
  const name = `Shelter ${index}, edition ${shelter.serviceVersion + 1}`;
  const input = { idempotencyKey, id: shelter.serviceId, expectedVersion: shelter.serviceVersion, service: serviceOf(name, index) };
  const { version } = await acknowledged(system, 'updateService', input);
  Object.assign(shelter, { name, serviceVersion: version });
}

/** The work of a keeper. */
export interface Keeping {
  readonly changes: number;
  readonly failures: readonly string[];
  readonly longestMilliseconds: number;
}

/** Somebody who changes the shelters in turn. */
export interface Keeper {
  soFar(): Keeping;
  /** Resolves when the current change has been answered. */
  stop(): Promise<Keeping>;
}

const everyMilliseconds = 150;
/** One edit of the entry for so many counts. */
const countsPerEdit = 4;

/** Begins to change the shelters in turn: mostly beds, sometimes the entry. */
export function keepShelters(system: System, shelters: readonly Shelter[]): Keeper {
  const stopping = new AbortController();
  const failures: string[] = [];
  const keeping = { changes: 0, failures, longestMilliseconds: 0 };
  const change = async (turn: number) => {
    const index = turn % shelters.length;
    const shelter = shelters[index]!;
    const since = performance.now();
    await (turn % (countsPerEdit + 1) === countsPerEdit ? rename(system, shelter, index) : countBeds(system, shelter));
    keeping.longestMilliseconds = Math.max(keeping.longestMilliseconds, Math.round(performance.now() - since));
    keeping.changes += 1;
  };
  const running = (async () => {
    for (let turn = 0; !stopping.signal.aborted; turn++) {
      await change(turn).catch((error: unknown) => failures.push((error as Error).message));
      await sleep(everyMilliseconds, null, { signal: stopping.signal }).catch(() => null);
    }
  })();
  return {
    soFar: () => ({ ...keeping }),
    stop: async () => {
      stopping.abort();
      await running;
      return keeping;
    },
  };
}
