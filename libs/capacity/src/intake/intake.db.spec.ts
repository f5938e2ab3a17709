import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller } from '@haven/security';
import { caseworker, openShelters, owner, type Shelters } from '../holds.fixture.js';
import { changeHold, type HoldOperation } from '../holds/change-hold.js';
import { expireHolds } from '../holds/expire-holds.js';
import { holdBeds } from '../holds/hold-beds.js';
import { openDueDoors } from './open-due-doors.js';
import { joinWaitlist } from '../waitlist/join-waitlist.js';
import type { SeenHold, WaitingView } from '../ports.js';
import { setIntake, type SetIntakeCommand } from './set-intake.js';

const stranger: Caller = { subject: 'ben', role: 'PROVIDER', organizationId: 'other' };
const otherNgo: Caller = { subject: 'fay', role: 'CASEWORKER', organizationId: 'other-ngo' };

let shelters: Shelters;

const set = (serviceId: string, said: Partial<SetIntakeCommand>, caller = owner) =>
  setIntake(shelters.capacity, caller, { idempotencyKey: shelters.key(), serviceId, expectedVersion: 0, ...said });
const hold = (serviceId: string, people = 1, caller = caseworker) => {
  const party = Array.from({ length: people }, () => ({ gender: 'WOMAN' as const }));
  return holdBeds(shelters.capacity, caller, { idempotencyKey: shelters.key(), serviceId, party });
};
const join = async (serviceId: string, people = 1, caller = caseworker) => {
  const party = Array.from({ length: people }, () => ({ gender: 'WOMAN' as const }));
  return (await joinWaitlist(shelters.capacity, caller, { idempotencyKey: shelters.key(), serviceId, party })) as WaitingView;
};
const offerOf = async ({ id }: WaitingView) => (await shelters.capacity.hold((await shelters.capacity.waiting(id))!.waiting.holdId!))!;
const stateOf = async ({ id }: WaitingView) => (await shelters.capacity.waiting(id))!.waiting.state;
const go = (operation: HoldOperation, { hold: { id, version } }: SeenHold, caller = owner) =>
  changeHold(operation)(shelters.capacity, caller, { idempotencyKey: shelters.key(), holdId: id, expectedVersion: version });
const minutesOf = (from: string, to: string | null) => (Date.parse(to!) - Date.parse(from)) / 60_000;

beforeAll(async () => {
  shelters = await openShelters();
});
afterAll(() => shelters.close());

