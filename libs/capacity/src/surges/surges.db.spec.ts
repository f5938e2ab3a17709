import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BedPoolView } from '@haven/events';
import type { Caller } from '@haven/security';
import { caseworker, openShelters, owner, type Shelters } from '../holds.fixture.js';
import { addSurgeBeds } from './add-surge-beds.js';
import { bedPools } from '../beds/bed-pools.js';
import { changeHold } from '../holds/change-hold.js';
import { endSurge, removeEndedSurges } from './end-surge.js';
import { extendPlacement } from '../holds/extend-placement.js';
import { holdBeds } from '../holds/hold-beds.js';
import { joinWaitlist } from '../waitlist/join-waitlist.js';
import type { SeenHold, SurgeView, WaitingView } from '../ports.js';
import { setBedCounts } from '../beds/set-bed-counts.js';

const stranger: Caller = { subject: 'ben', role: 'PROVIDER', organizationId: 'other' };
const tomorrow = () => new Date(Date.now() + 86_400_000);

let shelters: Shelters;

const poolOf = async (serviceId: string) => (await bedPools(shelters.capacity, serviceId))[0] as BedPoolView;
const surge = async (serviceId: string, beds: number, endsAt = tomorrow(), caller = owner) =>
  addSurgeBeds(shelters.capacity, caller, {
    idempotencyKey: shelters.key(),
    poolId: (await poolOf(serviceId)).id,
    beds,
    endsAt,
  });
/** Moves their end into the past, before any sweeper has run. */
const pastEnd = (serviceId: string) =>
  shelters.rows('UPDATE capacity.surge SET ends_at = clock_timestamp() WHERE service_id = $1', [serviceId]);
const women = (people: number) => Array.from({ length: people }, () => ({ gender: 'WOMAN' as const }));
const hold = (serviceId: string, people: number) =>
  holdBeds(shelters.capacity, caseworker, { idempotencyKey: shelters.key(), serviceId, party: women(people) });
const wait = async (serviceId: string) =>
  (await joinWaitlist(shelters.capacity, caseworker, { idempotencyKey: shelters.key(), serviceId, party: women(1) })) as WaitingView;
const arrive = async (serviceId: string, people: number) => {
  const held = ((await hold(serviceId, people)) as SeenHold).hold;
  const command = { idempotencyKey: shelters.key(), holdId: held.id, expectedVersion: 1 };
  return (await changeHold('confirmHold')(shelters.capacity, owner, command)) as SeenHold;
};
const leave = ({ hold: { id, version } }: SeenHold) =>
  changeHold('checkOut')(shelters.capacity, owner, { idempotencyKey: shelters.key(), holdId: id, expectedVersion: version });

beforeAll(async () => {
  shelters = await openShelters();
});
afterAll(() => shelters.close());

