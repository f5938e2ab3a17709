import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { caseworker, openShelters, owner, type Shelters } from '../holds.fixture.js';
import { bedPools } from '../beds/bed-pools.js';
import { changeHold } from './change-hold.js';
import { extendPlacement } from './extend-placement.js';
import { holdBeds } from './hold-beds.js';
import type { Capacity, CapacityTransaction } from '../ports.js';

const runs = Number(process.env['HAVEN_HOLD_RUNS'] ?? 15);
const total = 2;
const clients = 4;

let shelters: Shelters;

beforeAll(async () => {
  shelters = await openShelters();
});
afterAll(() => shelters.close());

type Scheduler = fc.Scheduler;
/** Claims a bed of the service and answers whether it got one. */
type Claim = (scheduler: Scheduler, serviceId: string) => Promise<boolean>;

/** Every statement of every transaction waits until the scheduler picks it. */
const inTurns = (capacity: Capacity, scheduler: Scheduler): Capacity => ({
  ...capacity,
  changing: (beds, work) => capacity.changing(beds, (tx) => work(stepByStep(tx, scheduler))),
});
const stepByStep = (tx: CapacityTransaction, scheduler: Scheduler): CapacityTransaction =>
  new Proxy(tx, {
    get:
      (target, name: keyof CapacityTransaction) =>
      async (...values: unknown[]) => {
        await scheduler.schedule(Promise.resolve(), name);
        return (target[name] as (...given: unknown[]) => unknown)(...values);
      },
  });

const claim: Claim = async (scheduler, serviceId) => {
  const command = { idempotencyKey: shelters.key(), serviceId, party: [{ gender: 'WOMAN' as const }] };
  return 'hold' in (await holdBeds(inTurns(shelters.capacity, scheduler), caseworker, command));
};

/** Read, decide, write: the first version that everybody writes. */
const naiveClaim: Claim = async (scheduler, serviceId) => {
  const [pool] = await bedPools(shelters.capacity, serviceId);
  await scheduler.schedule(Promise.resolve(), 'decide');
  if (pool!.free < 1) return false;
  await shelters.rows('UPDATE capacity.bed_pool SET held = $2, version = version + 1 WHERE id = $1', [pool!.id, pool!.held + 1]);
  return true;
};

/** Many callers ask for one bed each, in the order that the scheduler picks; answers how many got one. */
const promisedBy =
  (with_: Claim) =>
  async (scheduler: Scheduler): Promise<number> => {
    const serviceId = randomUUID();
    await shelters.shelter(serviceId, { total });
    const asked = Promise.all(Array.from({ length: clients }, () => with_(scheduler, serviceId)));
    return (await scheduler.waitFor(asked)).filter(Boolean).length;
  };

describe(`${clients} who ask for ${total} beds at once, in every order of their steps`, () => {
  it(
    `are promised ${total} beds`,
    async () => {
      const promised = promisedBy(claim);
      await fc.assert(
        fc.asyncProperty(fc.scheduler(), async (scheduler) => (await promised(scheduler)) === total),
        { numRuns: runs },
      );
    },
    60_000 + runs * 5_000,
  );

  it(
    'get too many beds from a claim that reads and then writes',
    async () => {
      const promised = promisedBy(naiveClaim);
      let most = 0;
      await fc.assert(
        fc.asyncProperty(fc.scheduler(), async (scheduler) => void (most = Math.max(most, await promised(scheduler)))),
        { numRuns: runs },
      );
      expect(most).toBeGreaterThan(total);
    },
    60_000 + runs * 5_000,
  );
});

describe('a check-out with the version after an extension, in every order of their steps', () => {
  /** The answer of the check-out while another call extends the stay. */
  const checkOutBeside = async (scheduler: Scheduler) => {
    const serviceId = randomUUID();
    await shelters.shelter(serviceId, { total });
    const held = await shelters.hold(serviceId);
    const confirmed = { idempotencyKey: shelters.key(), holdId: held.id, expectedVersion: held.version };
    await changeHold('confirmHold')(shelters.capacity, caseworker, confirmed);
    const capacity = inTurns(shelters.capacity, scheduler);
    const shown = { holdId: held.id, expectedVersion: held.version + 1 };
    const extended = extendPlacement(capacity, caseworker, { ...shown, idempotencyKey: shelters.key(), expectedEnd: '2027-01-24' });
    const next = { ...shown, expectedVersion: shown.expectedVersion + 1, idempotencyKey: shelters.key() };
    const [out] = await scheduler.waitFor(Promise.all([changeHold('checkOut')(capacity, owner, next), extended]));
    return { out, shown };
  };

  it(
    'ends the stay or names the current version, and never says that the stay is over',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.scheduler(), async (scheduler) => {
          const { out, shown } = await checkOutBeside(scheduler);
          if ('hold' in out) expect(out.hold.state).toBe('CHECKED_OUT');
          else expect(out).toEqual({ kind: 'VersionConflict', currentVersion: shown.expectedVersion });
        }),
        { numRuns: runs * 4 },
      );
    },
    60_000 + runs * 5_000,
  );
});
