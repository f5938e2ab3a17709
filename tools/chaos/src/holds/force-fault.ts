import { callerOf, type Calling } from './caller.js';
import type { CallInput, SeenHold } from './history.js';
import { homeForWomen, shelters, type Shelter } from './shelters.js';
import type { ApiSettings } from './workers/protocol.js';

type Naive = NonNullable<ApiSettings['naive']>;

/**
 * Causes the fault of a naive version before anybody else is there, so that the checker has something to find in every run, on any machine.
 */
export async function forceFault(naive: Naive, calling: Calling, firstClient: number): Promise<void> {
  // Both at one process: the first two claims of a naive process meet between their two steps.
  const [api] = calling.apis;
  const callers = [0, 1].map((n) => callerOf({ ...calling, apis: [api!] }, firstClient + n, `ngo-${n}`));
  const of = (serviceId: string, people: number): CallInput => ({ serviceId, party: Array.from({ length: people }, () => woman) });
  if (naive === 'reads-then-writes') {
    const { serviceId } = shelterWith(({ waits, asks, doors, surges }) => !waits && !asks && !doors && !surges);
    await Promise.all(callers.map((caller) => caller.change('holdBeds', { ...of(serviceId, 2), minutes: 200 })));
    return;
  }
  if (naive === 'rules-of-pools-only') {
    const party = [{ gender: 'MAN', age: 40 } as const];
    await callers[0]!.change('holdBeds', { serviceId: homeForWomen.serviceId, party, minutes: 200 });
    return;
  }
  const { serviceId } = shelterWith(({ waits, asks }) => waits === true && !asks);
  const held: SeenHold[] = [];
  for (let bed = 0; bed < 3; bed++) {
    const answer = await callers[0]!.change('holdBeds', { ...of(serviceId, 1), minutes: 200 });
    if (answer?.kind === 'Hold') held.push(answer.hold);
  }
  for (const caller of callers) await caller.change('joinWaitlist', of(serviceId, 1));
  // One bed for two waiting parties: the second gets it.
  await callers[0]!.change('releaseHold', { holdId: held[0]!.id, expectedVersion: held[0]!.version });
}

const woman = { gender: 'WOMAN', age: 30 } as const;

/** A shelter with a single pool of three beds. */
const shelterWith = (test: (shelter: Shelter) => boolean): Shelter =>
  shelters.find((shelter) => shelter.pools.length === 1 && shelter.pools[0]!.total === 3 && test(shelter))!;
