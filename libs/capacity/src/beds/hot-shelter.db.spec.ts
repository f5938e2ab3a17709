import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseworker, openShelters, owner, type Shelters } from '../holds.fixture.js';
import { capacityOn } from '../persistence/capacity-database.js';
import { inTransaction } from '../persistence/transaction/in-transaction.js';
import { againAfterDeadlock } from '../persistence/transaction/after-deadlock.js';
import { addSurgeBeds } from '../surges/add-surge-beds.js';
import { bedPools } from './bed-pools.js';
import { changeHold, type HoldOperation } from '../holds/change-hold.js';
import { defineBedPool } from './define-bed-pool.js';
import { endSurge } from '../surges/end-surge.js';
import { expireHolds } from '../holds/expire-holds.js';
import { extendHold } from '../holds/extend-hold.js';
import { extendPlacement } from '../holds/extend-placement.js';
import { holdBeds } from '../holds/hold-beds.js';
import { holdGroup } from '../groups/hold-group.js';
import { joinWaitlist } from '../waitlist/join-waitlist.js';
import { leaveWaitlist } from '../waitlist/leave-waitlist.js';
import type { Capacity, CapacityTransaction, WaitingView } from '../ports.js';
import { setBedCounts } from './set-bed-counts.js';
import { setIntake } from '../intake/set-intake.js';
import { ShelterBusy } from '../turns/take-turns.js';

const people = 51;
// The embedded database has one session, so no second caller can compete for a lock.
const onPostgres = process.env['HAVEN_TEST_POSTGRES_URL'] ? it : it.skip;
const hour = 3_600_000;

let shelters: Shelters;

beforeAll(async () => {
  shelters = await openShelters();
});
afterAll(() => shelters.close());

const party = [{ gender: 'WOMAN' as const }];
const hold = (serviceId: string, capacity = shelters.capacity) =>
  holdBeds(capacity, caseworker, { idempotencyKey: shelters.key(), serviceId, party });
const join = (serviceId: string) =>
  joinWaitlist(shelters.capacity, caseworker, { idempotencyKey: shelters.key(), serviceId, party }) as Promise<WaitingView>;

/** Opens a transaction that changes beds and keeps its lock until told to finish. */
const keep = <T>(work: (tx: CapacityTransaction) => Promise<T>): Promise<T> =>
  shelters.database.transaction((em) => inTransaction(em, work));

/** Waits until somebody waits for a lock. */
async function somebodyWaits(): Promise<void> {
  const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  while ((await shelters.rows(waiting)).length === 0) await pause(5);
}

/** Every use case that changes something at the shelter, ready to call. */
async function everyVerb(capacity: Capacity, serviceId: string): Promise<(() => Promise<unknown>)[]> {
  const idempotencyKey = () => shelters.key();
  const [pool] = await bedPools(capacity, serviceId);
  const [taken, left] = [await join(serviceId), await join(serviceId)];
  const surge = () => addSurgeBeds(capacity, owner, { ...surgeOf(pool!.id), idempotencyKey: shelters.key() });
  await surge();
  const [{ id: surgeId }] = (await shelters.rows('SELECT id FROM capacity.surge WHERE service_id = $1', [serviceId])) as [{ id: string }];
  const held = new Map<string, string>([['takeOffer', taken.holdId!]]);
  for (const verb of ['acceptHold', 'confirmHold', 'releaseHold', 'declineHold', 'checkOut', 'extendPlacement', 'extendHold'] as const)
    held.set(verb, (await shelters.hold(serviceId)).id);
  const step = (operation: HoldOperation) => {
    const command = { idempotencyKey: shelters.key(), holdId: held.get(operation)!, expectedVersion: 1 };
    return changeHold(operation)(capacity, ['acceptHold', 'declineHold'].includes(operation) ? owner : caseworker, command);
  };
  const extended = { holdId: held.get('extendPlacement')!, expectedVersion: 1, expectedEnd: null };
  const longer = { holdId: held.get('extendHold')!, expectedVersion: 1, minutes: 120 };
  const holds = ['also', serviceId].map((id) => ({ serviceId: id, party }));
  return [
    () => hold(serviceId, capacity),
    () => holdGroup(capacity, caseworker, { idempotencyKey: idempotencyKey(), holds }),
    () => joinWaitlist(capacity, caseworker, { idempotencyKey: idempotencyKey(), serviceId, party }),
    () => leaveWaitlist(capacity, caseworker, { idempotencyKey: idempotencyKey(), waitingId: left.id, expectedVersion: left.version }),
    ...(['takeOffer', 'acceptHold', 'confirmHold', 'releaseHold', 'declineHold', 'checkOut'] as const).map((verb) => () => step(verb)),
    () => extendPlacement(capacity, caseworker, { idempotencyKey: idempotencyKey(), ...extended }),
    () => extendHold(capacity, caseworker, { idempotencyKey: idempotencyKey(), ...longer }),
    () => setBedCounts(capacity, owner, { idempotencyKey: idempotencyKey(), poolId: pool!.id, expectedVersion: 1 }),
    () => setIntake(capacity, owner, { idempotencyKey: idempotencyKey(), serviceId, expectedVersion: 0, open: true }),
    () => defineBedPool(capacity, owner, { idempotencyKey: idempotencyKey(), serviceId, name: 'More', total: 1 }),
    surge,
    () => endSurge(capacity, owner, surgeId),
  ];
}

