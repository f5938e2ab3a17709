import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BedPoolView } from '@haven/events';
import { unknownRule } from '@haven/kernel';
import type { Caller } from '@haven/security';
import { caseworker, openShelters, owner, type Shelters } from '../holds.fixture.js';
import { addSurgeBeds } from '../surges/add-surge-beds.js';
import { bedPools } from '../beds/bed-pools.js';
import { changeHold, type HoldOperation } from '../holds/change-hold.js';
import { followService } from '../directory/follow-service.js';
import { expireHolds } from '../holds/expire-holds.js';
import { expireWaits } from './expire-waits.js';
import { holdBeds } from '../holds/hold-beds.js';
import { joinWaitlist, type JoinWaitlistCommand } from './join-waitlist.js';
import { leaveWaitlist } from './leave-waitlist.js';
import type { SeenHold, WaitingView } from '../ports.js';
import { setBedCounts } from '../beds/set-bed-counts.js';
import { setIntake } from '../intake/set-intake.js';

const otherNgo: Caller = { subject: 'fay', role: 'CASEWORKER', organizationId: 'other-ngo' };
const woman = { gender: 'WOMAN', age: 30 } as const;
const man = { gender: 'MAN', age: 30 } as const;

let shelters: Shelters;

const hold = async (serviceId: string, people: number) => {
  const party = Array.from({ length: people }, () => woman);
  return (await holdBeds(shelters.capacity, caseworker, { idempotencyKey: shelters.key(), serviceId, party })) as SeenHold;
};
const join = async (serviceId: string, command: Partial<JoinWaitlistCommand> = {}, caller = caseworker) =>
  (await joinWaitlist(shelters.capacity, caller, { idempotencyKey: shelters.key(), serviceId, party: [woman], ...command })) as WaitingView;
const leave = (waiting: WaitingView, caller = caseworker) =>
  leaveWaitlist(shelters.capacity, caller, { idempotencyKey: shelters.key(), waitingId: waiting.id, expectedVersion: waiting.version });
const go = async (operation: HoldOperation, holdId: string, caller = caseworker) => {
  const expectedVersion = (await shelters.capacity.hold(holdId))!.hold.version;
  return changeHold(operation)(shelters.capacity, caller, { idempotencyKey: shelters.key(), holdId, expectedVersion });
};
const now = async ({ id }: WaitingView) => (await shelters.capacity.waiting(id))!.waiting;
const held = async (waiting: WaitingView) => (await shelters.capacity.hold((await now(waiting)).holdId!))!;

beforeAll(async () => {
  shelters = await openShelters();
});
afterAll(() => shelters.close());