describe('surge beds', () => {
  it('stay until their end, and then go as soon as they are free, never while somebody sleeps in them', async () => {
    await shelters.shelter('surge', { total: 2 });
    expect(await surge('surge', 3)).toMatchObject({ total: 5, free: 5 });
    const [family, guest] = [await arrive('surge', 3), await arrive('surge', 1)];
    const [lasting] = await shelters.capacity.surges('surge');
    expect(await endSurge(shelters.capacity, owner, lasting!.id)).toMatchObject({ beds: 3, removed: 1 });
    expect(await shelters.counts('surge')).toEqual([{ occupied: 4, held: 0, free: 0 }]);
    await leave(guest);
    expect(await poolOf('surge')).toMatchObject({ total: 3, occupied: 3, free: 0 });
    await leave(family);
    expect(await poolOf('surge')).toMatchObject({ total: 2, free: 2 });
    expect(await shelters.capacity.surges('surge')).toEqual([]);
    expect(await removeEndedSurges(shelters.capacity)).toBe(0);
  });

  it('end by themselves, by the clock of the database', async () => {
    await shelters.shelter('night', { total: 1 });
    await surge('night', 2);
    expect(await removeEndedSurges(shelters.capacity)).toBe(0);
    await pastEnd('night');
    expect(await removeEndedSurges(shelters.capacity)).toBe(2);
    expect(await poolOf('night')).toMatchObject({ total: 1 });
  });

  it('go before the waiting list gets an offer, as soon as somebody leaves', async () => {
    await shelters.shelter('line', { total: 2 });
    await surge('line', 3);
    const [guest] = [await arrive('line', 1), await arrive('line', 4)];
    const waiting = [await wait('line'), await wait('line')];
    await pastEnd('line');
    await leave(guest);
    expect(await poolOf('line')).toMatchObject({ total: 4, occupied: 4, held: 0, free: 0 });
    for (const { id } of waiting) expect(await shelters.capacity.waiting(id)).toMatchObject({ waiting: { state: 'WAITING' } });
  });

  it('cannot be held after their end, whether or not the sweeper ran', async () => {
    await shelters.shelter('unswept', { total: 2 });
    await surge('unswept', 3);
    await arrive('unswept', 2);
    await pastEnd('unswept');
    expect(await hold('unswept', 1)).toMatchObject({ kind: 'NoBedsLeft', availability: { total: 2, free: 0 } });
    expect(await shelters.capacity.surges('unswept')).toEqual([]);
  });

  it('go with the beds of an expired hold, and the waiting list gets what is left', async () => {
    await shelters.shelter('both', { total: 2 });
    await surge('both', 1);
    const guest = await arrive('both', 1);
    await hold('both', 2);
    const { id } = await wait('both');
    await pastEnd('both');
    await shelters.pass('both', 300);
    expect(await hold('both', 1)).toMatchObject({ kind: 'NoBedsLeft', availability: { total: 2, free: 0 } });
    expect(await shelters.capacity.waiting(id)).toMatchObject({ waiting: { state: 'OFFERED' } });
    await leave(guest);
    expect(await poolOf('both')).toMatchObject({ total: 2, occupied: 0, held: 1, free: 1 });
  });

  describe('are not removed twice if staff count fewer beds after the end', () => {
    const count = async (serviceId: string, seen: { total?: number; occupied?: number }) => {
      const { id: poolId, version: expectedVersion } = await poolOf(serviceId);
      return setBedCounts(shelters.capacity, owner, { idempotencyKey: shelters.key(), poolId, expectedVersion, ...seen });
    };
    /** Four ordinary beds and four surge beds, all occupied. */
    const full = async (serviceId: string) => {
      await shelters.shelter(serviceId, { total: 4, occupied: 4 });
      await surge(serviceId, 1);
      await surge(serviceId, 3);
      await count(serviceId, { occupied: 8 });
    };

    it('because those that staff no longer see are gone', async () => {
      await full('counted');
      await pastEnd('counted');
      expect(await count('counted', { total: 4, occupied: 4 })).toMatchObject({ total: 4, free: 0 });
      expect(await shelters.capacity.surges('counted')).toEqual([]);
      expect(await count('counted', { occupied: 1 })).toMatchObject({ total: 4, occupied: 1, free: 3 });
      const changes = `SELECT total, subject FROM capacity.occupancy_change WHERE service_id = 'counted' ORDER BY version DESC LIMIT 2`;
      expect(await shelters.rows(changes)).toEqual([
        { total: 4, subject: 'ana' },
        { total: 4, subject: 'ana' },
      ]);
    });

    it('and those that staff still see go as soon as they are free', async () => {
      await full('some');
      await pastEnd('some');
      expect(await count('some', { total: 6, occupied: 6 })).toMatchObject({ total: 6, free: 0 });
      expect(await count('some', { total: 6, occupied: 5 })).toMatchObject({ total: 5, free: 0 });
      expect(await count('some', { occupied: 1 })).toMatchObject({ total: 4, free: 3 });
    });

    it('and never more of them than there are, if other beds are gone, too', async () => {
      await full('fewer');
      await pastEnd('fewer');
      expect(await count('fewer', { total: 3, occupied: 3 })).toMatchObject({ total: 3 });
      expect(await count('fewer', { occupied: 0 })).toMatchObject({ total: 3, free: 3 });
    });

    it('but a count before the end removes none', async () => {
      await full('running');
      expect(await count('running', { total: 7, occupied: 4 })).toMatchObject({ total: 7, free: 3 });
      await pastEnd('running');
      expect(await removeEndedSurges(shelters.capacity)).toBe(3);
      expect(await count('running', { total: 3, occupied: 3 })).toMatchObject({ total: 3 });
      expect(await count('running', { occupied: 2 })).toMatchObject({ total: 3, free: 1 });
    });
  });

  it('record who ended them, even if somebody still sleeps in one', async () => {
    await shelters.shelter('ended', { total: 1 });
    await surge('ended', 2);
    const { hold } = await arrive('ended', 2);
    const [{ id }] = (await shelters.capacity.surges('ended')) as [SurgeView];
    await endSurge(shelters.capacity, owner, id);
    expect(await shelters.rows('SELECT removed, ended_by FROM capacity.surge WHERE id = $1', [id])).toEqual([
      { removed: 1, ended_by: 'ana' },
    ]);
    await endSurge(shelters.capacity, { ...owner, subject: 'eve' }, id);
    expect(await shelters.rows('SELECT removed, ended_by FROM capacity.surge WHERE id = $1', [id])).toEqual([
      { removed: 1, ended_by: 'ana' },
    ]);
    const changes = `SELECT total, subject FROM capacity.occupancy_change WHERE service_id = 'ended' ORDER BY version DESC LIMIT 1`;
    expect(await shelters.rows(changes)).toEqual([{ total: 2, subject: 'ana' }]);
    await leave({ hold: { ...hold, version: 2 } } as SeenHold);
    await removeEndedSurges(shelters.capacity);
    expect(await shelters.rows(changes)).toEqual([{ total: 1, subject: 'ana' }]);
  });

  it('give a repeated call the same answer after their end', async () => {
    await shelters.shelter('repeated', { total: 1 });
    const command = { idempotencyKey: shelters.key(), poolId: (await poolOf('repeated')).id, beds: 2, endsAt: tomorrow() };
    const first = await addSurgeBeds(shelters.capacity, owner, command);
    const inTwoDays = { now: () => new Date(Date.now() + 2 * 86_400_000) };
    expect(await addSurgeBeds({ ...shelters.capacity, clock: inTwoDays }, owner, command)).toEqual(first);
    expect(await poolOf('repeated')).toMatchObject({ total: 3 });
  });

  it('can be added and ended by the shelter alone', async () => {
    await shelters.shelter('mine', {});
    expect(await surge('mine', 1, tomorrow(), stranger)).toEqual({ kind: 'NotFound' });
    await surge('mine', 1);
    const [{ id }] = (await shelters.capacity.surges('mine')) as [SurgeView];
    expect(await endSurge(shelters.capacity, stranger, id)).toEqual({ kind: 'NotFound' });
    expect(await surge('mine', 0)).toMatchObject({ kind: 'InvalidInput', fields: [{ path: 'beds' }] });
    expect(await surge('mine', 1, new Date(0))).toMatchObject({ kind: 'InvalidInput', fields: [{ path: 'endsAt' }] });
    expect(await surge('mine', 1, new Date(Number.NaN))).toMatchObject({ kind: 'InvalidInput', fields: [{ path: 'endsAt' }] });
  });
});