const surgeOf = (poolId: string) => ({ poolId, beds: 1, endsAt: new Date(Date.now() + hour) });

describe(`${people} people who want a bed at one shelter`, () => {
  it('get every bed there is, and no more', async () => {
    await shelters.shelter('hot', { total: 40 });
    const answers = await Promise.all(Array.from({ length: people }, () => hold('hot')));
    expect(answers.filter((answer) => 'hold' in answer)).toHaveLength(40);
    expect(await shelters.counts('hot')).toEqual([{ occupied: 0, held: 40, free: 0 }]);
  });

  onPostgres('do not block a group that locks the same shelters in another order', async () => {
    await shelters.shelter('left', {});
    await shelters.shelter('right', {});
    const group = { idempotencyKey: shelters.key(), holds: ['left', 'right'].map((serviceId) => ({ serviceId, party })) };
    const asked: ReturnType<typeof holdGroup>[] = [];
    const inOtherOrder = () =>
      keep(async (tx) => {
        await tx.lockBeds('right');
        if (asked.length === 0) {
          asked.push(holdGroup(shelters.capacity, caseworker, group));
          await somebodyWaits();
        }
        await tx.lockBeds('left');
      });
    // PostgreSQL ends one of two deadlocked transactions; the caller tries again. How often that hits this call is chance.
    await againAfterDeadlock(inOtherOrder, 8);
    expect(await asked[0]).toMatchObject({ holds: [{ hold: { state: 'HELD' } }, { hold: { state: 'HELD' } }] });
  });
});

describe('a shelter that another transaction has locked', () => {
  onPostgres(`makes ${people} callers of every verb wait, but not callers for another shelter`, async () => {
    for (const serviceId of ['stuck', 'also', 'quiet']) await shelters.shelter(serviceId, { total: 300 });
    // No caller runs out of patience here: another test covers that.
    const capacity = capacityOn(shelters.database, { patience: { changing: hour, tidying: hour } });
    const stuck = await Promise.all([everyVerb(capacity, 'stuck'), everyVerb(capacity, 'stuck'), everyVerb(capacity, 'stuck')]);
    const quiet = await everyVerb(capacity, 'quiet');
    let ended = 0;
    const waiting = await keep(async (tx) => {
      await tx.lockBeds('stuck');
      const calls = stuck.flat().map((verb) => verb().finally(() => (ended += 1)));
      expect(calls).toHaveLength(people);
      await somebodyWaits();
      for (const verb of quiet.filter((_, index) => index !== 1)) await verb();
      expect(ended).toBe(0);
      return calls;
    });
    await Promise.all(waiting);
    expect(ended).toBe(people);
  });

  onPostgres('answers "busy" to a caller that has waited too long, and to everybody queued behind it', async () => {
    await shelters.shelter('kept', {});
    const capacity = capacityOn(shelters.database, { patience: { changing: 50, tidying: 50 } });
    const held = await shelters.hold('kept');
    const idempotencyKey = shelters.key();
    const again = () => holdBeds(capacity, caseworker, { idempotencyKey, serviceId: 'kept', party });
    await keep(async (tx) => {
      await tx.lockBeds('kept');
      const calls = await Promise.allSettled([again(), ...Array.from({ length: people - 1 }, () => hold('kept', capacity))]);
      expect(calls.filter((call) => call.status === 'rejected' && call.reason instanceof ShelterBusy)).toHaveLength(people);
    });
    expect(await again()).toMatchObject({ hold: { state: 'HELD' } });
    expect(await shelters.counts('kept')).toEqual([{ occupied: 0, held: 2, free: 1 }]);
    expect(held.state).toBe('HELD');
  });

  onPostgres('does not keep the sweeper from other shelters', async () => {
    for (const serviceId of ['a-kept', 'b-free']) {
      await shelters.shelter(serviceId, {});
      await shelters.hold(serviceId);
      await shelters.pass(serviceId, 300);
    }
    await keep(async (tx) => {
      await tx.lockBeds('a-kept');
      await expireHolds(shelters.capacity);
      expect(await shelters.counts('b-free')).toEqual([{ occupied: 0, held: 0, free: 3 }]);
    });
    expect(await expireHolds(shelters.capacity)).toBe(1);
  });
});

describe('a use case that has not queued for a shelter', () => {
  it('cannot lock one, so none can skip the queue', async () => {
    await shelters.shelter('house', {});
    const forgetful = (serviceIds: string[]) => shelters.capacity.changing({ serviceIds }, (tx) => tx.lockBeds('house'));
    await expect(forgetful([])).rejects.toThrow('queued');
    await expect(forgetful(['another'])).rejects.toThrow('queued');
    await expect(shelters.capacity.changing({ serviceIds: [] }, (tx) => tx.lockShelter('house', null))).rejects.toThrow('queued');
    await forgetful(['house']);
  });
});