describe('a waiting list', () => {
  it('offers a bed that becomes free to the first in line for 20 minutes, and publishes that', async () => {
    await shelters.shelter('line', { total: 1 });
    const { hold: promised } = await hold('line', 1);
    const [first, second] = [await join('line', { caseReference: 'K7M-4QX-7' }), await join('line', {}, otherNgo)];
    expect([first.ahead, second.ahead]).toEqual([0, 1]);
    expect(await shelters.capacity.availability('line')).toMatchObject({ free: 0, status: 'WAITLIST' });
    await go('releaseHold', promised.id);
    expect(await now(first)).toMatchObject({ state: 'OFFERED', version: 2 });
    expect(await now(second)).toMatchObject({ state: 'WAITING', ahead: 0 });
    const offer = await held(first);
    expect(offer).toMatchObject({ isOffer: true, caseReference: 'K7M-4QX-7', hold: { state: 'HELD' }, holder: { organizationId: 'ngo' } });
    expect(Date.parse(offer.hold.expiresAt) - Date.parse(offer.hold.createdAt)).toBe(20 * 60_000);
    expect(await shelters.counts('line')).toEqual([{ occupied: 0, held: 1, free: 0 }]);
  });

  it('passes an offer on if nobody takes it in time', async () => {
    await shelters.shelter('passed', { total: 1 });
    const { hold: promised } = await hold('passed', 1);
    const [first, second] = [await join('passed'), await join('passed', {}, otherNgo)];
    await go('releaseHold', promised.id);
    await shelters.pass('passed', 21);
    expect(await expireHolds(shelters.capacity)).toBe(1);
    expect(await now(first)).toMatchObject({ state: 'MISSED' });
    expect(await now(second)).toMatchObject({ state: 'OFFERED' });
    expect((await shelters.capacity.waiting(first.id))!.party).toBeNull();
  });

  it('keeps a taken offer as long as any hold, and never gives it to the next in line', async () => {
    await shelters.shelter('taken', { total: 1 });
    const { hold: promised } = await hold('taken', 1);
    const first = await join('taken');
    await go('releaseHold', promised.id);
    const offer = await held(first);
    const taken = (await go('takeOffer', offer.hold.id)) as SeenHold;
    expect(taken).toMatchObject({ isOffer: false, hold: { state: 'HELD', version: 2 } });
    expect(Date.parse(taken.hold.expiresAt) - Date.parse(taken.hold.createdAt)).toBeGreaterThanOrEqual(90 * 60_000);
    expect(await now(first)).toMatchObject({ state: 'TAKEN' });
    expect(await go('takeOffer', offer.hold.id)).toMatchObject({ kind: 'HoldNotActive' });
    await shelters.pass('taken', 60);
    expect(await expireHolds(shelters.capacity)).toBe(0);
  });

  it('offers a bed to the first party that it admits; the others keep their place', async () => {
    const [forWomen, forMen] = [{ persons: [{ genders: ['WOMAN' as const] }] }, { persons: [{ genders: ['MAN' as const] }] }];
    await shelters.shelter(
      'fits',
      { name: 'A', total: 1, occupied: 1, admits: forWomen },
      { name: 'B', total: 1, occupied: 1, admits: forMen },
    );
    const [family, lone, guest] = [await join('fits', { party: [woman, man] }), await join('fits', { party: [man] }), await join('fits')];
    const [rooms] = [await bedPools(shelters.capacity, 'fits')];
    const free = (index: number) => {
      const { id, version } = rooms[index]!;
      return setBedCounts(shelters.capacity, owner, { idempotencyKey: shelters.key(), poolId: id, expectedVersion: version, occupied: 0 });
    };
    expect(await free(1)).toMatchObject({ occupied: 0, held: 1, free: 0 });
    expect((await now(lone)).state).toBe('OFFERED');
    await free(0);
    expect((await now(guest)).state).toBe('OFFERED');
    expect(await now(family)).toMatchObject({ state: 'WAITING', ahead: 0 });
  });

  it('comes before a caller who asks at the moment a hold expires', async () => {
    await shelters.shelter('first', { total: 1 });
    await hold('first', 1);
    const waiting = await join('first');
    await shelters.pass('first', 91);
    expect(
      await holdBeds(shelters.capacity, otherNgo, { idempotencyKey: shelters.key(), serviceId: 'first', party: [woman] }),
    ).toMatchObject({
      kind: 'NoBedsLeft',
    });
    expect((await now(waiting)).state).toBe('OFFERED');
  });

  it('offers at once a bed that is already free', async () => {
    await shelters.shelter('free', {});
    expect(await join('free')).toMatchObject({ state: 'OFFERED', ahead: 0 });
  });

  it('lets a party leave, and passes its offer on', async () => {
    await shelters.shelter('left', { total: 1 });
    const { hold: promised } = await hold('left', 1);
    const [first, second, third] = [await join('left'), await join('left'), await join('left')];
    expect(await leave(second, otherNgo)).toEqual({ kind: 'NotFound' });
    expect(await leave({ ...second, version: 9 })).toEqual({ kind: 'VersionConflict', currentVersion: 1 });
    expect(await leave(second)).toMatchObject({ state: 'LEFT', version: 2 });
    await go('releaseHold', promised.id);
    expect(await leave(await now(first))).toMatchObject({ state: 'LEFT' });
    expect((await now(third)).state).toBe('OFFERED');
    expect(await shelters.counts('left')).toEqual([{ occupied: 0, held: 1, free: 0 }]);
  });

  it('expires entries after a day by the database clock, records that, and deletes the party', async () => {
    await shelters.shelter('day', { total: 1 });
    await hold('day', 1);
    const [first, second] = [await join('day'), await join('day', {}, otherNgo)];
    expect(Date.parse(first.waitsUntil) - Date.parse(first.joinedAt)).toBe(24 * 3_600_000);
    const pass = (id: string, minutes: number) =>
      shelters.rows('UPDATE capacity.waiting SET waits_until = waits_until - make_interval(mins => $2) WHERE id = $1', [id, minutes]);
    await pass(first.id, 24 * 60 - 1);
    expect(await expireWaits(shelters.capacity)).toBe(0);
    await pass(first.id, 1);
    expect(await expireWaits(shelters.capacity)).toBe(1);
    expect(await shelters.capacity.waiting(first.id)).toMatchObject({ waiting: { state: 'EXPIRED', version: 2 }, party: null });
    expect(await now(second)).toMatchObject({ state: 'WAITING', ahead: 0 });
    const record = 'SELECT version, state, subject FROM capacity.waiting_change WHERE waiting_id = $1 ORDER BY version';
    expect(await shelters.rows(record, [first.id])).toEqual([
      { version: 1, state: 'WAITING', subject: 'dora' },
      { version: 2, state: 'EXPIRED', subject: null },
    ]);
    await pass(second.id, 24 * 60);
    await expireWaits(shelters.capacity);
    expect(await shelters.capacity.availability('day')).toMatchObject({ status: 'NO_CAPACITY' });
  });

  it('offers nothing to an expired entry, whether or not the sweeper ran', async () => {
    await shelters.shelter('late', { total: 1 });
    const { hold: promised } = await hold('late', 1);
    const [first, second] = [await join('late'), await join('late', {}, otherNgo)];
    await shelters.rows('UPDATE capacity.waiting SET waits_until = joined_at WHERE id = $1', [first.id]);
    await go('releaseHold', promised.id);
    expect(await now(first)).toMatchObject({ state: 'WAITING', holdId: null });
    expect(await now(second)).toMatchObject({ state: 'OFFERED' });
  });

  it('keeps a record of every entry that nobody can rewrite', async () => {
    await shelters.shelter('record', { total: 1 });
    const { hold: promised } = await hold('record', 1);
    const [taker, leaver, misser] = [await join('record'), await join('record', {}, otherNgo), await join('record')];
    await leave(leaver, otherNgo);
    await go('releaseHold', promised.id);
    await go('takeOffer', (await held(taker)).hold.id);
    await go('releaseHold', (await held(taker)).hold.id);
    await shelters.pass('record', 21);
    await expireHolds(shelters.capacity);
    const record = async ({ id }: WaitingView) =>
      (await shelters.rows('SELECT state, subject FROM capacity.waiting_change WHERE waiting_id = $1 ORDER BY version', [id])).map(
        ({ state, subject }) => `${state} ${subject}`,
      );
    expect(await record(taker)).toEqual(['WAITING dora', 'OFFERED null', 'TAKEN dora']);
    expect(await record(leaver)).toEqual(['WAITING fay', 'LEFT fay']);
    expect(await record(misser)).toEqual(['WAITING dora', 'OFFERED null', 'MISSED null']);
    for (const sql of [`UPDATE capacity.waiting_change SET state = 'LEFT'`, 'DELETE FROM capacity.waiting_change'])
      await expect(shelters.database.transaction((tx) => tx.query(sql))).rejects.toThrow('permission denied');
  });

  it('accepts no party that no room admits and none at a closed intake, and offers nothing while the intake is closed', async () => {
    await shelters.shelter('shut', { total: 1, occupied: 1, admits: { persons: [{ genders: ['WOMAN'] }] } });
    expect(await join('shut', { party: [man] })).toMatchObject({ kind: 'NotAdmitted', reasons: [{ code: 'NOT_ADMITTED_PERSONS' }] });
    const waiting = await join('shut');
    const door = (open: boolean, expectedVersion: number) =>
      setIntake(shelters.capacity, owner, { idempotencyKey: shelters.key(), serviceId: 'shut', expectedVersion, open });
    await door(false, 0);
    expect(await join('shut')).toMatchObject({ kind: 'NotAdmitted', reasons: [{ code: 'INTAKE_CLOSED' }] });
    const [room] = await bedPools(shelters.capacity, 'shut');
    await setBedCounts(shelters.capacity, owner, { idempotencyKey: shelters.key(), poolId: room!.id, expectedVersion: 1, occupied: 0 });
    expect((await now(waiting)).state).toBe('WAITING');
    await door(true, 1);
    expect((await now(waiting)).state).toBe('OFFERED');
  });

  describe('refuses a party that could never get an offer', () => {
    const limit = (serviceId: string, mostBedsPerOrganization: number) =>
      setIntake(shelters.capacity, owner, {
        idempotencyKey: shelters.key(),
        serviceId,
        expectedVersion: 0,
        mostBedsPerOrganization,
      });
    const party = (people: number) => Array.from({ length: people }, () => woman);

    it('because one organization may not hold so many beds there, even though it holds none now', async () => {
      await shelters.shelter('limited', { total: 5, occupied: 5 });
      await limit('limited', 2);
      const refused = await join('limited', { party: party(3) });
      expect(refused).toMatchObject({ kind: 'NotAdmitted', reasons: [{ code: 'HOLD_LIMIT', data: { most: 2 } }] });
      expect(await join('limited', { party: party(3), beds: 2 })).toMatchObject({ state: 'WAITING' });
      expect(await shelters.rows(`SELECT 1 FROM capacity.waiting WHERE service_id = 'limited'`)).toHaveLength(1);
    });

    it('but not one whose organization is only at its limit for now', async () => {
      await shelters.shelter('limited-now', { total: 5, occupied: 2 });
      await limit('limited-now', 2);
      await hold('limited-now', 2);
      expect(await join('limited-now', { party: party(2) })).toMatchObject({ state: 'WAITING' });
    });

    it('because they need more beds than the shelter has, including those out of service', async () => {
      await shelters.shelter('small', { total: 3, outOfService: 1 });
      expect(await join('small', { party: party(4) })).toMatchObject({
        kind: 'NotAdmitted',
        reasons: [{ code: 'TOO_FEW_BEDS', data: { beds: 3, needed: 4 } }],
      });
      expect(await join('small', { party: party(3) })).toMatchObject({ state: 'WAITING' });
    });

    it('because the rooms that admit them are too small, whatever other rooms are free', async () => {
      const [forWomen, forMen] = [{ persons: [{ genders: ['WOMAN' as const] }] }, { persons: [{ genders: ['MAN' as const] }] }];
      await shelters.shelter('rooms', { name: 'A', total: 1, admits: forWomen }, { name: 'B', total: 9, admits: forMen });
      expect(await join('rooms', { party: party(2) })).toMatchObject({ kind: 'NotAdmitted', reasons: [{ code: 'TOO_FEW_BEDS' }] });
    });

    it('because ended surge beds go as soon as they are free; surge beds before their end count', async () => {
      await shelters.shelter('surge', { total: 1, occupied: 1 });
      const [room] = await bedPools(shelters.capacity, 'surge');
      const endsAt = new Date(Date.now() + 3_600_000);
      const clock = { now: () => new Date() };
      await addSurgeBeds({ ...shelters.capacity, clock }, owner, { idempotencyKey: shelters.key(), poolId: room!.id, beds: 2, endsAt });
      await hold('surge', 2);
      expect(await join('surge', { party: party(3) })).toMatchObject({ state: 'WAITING' });
      await shelters.rows(`UPDATE capacity.surge SET ends_at = now() WHERE service_id = 'surge'`);
      expect(await join('surge', { party: party(3) })).toMatchObject({
        kind: 'NotAdmitted',
        reasons: [{ code: 'TOO_FEW_BEDS', data: { beds: 1, needed: 3 } }],
      });
    });

    it('but not one at a shelter with an unknown number of beds', async () => {
      await shelters.shelter('uncounted');
      expect(await join('uncounted', { party: party(2) })).toMatchObject({ state: 'WAITING' });
    });

    it('but not one whose rooms merely have no bed on record', async () => {
      const [forWomen, forMen] = [{ persons: [{ genders: ['WOMAN' as const] }] }, { persons: [{ genders: ['MAN' as const] }] }];
      await shelters.shelter('no-bed', { name: 'Women', total: 0, admits: forWomen }, { name: 'Men', admits: forMen });
      expect(await join('no-bed')).toMatchObject({ state: 'WAITING' });
    });

    describe('but never because of the free beds that a directory gives:', () => {
      const admits = {
        ...unknownRule,
        persons: [{ genders: ['WOMAN' as const], minimumAge: null, maximumAge: null, accompaniedOnly: false }],
      };
      const told = (serviceId: string, available: number) =>
        shelters.capacity.changing({ serviceIds: [serviceId] }, (tx) =>
          followService(tx, {
            service: { serviceId, organizationId: 'org', country: 'ID', active: true, takesPeople: true, admits: unknownRule },
            capacities: [{ id: 'women', name: 'Women', available, maximum: null, updatedAt: null, admits }],
            toldAt: new Date(),
          }),
        );

      it('none, or fewer than they need: they get an offer once there are enough', async () => {
        await told('directory', 0);
        const one = await join('directory');
        expect(one).toMatchObject({ state: 'WAITING' });
        await told('directory', 1);
        expect(await now(one)).toMatchObject({ state: 'OFFERED' });
        const two = await join('directory', { party: party(2) });
        expect(two).toMatchObject({ state: 'WAITING' });
        await told('directory', 4);
        expect(await now(two)).toMatchObject({ state: 'OFFERED' });
      });

      it('even after somebody arrived or surge beds were added, until staff say how many there are', async () => {
        await told('arrived', 1);
        await go('confirmHold', (await hold('arrived', 1)).hold.id, owner);
        expect(await join('arrived', { party: party(2) })).toMatchObject({ state: 'WAITING' });
        const [{ id: poolId }] = (await bedPools(shelters.capacity, 'arrived')) as [BedPoolView];
        const endsAt = new Date(Date.now() + 3_600_000);
        const surge = { idempotencyKey: shelters.key(), poolId, beds: 1, endsAt };
        const { version } = (await addSurgeBeds(shelters.capacity, owner, surge)) as BedPoolView;
        expect(await join('arrived', { party: party(3) })).toMatchObject({ state: 'WAITING' });
        const count = { idempotencyKey: shelters.key(), poolId, expectedVersion: version, total: 2 };
        expect(await setBedCounts(shelters.capacity, owner, count)).toMatchObject({ total: 2 });
        expect(await join('arrived', { party: party(3) })).toMatchObject({ kind: 'NotAdmitted', reasons: [{ code: 'TOO_FEW_BEDS' }] });
      });
    });
  });
});