describe('a placement', () => {
  it('has an end that can be moved while the person is there', async () => {
    await shelters.shelter('stay', {});
    const { hold } = await arrive('stay', 1);
    const extend = (expectedEnd: string | null, expectedVersion: number, caller = caseworker) =>
      extendPlacement(shelters.capacity, caller, { idempotencyKey: shelters.key(), holdId: hold.id, expectedVersion, expectedEnd });
    const day = (ahead: number) => new Date(Date.now() + ahead * 24 * 3_600_000).toISOString().slice(0, 10);
    const [soon, later] = [day(20), day(27)];
    expect(await extend(soon, 2)).toMatchObject({ expectedEnd: soon, hold: { state: 'CONFIRMED', version: 3 } });
    expect(await extend(later, 2)).toEqual({ kind: 'VersionConflict', currentVersion: 3 });
    expect(await extend('2026-02-30', 3)).toMatchObject({ kind: 'InvalidInput', fields: [{ path: 'expectedEnd' }] });
    for (const wrong of ['0000-01-01', '1987-03-14', day(-3), day(740)])
      expect(await extend(wrong, 3)).toMatchObject({ kind: 'InvalidInput', fields: [{ path: 'expectedEnd' }] });
    expect(await extend(later, 3, stranger)).toEqual({ kind: 'NotFound' });
    expect(await extend(null, 3)).toMatchObject({ expectedEnd: null });
    await leave({ hold: { ...hold, version: 4 } } as SeenHold);
    expect(await extend(later, 5)).toMatchObject({ kind: 'HoldNotActive' });
  });

  it('shows where counts and arrivals differ, and corrects nothing by itself', async () => {
    await shelters.shelter('differ', { total: 5, occupied: 1 });
    await arrive('differ', 2);
    const [before] = await shelters.capacity.reconciliation('differ');
    expect(before).toMatchObject({ occupied: 3, placed: 2 });
    const pool = await poolOf('differ');
    await setBedCounts(shelters.capacity, owner, {
      idempotencyKey: shelters.key(),
      poolId: pool.id,
      expectedVersion: pool.version,
      occupied: 1,
    });
    expect(await shelters.capacity.reconciliation('differ')).toMatchObject([{ occupied: 1, placed: 2 }]);
  });
});