describe('a shelter that accepts each hold itself', () => {
  it('has some minutes to accept, and then keeps the bed as long as any hold', async () => {
    await shelters.shelter('asks', {});
    await set('asks', { requiresAcceptance: true, acceptanceMinutes: 10, usualMinutes: 60 });
    const asked = (await hold('asks')) as SeenHold;
    expect(minutesOf(asked.hold.createdAt, asked.acceptBy)).toBe(10);
    expect(minutesOf(asked.hold.createdAt, asked.hold.expiresAt)).toBe(60);
    expect(await go('acceptHold', asked, caseworker)).toEqual({ kind: 'NotFound' });
    const accepted = (await go('acceptHold', asked)) as SeenHold;
    expect(accepted).toMatchObject({ acceptBy: null, hold: { state: 'HELD', version: 2 } });
    await shelters.pass('asks', 30);
    expect(await expireHolds(shelters.capacity)).toBe(0);
    expect(await go('acceptHold', accepted)).toMatchObject({ kind: 'HoldNotActive' });
    expect(await go('confirmHold', accepted)).toMatchObject({ hold: { state: 'CONFIRMED' } });
  });

  it('gets the bed back if it does not answer', async () => {
    await shelters.shelter('silent', { total: 1 });
    await set('silent', { requiresAcceptance: true, acceptanceMinutes: 10 });
    const asked = (await hold('silent')) as SeenHold;
    await shelters.pass('silent', 9);
    expect(await hold('silent')).toMatchObject({ kind: 'NoBedsLeft' });
    await shelters.pass('silent', 2);
    expect(await go('acceptHold', asked)).toMatchObject({ kind: 'HoldNotActive', held: { hold: { state: 'EXPIRED' } } });
    expect(await hold('silent')).toMatchObject({ hold: { state: 'HELD' } });
  });

  it('has accepted when it lets the person in', async () => {
    await shelters.shelter('door', {});
    await set('door', { requiresAcceptance: true });
    expect(await go('confirmHold', (await hold('door')) as SeenHold)).toMatchObject({ hold: { state: 'CONFIRMED' }, acceptBy: null });
  });

  it('has its minutes from the moment when somebody takes an offer', async () => {
    await shelters.shelter('answers', { total: 1 });
    await set('answers', { requiresAcceptance: true, acceptanceMinutes: 5 });
    const first = (await hold('answers')) as SeenHold;
    const waiting = await join('answers');
    await go('releaseHold', first, caseworker);
    await shelters.pass('answers', 12);
    expect(await expireHolds(shelters.capacity)).toBe(0);
    const offer = await offerOf(waiting);
    expect(offer).toMatchObject({ isOffer: true, acceptBy: null, hold: { state: 'HELD' } });
    const before = Date.now();
    const taken = (await go('takeOffer', offer, caseworker)) as SeenHold;
    expect(taken).toMatchObject({ isOffer: false, hold: { state: 'HELD' } });
    expect(Date.parse(taken.acceptBy!) - before).toBeGreaterThanOrEqual(5 * 60_000);
    expect(Date.parse(taken.acceptBy!) - Date.now()).toBeLessThanOrEqual(5 * 60_000);
    await shelters.pass('answers', 6);
    expect(await go('acceptHold', taken)).toMatchObject({ kind: 'HoldNotActive', held: { hold: { state: 'EXPIRED' } } });
    expect(await stateOf(waiting)).toBe('TAKEN');
  });

  it.each(['acceptHold', 'confirmHold'] as const)('may accept before the offer is taken: %s', async (operation) => {
    const id = `early-${operation}`;
    await shelters.shelter(id, {});
    await set(id, { requiresAcceptance: true, acceptanceMinutes: 5 });
    const waiting = await join(id);
    const said = (await go(operation, await offerOf(waiting))) as SeenHold;
    if (operation === 'confirmHold') return expect(said).toMatchObject({ acceptBy: null, hold: { state: 'CONFIRMED' } });
    expect(said).toMatchObject({ acceptBy: null, isOffer: true, hold: { state: 'HELD', version: 2 } });
    expect(await go('acceptHold', said)).toMatchObject({ kind: 'HoldNotActive' });
    const taken = (await go('takeOffer', said, caseworker)) as SeenHold;
    expect(taken).toMatchObject({ acceptBy: null, isOffer: false });
    await shelters.pass(id, 30);
    expect(await go('confirmHold', taken)).toMatchObject({ hold: { state: 'CONFIRMED' } });
  });

  it('need not accept an offer if it does not require acceptance', async () => {
    await shelters.shelter('easy', {});
    expect(await go('acceptHold', await offerOf(await join('easy')))).toMatchObject({ kind: 'HoldNotActive' });
  });

  it('has its own status', async () => {
    await shelters.shelter('status', {});
    await set('status', { requiresAcceptance: true });
    expect(await shelters.capacity.availability('status')).toMatchObject({ free: 3, status: 'ADDITIONAL_ASSESSMENT_REQUIRED' });
  });
});

describe('a closed intake', () => {
  it('can be set for a shelter that has not arrived yet', async () => {
    const closing = set('new', { open: false });
    await sleep(200);
    await shelters.shelter('new');
    expect(await closing).toMatchObject({ open: false, version: 1 });
  });

  it('gives no bed and shows no capacity, but keeps its holds', async () => {
    await shelters.shelter('closed', {});
    const before = (await hold('closed')) as SeenHold;
    await set('closed', { open: false });
    expect(await hold('closed')).toMatchObject({ kind: 'NotAdmitted', reasons: [{ code: 'INTAKE_CLOSED' }] });
    expect(await shelters.capacity.availability('closed')).toMatchObject({ free: 2, status: 'NO_CAPACITY' });
    expect(await go('confirmHold', before)).toMatchObject({ hold: { state: 'CONFIRMED' } });
    await set('closed', { open: true, expectedVersion: 1 });
    expect(await hold('closed')).toMatchObject({ hold: { state: 'HELD' } });
  });
});

