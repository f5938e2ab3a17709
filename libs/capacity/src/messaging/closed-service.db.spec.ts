import { unknownRule } from '@haven/kernel';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { availabilityTopic, availabilityType, holdTopic, serviceSnapshotType, serviceTopic } from '@haven/events';
import { addSurgeBeds } from '../surges/add-surge-beds.js';
import { bedPools } from '../beds/bed-pools.js';
import { changeHold, type HoldOperation } from '../holds/change-hold.js';
import { extendPlacement } from '../holds/extend-placement.js';
import { holdBeds } from '../holds/hold-beds.js';
import { holdGroup, proposeGroup } from '../groups/hold-group.js';
import { joinWaitlist } from '../waitlist/join-waitlist.js';
import type { WaitingView } from '../ports.js';
import { setBedCounts } from '../beds/set-bed-counts.js';
import { setIntake } from '../intake/set-intake.js';
import { caseworker, openShelters, owner, type Shelters } from '../holds.fixture.js';
import { inTransaction } from '../persistence/transaction/in-transaction.js';
import { serviceConsumer } from './service-consumer.js';

let shelters: Shelters;
const consumer = serviceConsumer(inTransaction);

beforeAll(async () => {
  shelters = await openShelters();
});
afterAll(() => shelters.close());

const party = [{ gender: 'WOMAN' as const, age: 30 }];
const command = (serviceId: string) => ({ idempotencyKey: shelters.key(), serviceId, party });
const join = (serviceId: string) => joinWaitlist(shelters.capacity, caseworker, command(serviceId));
const now = async (holdId: string) => (await shelters.capacity.hold(holdId))!;
const go = async (operation: HoldOperation, holdId: string) =>
  changeHold(operation)(shelters.capacity, operation === 'acceptHold' ? owner : caseworker, {
    idempotencyKey: shelters.key(),
    holdId,
    expectedVersion: (await now(holdId)).hold.version,
  });
/** The registry's service event, which it sends again with every change. */
const tell = (serviceId: string, status: string) =>
  shelters.database.transaction((tx) =>
    consumer.apply(tx, {
      id: randomUUID(),
      topic: serviceTopic,
      key: serviceId,
      type: serviceSnapshotType,
      sequence: 1,
      time: new Date().toISOString(),
      correlationId: null,
      data: {
        service: { id: serviceId, status, organization: { id: 'org', name: 'Org' }, locations: [], admission: unknownRule },
        capacities: [],
      },
    }),
  );
const availability = (serviceId: string) => shelters.capacity.availability(serviceId);
const closedDoor = { kind: 'NotAdmitted', reasons: [{ code: 'INTAKE_CLOSED' }] };

