import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseworker, openShelters, type Shelters } from '../holds.fixture.js';
import { inTransaction } from '../persistence/transaction/in-transaction.js';
import { changeHold } from './change-hold.js';
import { holdBeds } from './hold-beds.js';
import { joinWaitlist } from '../waitlist/join-waitlist.js';
import { leaveWaitlist } from '../waitlist/leave-waitlist.js';
import type { Capacity, SeenHold, WaitingView } from '../ports.js';

describe('a hold that ends between the lock of its shelter and its next step', () => {
  let shelters: Shelters;
  /** In each transaction, five hours pass before the first hold moves. */
  const late = (): Capacity => ({
    ...shelters.capacity,
    changing: (_beds, work) =>
      shelters.database.transaction((em) =>
        inTransaction(em, (tx) => {
          const back = (time: string) => `${time} = ${time} - interval '5 hours'`;
          const pass = `UPDATE capacity.hold SET ${back('created_at')}, ${back('expires_at')} WHERE state = 'HELD'`;
          return work({ ...tx, moveHold: async (...move) => (await em.query(pass), tx.moveHold(...move)) });
        }),
      ),
  });
  beforeAll(async () => {
    shelters = await openShelters();
  });
  afterAll(() => shelters.close());

  const hold = async (serviceId: string) => {
    const party = [{ gender: 'WOMAN', age: 30 } as const];
    return (await holdBeds(shelters.capacity, caseworker, { idempotencyKey: shelters.key(), serviceId, party })) as SeenHold;
  };

  it('is over, which is not a version conflict', async () => {
    await shelters.shelter('late', {});
    const { id, version } = (await hold('late')).hold;
    const command = { idempotencyKey: shelters.key(), holdId: id, expectedVersion: version };
    expect(await changeHold('confirmHold')(late(), caseworker, command)).toMatchObject({
      kind: 'HoldNotActive',
      held: { hold: { state: 'EXPIRED', version: 2 } },
    });
    expect(await shelters.counts('late')).toEqual([{ occupied: 0, held: 0, free: 3 }]);
  });

  it('is missed if it was an offer, and the next in line gets it', async () => {
    await shelters.shelter('late-offer', { total: 1 });
    const join = async () => {
      const command = { idempotencyKey: shelters.key(), serviceId: 'late-offer', party: [{ gender: 'WOMAN', age: 30 } as const] };
      return (await joinWaitlist(shelters.capacity, caseworker, command)) as WaitingView;
    };
    const [first, second] = [await join(), await join()];
    const command = { idempotencyKey: shelters.key(), waitingId: first.id, expectedVersion: first.version };
    expect(await leaveWaitlist(late(), caseworker, command)).toEqual({ kind: 'VersionConflict', currentVersion: 3 });
    expect((await shelters.capacity.waiting(first.id))?.waiting.state).toBe('MISSED');
    expect((await shelters.capacity.waiting(second.id))?.waiting.state).toBe('OFFERED');
  });
});