describe('a limit on the beds of one organization', () => {
  it('counts its holds before arrival, for each organization separately', async () => {
    await shelters.shelter('limit', { total: 10 });
    await set('limit', { mostBedsPerOrganization: 3 });
    const first = (await hold('limit', 2)) as SeenHold;
    expect(await hold('limit', 2)).toMatchObject({ kind: 'NotAdmitted', reasons: [{ code: 'HOLD_LIMIT', data: { most: 3 } }] });
    expect(await hold('limit', 3, otherNgo)).toMatchObject({ hold: { state: 'HELD' } });
    await go('confirmHold', first);
    expect(await hold('limit', 3)).toMatchObject({ hold: { state: 'HELD' } });
    await set('limit', { noBedLimit: true, expectedVersion: 1 });
    expect(await hold('limit', 2)).toMatchObject({ hold: { state: 'HELD' } });
  });

  it('also limits offers: a party at the limit keeps its place and lets others pass', async () => {
    await shelters.shelter('offers', { total: 10 });
    await set('offers', { mostBedsPerOrganization: 3 });
    const first = (await hold('offers', 2)) as SeenHold;
    const [two, one, other] = [await join('offers', 2), await join('offers'), await join('offers', 3, otherNgo)];
    expect([two.state, one.state, other.state]).toEqual(['WAITING', 'OFFERED', 'OFFERED']);
    expect(await join('offers')).toMatchObject({ state: 'WAITING', ahead: 1 });
    const offered = (await shelters.capacity.hold(one.holdId!))!;
    expect(await go('takeOffer', offered, caseworker)).toMatchObject({ hold: { state: 'HELD' } });
    expect(await stateOf(two)).toBe('WAITING');
    await go('confirmHold', first);
    expect(await stateOf(two)).toBe('OFFERED');
    const late = await join('offers', 3, otherNgo);
    await set('offers', { noBedLimit: true, expectedVersion: 1 });
    expect(await stateOf(late)).toBe('WAITING');
    expect(await shelters.counts('offers')).toEqual([{ occupied: 2, held: 7, free: 1 }]);
  });

  it('counts the beds that a party takes, not those that it asked for', async () => {
    await shelters.shelter(
      'apart',
      { name: 'Women', admits: { persons: [{ genders: ['WOMAN'] }] } },
      { name: 'Men', admits: { persons: [{ genders: ['MAN'] }] } },
    );
    await set('apart', { mostBedsPerOrganization: 2 });
    await hold('apart');
    const couple = { serviceId: 'apart', party: [{ gender: 'WOMAN' as const }, { gender: 'MAN' as const }], beds: 1 };
    expect(await holdBeds(shelters.capacity, caseworker, { idempotencyKey: shelters.key(), ...couple })).toMatchObject({
      kind: 'NotAdmitted',
      reasons: [{ code: 'HOLD_LIMIT', data: { most: 2 } }],
    });
    const wait = () => joinWaitlist(shelters.capacity, caseworker, { idempotencyKey: shelters.key(), ...couple });
    expect(await wait()).toMatchObject({ state: 'WAITING' });
    await set('apart', { mostBedsPerOrganization: 1, expectedVersion: 1 });
    expect(await wait()).toMatchObject({ kind: 'NotAdmitted', reasons: [{ code: 'HOLD_LIMIT', data: { most: 1 } }] });
  });
});