describe('a service that the directory says is not active', () => {
  it.each(['TEMPORARILY_CLOSED', 'INACTIVE', 'DEFUNCT'])(
    'takes nobody while it is %s, and takes people again once it is active',
    async (status) => {
      const id = `taking-${status}`;
      await shelters.shelter(id, {});
      await tell(id, status);
      expect(await holdBeds(shelters.capacity, caseworker, command(id))).toMatchObject(closedDoor);
      expect(await join(id)).toMatchObject(closedDoor);
      expect(await proposeGroup(shelters.capacity, { parties: [{ party }], serviceIds: [id] })).toEqual([
        { party: 0, serviceId: null, asks: [] },
      ]);
      expect(
        await holdGroup(shelters.capacity, caseworker, { idempotencyKey: shelters.key(), holds: [{ serviceId: id, party }] }),
      ).toMatchObject({ kind: 'GroupChanged', changes: [{ code: 'NOT_ADMITTED', reasons: [{ code: 'INTAKE_CLOSED' }] }] });
      expect(await availability(id)).toMatchObject({ free: 3, status: 'NO_CAPACITY' });
      await tell(id, 'ACTIVE');
      expect(await availability(id)).toMatchObject({ free: 3, status: 'CAPACITY' });
      expect(await shelters.hold(id)).toMatchObject({ state: 'HELD' });
    },
  );

  it('declines its holds, records and publishes that, and deletes the party', async () => {
    await shelters.shelter('declines', {});
    const { id } = await shelters.hold('declines');
    await tell('declines', 'TEMPORARILY_CLOSED');
    expect(await now(id)).toMatchObject({ hold: { state: 'DECLINED', version: 2 }, party: null });
    expect(await shelters.rows('SELECT state, subject FROM capacity.hold_change WHERE hold_id = $1 ORDER BY version', [id])).toEqual([
      { state: 'HELD', subject: 'dora' },
      { state: 'DECLINED', subject: null },
    ]);
    const told = `SELECT data->>'state' AS state FROM capacity.outbox WHERE topic = $1 AND event_key = $2 ORDER BY sequence`;
    expect(await shelters.rows(told, [holdTopic, id])).toEqual([{ state: 'HELD' }, { state: 'DECLINED' }]);
    const last = 'SELECT event_type, data FROM capacity.outbox WHERE topic = $1 AND event_key = $2 ORDER BY position DESC LIMIT 1';
    expect(await shelters.rows(last, [availabilityTopic, 'declines'])).toMatchObject([
      { event_type: availabilityType, data: { free: 3, status: 'NO_CAPACITY' } },
    ]);
    for (const operation of ['acceptHold', 'confirmHold'] as const)
      expect(await go(operation, id)).toMatchObject({ kind: 'HoldNotActive', held: { hold: { state: 'DECLINED' } } });
  });

  it('ends its waitlist entries, even without beds on record, and offers no bed that becomes free', async () => {
    await shelters.shelter('listed', { total: 1 });
    const { id } = await shelters.hold('listed');
    await go('confirmHold', id);
    const waiting = (await join('listed')) as WaitingView;
    await shelters.shelter('bedless');
    const bedless = (await join('bedless')) as WaitingView;
    for (const shelter of ['listed', 'bedless']) await tell(shelter, 'INACTIVE');
    await go('checkOut', id);
    for (const one of [waiting, bedless])
      expect(await shelters.capacity.waiting(one.id)).toMatchObject({ waiting: { state: 'MISSED', holdId: null }, party: null });
    expect(await shelters.rows('SELECT state FROM capacity.waiting_change WHERE waiting_id = $1 ORDER BY version', [waiting.id])).toEqual([
      { state: 'WAITING' },
      { state: 'MISSED' },
    ]);
    expect(await shelters.counts('listed')).toEqual([{ occupied: 0, held: 0, free: 1 }]);
  });

  it('withdraws an offer', async () => {
    await shelters.shelter('offering', { total: 1 });
    const { id } = await shelters.hold('offering');
    const waiting = (await join('offering')) as WaitingView;
    await go('releaseHold', id);
    const { holdId } = (await shelters.capacity.waiting(waiting.id))!.waiting;
    await tell('offering', 'DEFUNCT');
    expect(await go('takeOffer', holdId!)).toMatchObject({ kind: 'HoldNotActive', held: { hold: { state: 'DECLINED' } } });
    expect(await shelters.capacity.waiting(waiting.id)).toMatchObject({ waiting: { state: 'MISSED' } });
  });

  it('leaves its staff their guests, counts and intake', async () => {
    await shelters.shelter('lived-in', {});
    const { id } = await shelters.hold('lived-in');
    await go('confirmHold', id);
    await tell('lived-in', 'TEMPORARILY_CLOSED');
    const stay = { idempotencyKey: shelters.key(), holdId: id, expectedVersion: (await now(id)).hold.version, expectedEnd: null };
    expect(await extendPlacement(shelters.capacity, owner, stay)).toMatchObject({ hold: { state: 'CONFIRMED' } });
    const [pool] = await bedPools(shelters.capacity, 'lived-in');
    const count = { idempotencyKey: shelters.key(), poolId: pool!.id, expectedVersion: pool!.version, occupied: 2 };
    expect(await setBedCounts(shelters.capacity, owner, count)).toMatchObject({ occupied: 2 });
    const door = { idempotencyKey: shelters.key(), serviceId: 'lived-in', expectedVersion: 0, open: true };
    expect(await setIntake(shelters.capacity, owner, door)).toMatchObject({ open: true, version: 1 });
    const endsAt = new Date(Date.now() + 3_600_000);
    const more = { idempotencyKey: shelters.key(), poolId: pool!.id, beds: 1, endsAt };
    expect(await addSurgeBeds(shelters.capacity, owner, more)).toMatchObject({ total: 4 });
    expect(await availability('lived-in')).toMatchObject({ status: 'NO_CAPACITY' });
    expect(await holdBeds(shelters.capacity, caseworker, command('lived-in'))).toMatchObject(closedDoor);
    expect(await go('checkOut', id)).toMatchObject({ hold: { state: 'CHECKED_OUT' } });
  });

  it('stays closed when it is active again, if its staff had closed the intake', async () => {
    await shelters.shelter('both', {});
    await setIntake(shelters.capacity, owner, {
      idempotencyKey: shelters.key(),
      serviceId: 'both',
      expectedVersion: 0,
      open: false,
    });
    for (const status of ['INACTIVE', 'ACTIVE']) await tell('both', status);
    expect(await availability('both')).toMatchObject({ status: 'NO_CAPACITY' });
  });
});
