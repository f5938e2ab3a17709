import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HoldView } from '@haven/events';
import type { Caller } from '@haven/security';
import { caseworker, openShelters, owner, type Shelters } from '../holds.fixture.js';
import { changeHold } from './change-hold.js';
import { extendHold } from './extend-hold.js';
import { joinWaitlist } from '../waitlist/join-waitlist.js';
import type { SeenHold } from '../ports.js';
import { setIntake } from '../intake/set-intake.js';

const colleague: Caller = { subject: 'eli', role: 'HOTLINE', organizationId: 'ngo' };
const otherNgo: Caller = { subject: 'fay', role: 'CASEWORKER', organizationId: 'other-ngo' };
const otherShelter: Caller = { subject: 'ben', role: 'PROVIDER', organizationId: 'other' };
const auditor: Caller = { subject: 'ada', role: 'AUDITOR', organizationId: null };
const minute = 60_000;

let shelters: Shelters;
const extend = (hold: Pick<HoldView, 'id' | 'version'>, minutes: number, caller = caseworker, idempotencyKey = shelters.key()) =>
  extendHold(shelters.capacity, caller, { idempotencyKey, holdId: hold.id, expectedVersion: hold.version, minutes });
const lasts = ({ expiresAt }: HoldView) => Math.round((Date.parse(expiresAt) - Date.now()) / minute);

beforeAll(async () => {
  shelters = await openShelters();
});
afterAll(() => shelters.close());

describe('a hold of somebody who is late', () => {
  it('lasts the given minutes from now, is published, and is recorded', async () => {
    await shelters.shelter('late', {});
    const hold = await shelters.hold('late');
    await shelters.pass('late', 80);
    const { hold: longer } = (await extend(hold, 120, colleague)) as SeenHold;
    expect(longer).toMatchObject({ state: 'HELD', version: 2 });
    expect(lasts(longer)).toBe(120);
    const [told] = await shelters.rows('SELECT data FROM capacity.outbox WHERE event_key = $1 ORDER BY position DESC LIMIT 1', [hold.id]);
    expect(told!['data']).toEqual(longer);
    expect(await shelters.rows('SELECT version, subject FROM capacity.hold_change WHERE hold_id = $1 ORDER BY version', [hold.id])).toEqual(
      [
        { version: 1, subject: 'dora' },
        { version: 2, subject: 'eli' },
      ],
    );
    await shelters.pass('late', 100);
    expect(await shelters.counts('late')).toEqual([{ occupied: 0, held: 1, free: 2 }]);
  });

  it('never becomes shorter, and the same call twice takes effect once', async () => {
    await shelters.shelter('long', {});
    const hold = await shelters.hold('long');
    const key = shelters.key();
    const once = (await extend(hold, 15, caseworker, key)) as SeenHold;
    expect(once.hold).toMatchObject({ expiresAt: hold.expiresAt, version: 2 });
    expect(await extend(hold, 15, caseworker, key)).toEqual(once);
    expect(await extend(hold, 16, caseworker, key)).toMatchObject({ kind: 'IdempotencyConflict' });
  });

  it('does not give the shelter more time to accept', async () => {
    await shelters.shelter('asks', {});
    const clock = { now: () => new Date() };
    const ask = { idempotencyKey: shelters.key(), serviceId: 'asks', expectedVersion: 0, requiresAcceptance: true, acceptanceMinutes: 30 };
    await setIntake({ ...shelters.capacity, clock }, owner, ask);
    const hold = await shelters.hold('asks');
    const { acceptBy } = (await shelters.capacity.hold(hold.id))!;
    expect(acceptBy).not.toBeNull();
    expect(await extend(hold, 240)).toMatchObject({ acceptBy });
    await shelters.pass('asks', 31);
    expect(await extend({ ...hold, version: 2 }, 240)).toMatchObject({ kind: 'HoldNotActive', held: { hold: { state: 'EXPIRED' } } });
  });

  it('ends on time by the database clock', async () => {
    await shelters.shelter('over', {});
    const hold = await shelters.hold('over');
    await shelters.pass('over', 91);
    expect(await extend(hold, 60)).toMatchObject({ kind: 'HoldNotActive', held: { hold: { state: 'EXPIRED' } } });
    expect(await shelters.counts('over')).toEqual([{ occupied: 0, held: 0, free: 3 }]);
  });

  it('cannot be extended after the person arrived or while it is an offer', async () => {
    await shelters.shelter('stays', { total: 1 });
    const hold = await shelters.hold('stays');
    const party = [{ gender: 'WOMAN' as const, age: 30 }];
    await joinWaitlist(shelters.capacity, caseworker, { idempotencyKey: shelters.key(), serviceId: 'stays', party });
    const step = { idempotencyKey: shelters.key(), holdId: hold.id, expectedVersion: 1 };
    await changeHold('releaseHold')(shelters.capacity, caseworker, step);
    const { waiting } = (await shelters.capacity.waitlist('stays'))[0]!;
    expect(await extend({ id: waiting.holdId!, version: 1 }, 60)).toMatchObject({ kind: 'HoldNotActive', held: { isOffer: true } });
    await changeHold('takeOffer')(shelters.capacity, caseworker, { ...step, idempotencyKey: shelters.key(), holdId: waiting.holdId! });
    const arrived = { idempotencyKey: shelters.key(), holdId: waiting.holdId!, expectedVersion: 2 };
    await changeHold('confirmHold')(shelters.capacity, caseworker, arrived);
    expect(await extend({ id: waiting.holdId!, version: 3 }, 60)).toMatchObject({
      kind: 'HoldNotActive',
      held: { hold: { state: 'CONFIRMED' } },
    });
  });

  it('rejects another version and impossible minutes, and is not found by strangers', async () => {
    await shelters.shelter('mine', {});
    const hold = await shelters.hold('mine');
    expect(await extend({ ...hold, version: 7 }, 60)).toEqual({ kind: 'VersionConflict', currentVersion: 1 });
    for (const minutes of [14, 241, 0, -1, 20.5])
      expect(await extend(hold, minutes)).toMatchObject({ kind: 'InvalidInput', fields: [{ path: 'minutes' }] });
    for (const caller of [otherNgo, otherShelter, auditor]) expect(await extend(hold, 60, caller)).toEqual({ kind: 'NotFound' });
    expect(await extend({ id: 'nothing', version: 1 }, 60)).toEqual({ kind: 'NotFound' });
    expect(await extend(hold, 60, owner)).toMatchObject({ hold: { version: 2 } });
  });
});