describe('setting the intake', () => {
  it('changes only the fields given, one version after the other', async () => {
    await shelters.shelter('said', {});
    expect(await shelters.capacity.intake('said')).toMatchObject({ open: true, requiresAcceptance: false, version: 0 });
    expect(await set('said', { usualMinutes: 30 })).toMatchObject({ usualMinutes: 30, open: true, version: 1 });
    expect(await set('said', { open: false })).toEqual({ kind: 'VersionConflict', currentVersion: 1 });
    expect(await set('said', { open: false, expectedVersion: 1 })).toMatchObject({ usualMinutes: 30, open: false, version: 2 });
  });

  it('is recorded for good, with actor and time', async () => {
    await shelters.shelter('record', {});
    await set('record', { open: false, mostBedsPerOrganization: 4 });
    await set('record', { open: true, noBedLimit: true, expectedVersion: 1 }, { ...owner, subject: 'eve' });
    await set('record', { open: false, expectedVersion: 1 });
    const changes = `SELECT version, open, requires_acceptance, acceptance_minutes, usual_minutes, most_beds_per_organization AS most, subject,
      at <= clock_timestamp() AS dated FROM capacity.intake_change WHERE service_id = 'record' ORDER BY version`;
    const usual = { requires_acceptance: false, acceptance_minutes: 20, usual_minutes: 90, dated: true };
    expect(await shelters.rows(changes)).toEqual([
      { ...usual, version: 1, open: false, most: 4, subject: 'ana' },
      { ...usual, version: 2, open: true, most: null, subject: 'eve' },
    ]);
    for (const sql of [`UPDATE capacity.intake_change SET subject = 'eve'`, 'DELETE FROM capacity.intake_change'])
      await expect(shelters.database.transaction((tx) => tx.query(sql))).rejects.toThrow(/permission denied/);
  });

  it('closes with a reason, and reopens by itself at the end', async () => {
    await shelters.shelter('for-a-time', { total: 1, occupied: 1 });
    const waiting = await join('for-a-time');
    const until = new Date(Date.now() + 3_600_000);
    const closed = await set('for-a-time', { open: false, closedBecause: 'NO_STAFF', closedUntil: until });
    expect(closed).toMatchObject({ open: false, closedBecause: 'NO_STAFF', closedUntil: until.toISOString(), version: 1 });
    expect(await set('for-a-time', { usualMinutes: 60, expectedVersion: 1 })).toMatchObject({ closedBecause: 'NO_STAFF', version: 2 });
    await shelters.rows(`UPDATE capacity.bed_pool SET occupied = 0 WHERE service_id = 'for-a-time'`);
    expect(await openDueDoors(shelters.capacity)).toBe(0);
    expect(await stateOf(waiting)).toBe('WAITING');
    expect(await shelters.capacity.intake('for-a-time')).toMatchObject({ open: false, closedUntil: until.toISOString() });
    await shelters.rows(`UPDATE capacity.intake SET closed_until = clock_timestamp() - interval '1 s' WHERE service_id = 'for-a-time'`);
    expect(await openDueDoors(shelters.capacity)).toBe(1);
    expect(await shelters.capacity.intake('for-a-time')).toMatchObject({ open: true, closedBecause: null, closedUntil: null, version: 3 });
    expect(await stateOf(waiting)).toBe('OFFERED');
    expect(await openDueDoors(shelters.capacity)).toBe(0);
    const changes = `SELECT closed_because AS because, subject FROM capacity.intake_change WHERE service_id = 'for-a-time' ORDER BY version`;
    expect(await shelters.rows(changes)).toEqual([
      { because: 'NO_STAFF', subject: 'ana' },
      { because: 'NO_STAFF', subject: 'ana' },
      { because: null, subject: null },
    ]);
  });

  it('drops the earlier reason when somebody opens or closes it again', async () => {
    await shelters.shelter('anew', {});
    const until = new Date(Date.now() + 3_600_000);
    await set('anew', { open: false, closedBecause: 'ILLNESS', closedUntil: until });
    const again = await set('anew', { open: false, closedBecause: 'REPAIRS', expectedVersion: 1 });
    expect(again).toMatchObject({ closedBecause: 'REPAIRS', closedUntil: null });
    expect(await set('anew', { open: true, expectedVersion: 2 })).toMatchObject({ open: true, closedBecause: null });
  });

  it('needs a future end, and repeats its answer after that end', async () => {
    await shelters.shelter('ends', {});
    const closing = { open: false, closedUntil: new Date('2026-11-20T12:00:00Z') };
    expect(await set('ends', closing)).toMatchObject({ kind: 'InvalidInput', fields: [{ path: 'closedUntil' }] });
    expect(await set('ends', { closedBecause: 'OTHER' })).toMatchObject({ kind: 'InvalidInput', fields: [{ path: 'closedBecause' }] });
    const command = { idempotencyKey: shelters.key(), serviceId: 'ends', expectedVersion: 0, ...closing };
    const first = await setIntake({ ...shelters.capacity, clock: { now: () => new Date('2026-11-20T11:00:00Z') } }, owner, command);
    expect(first).toMatchObject({ open: false, version: 1 });
    expect(await setIntake(shelters.capacity, owner, command)).toEqual(first);
  });

  it('is for the shelter alone', async () => {
    await shelters.shelter('own', {});
    expect(await set('own', { open: false }, stranger)).toEqual({ kind: 'NotFound' });
    expect(await set('own', { open: false }, caseworker)).toEqual({ kind: 'NotFound' });
    expect(await set('nowhere', { open: false })).toEqual({ kind: 'NotFound' });
    expect(await set('own', { usualMinutes: 5 })).toMatchObject({ kind: 'InvalidInput', fields: [{ path: 'usualMinutes' }] });
  });
});
