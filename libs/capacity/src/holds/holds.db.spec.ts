import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BedPoolView, HoldView } from '@haven/events';
import type { Database } from '@haven/persistence';
import { unknownRule } from '@haven/kernel';
import type { Caller } from '@haven/security';
import { openTestDatabase, type TestDatabase } from '@haven/testing';
import { isFailure } from '@haven/use-case';
import { capacityOn, openCapacityDatabase } from '../persistence/capacity-database.js';
import { capacityMeasures } from '../persistence/reading/measures.js';
import { bedPools } from '../beds/bed-pools.js';
import { changeHold, type HoldOperation } from './change-hold.js';
import { defineBedPool, type DefineBedPoolCommand } from '../beds/define-bed-pool.js';
import { expireHolds } from './expire-holds.js';
import { followService, forgetService } from '../directory/follow-service.js';
import { holdBeds, type HoldBedsCommand } from './hold-beds.js';
import { readHold } from './read-hold.js';
import { setBedCounts } from '../beds/set-bed-counts.js';
import type { Capacity, SeenHold } from '../ports.js';

const owner: Caller = { subject: 'ana', role: 'PROVIDER', organizationId: 'org' };
const stranger: Caller = { subject: 'ben', role: 'PROVIDER', organizationId: 'other' };
const caseworker: Caller = { subject: 'dora', role: 'CASEWORKER', organizationId: 'ngo' };
const colleague: Caller = { subject: 'eve', role: 'CASEWORKER', organizationId: 'ngo' };
const elsewhere: Caller = { subject: 'fay', role: 'CASEWORKER', organizationId: 'other-ngo' };
const coordinator: Caller = { subject: 'cy', role: 'COORDINATOR', organizationId: null };
const auditor: Caller = { subject: 'gus', role: 'AUDITOR', organizationId: null };
const woman = { gender: 'WOMAN', age: 24 } as const;
const boy = { gender: 'MAN', age: 9 } as const;
const man = { gender: 'MAN', age: 30 } as const;
const women = {
  persons: [
    { genders: ['WOMAN' as const], minimumAge: 18 },
    { maximumAge: 12, accompaniedOnly: true },
  ],
};

describe('holds', () => {
  let server: TestDatabase;
  let database: Database;
  let capacity: Capacity;
  let keys = 0;
  const key = () => `key-${++keys}`;
  const shelter = async (serviceId: string, ...pools: Partial<DefineBedPoolCommand>[]) => {
    await capacity.changing({ serviceIds: [serviceId] }, (tx) =>
      followService(tx, {
        service: { serviceId, organizationId: 'org', country: 'ID', active: true, takesPeople: true, admits: unknownRule },
        capacities: [],
        toldAt: new Date(),
      }),
    );
    for (const pool of pools) await defineBedPool(capacity, owner, { idempotencyKey: key(), serviceId, name: 'Women', total: 3, ...pool });
  };
  const hold = (serviceId: string, command: Partial<HoldBedsCommand> = {}, caller = caseworker) =>
    holdBeds(capacity, caller, { idempotencyKey: key(), serviceId, party: [woman], ...command });
  const held = async (serviceId: string, command: Partial<HoldBedsCommand> = {}) => {
    const answer = await hold(serviceId, command);
    if (!('hold' in answer) || 'kind' in answer) throw new Error(JSON.stringify(answer));
    return answer;
  };
  const go = (operation: HoldOperation, { id, version }: HoldView, caller = caseworker, idempotencyKey = key()) =>
    changeHold(operation)(capacity, caller, { idempotencyKey, holdId: id, expectedVersion: version });
  const pools = (serviceId: string) => bedPools(capacity, serviceId);
  const counts = async (serviceId: string) =>
    (await pools(serviceId)).map(({ occupied, held: promised, free }) => ({ occupied, held: promised, free }));
  /** Makes the hold older by this many minutes. */
  const later = (holdId: string, minutes: number) =>
    rows(
      `UPDATE capacity.hold SET created_at = created_at - make_interval(mins => ${minutes}), expires_at = expires_at - make_interval(mins => ${minutes}) WHERE id = '${holdId}'`,
    );
  const rows = (sql: string) => database.dataSource.query<Record<string, unknown>[]>(sql);

  beforeAll(async () => {
    server = await openTestDatabase();
    database = await openCapacityDatabase(server.connection);
    capacity = capacityOn(database);
  });
  afterAll(async () => {
    await database.close();
    await server.close();
  });

  it('hold a bed for 90 minutes, are published on both topics, and store nothing that identifies a person', async () => {
    await shelter('one', {});
    const { hold: promised, asks, caseReference } = await held('one', { caseReference: 'k7m 4qx 7' });
    expect(promised).toMatchObject({ serviceId: 'one', state: 'HELD', version: 1, beds: [{ beds: 1 }] });
    expect(Date.parse(promised.expiresAt) - Date.parse(promised.createdAt)).toBe(90 * 60_000);
    expect((await readHold(capacity, caseworker, promised.id))?.party).toEqual([
      { gender: 'WOMAN', ageBand: 'ADULT', poolId: promised.beds[0]!.poolId },
    ]);
    expect(asks.map(({ code }) => code)).toContain('ASK_PERSONS');
    expect(caseReference).toBe('K7M-4QX-7');
    expect(await counts('one')).toEqual([{ occupied: 0, held: 1, free: 2 }]);
    const told = await rows(`SELECT topic, data FROM capacity.outbox WHERE event_key IN ('one', '${promised.id}') ORDER BY position`);
    expect(told.map(({ topic }) => topic)).toEqual([
      'haven.capacity.availability.v1',
      'haven.capacity.hold.v1',
      'haven.capacity.availability.v1',
    ]);
    expect(told[1]!['data']).toEqual(promised);
    expect(JSON.stringify(told)).not.toMatch(/HTL|WOMAN.*ADULT|dora/);
  });

  it('place each member of a party in a pool that admits them, all or none', async () => {
    await shelter(
      'family',
      { name: 'A men', total: 1, admits: { persons: [{ genders: ['MAN'], minimumAge: 18 }] } },
      { name: 'B women', total: 2, admits: women },
    );
    expect(await hold('family', { party: [woman, boy, woman] })).toMatchObject({ kind: 'NoBedsLeft', availability: { free: 3 } });
    expect(await hold('family', { party: [boy] })).toMatchObject({ kind: 'NotAdmitted', reasons: [{ code: 'NOT_ADMITTED_PERSONS' }] });
    expect(await counts('family')).toEqual([
      { occupied: 0, held: 0, free: 1 },
      { occupied: 0, held: 0, free: 2 },
    ]);
    const { hold: promised } = await held('family', { party: [woman, boy, man] });
    expect(promised.beds.map(({ beds }) => beds).sort()).toEqual([1, 2]);
    expect(await counts('family')).toEqual([
      { occupied: 0, held: 1, free: 0 },
      { occupied: 0, held: 2, free: 0 },
    ]);
  });

  it('let a mother share with her child if she asks for fewer beds', async () => {
    await shelter('shared', { total: 1, admits: women });
    expect((await held('shared', { party: [woman, boy], beds: 1 })).hold.beds.map(({ beds }) => beds)).toEqual([1]);
  });

  it('never promise the last bed twice, however many ask at once', async () => {
    await shelter('hot', { total: 5 });
    const answers = await Promise.all(Array.from({ length: 24 }, () => hold('hot')));
    expect(answers.filter((answer) => 'hold' in answer)).toHaveLength(5);
    expect(answers.filter((answer) => 'kind' in answer && answer.kind === 'NoBedsLeft')).toHaveLength(19);
    expect(await counts('hot')).toEqual([{ occupied: 0, held: 5, free: 0 }]);
  });

  it('move the bed from held to occupied to free', async () => {
    await shelter('stay', {});
    const { hold: promised } = await held('stay');
    const confirmed = (await go('confirmHold', promised)) as SeenHold;
    expect(confirmed.hold).toMatchObject({ state: 'CONFIRMED', version: 2 });
    expect(await counts('stay')).toEqual([{ occupied: 1, held: 0, free: 2 }]);
    const left = (await go('checkOut', confirmed.hold, owner)) as SeenHold;
    expect(left).toMatchObject({ hold: { state: 'CHECKED_OUT', version: 3 } });
    expect((await readHold(capacity, caseworker, promised.id))?.party).toBeNull();
    expect(await counts('stay')).toEqual([{ occupied: 0, held: 0, free: 3 }]);
    const audit = await rows(`SELECT version, state, subject FROM capacity.hold_change WHERE hold_id = '${promised.id}' ORDER BY version`);
    expect(audit.map(({ state, subject }) => `${String(state)} ${String(subject)}`)).toEqual([
      'HELD dora',
      'CONFIRMED dora',
      'CHECKED_OUT ana',
    ]);
  });

  it.each(['releaseHold', 'declineHold'] as const)('%s gives the bed back, once', async (operation) => {
    await shelter(operation, {});
    const { hold: promised } = await held(operation);
    const same = key();
    const first = await go(operation, promised, owner, same);
    expect(first).toMatchObject({ hold: { state: operation === 'releaseHold' ? 'RELEASED' : 'DECLINED' } });
    expect(await go(operation, promised, owner, same)).toEqual(first);
    expect(await go(operation, promised, owner)).toMatchObject({ kind: 'HoldNotActive', held: { hold: { version: 2 } } });
    expect(await go('confirmHold', promised, owner)).toMatchObject({ kind: 'HoldNotActive' });
    expect(await counts(operation)).toEqual([{ occupied: 0, held: 0, free: 3 }]);
  });

  it('end by the database clock: no late arrival keeps the bed, and the next claim gets it, with or without the sweeper', async () => {
    await shelter('late', { total: 1 });
    const { hold: promised } = await held('late', { minutes: 15 });
    await later(promised.id, 14);
    expect(await hold('late')).toMatchObject({ kind: 'NoBedsLeft' });
    await later(promised.id, 2);
    expect((await held('late')).hold.state).toBe('HELD');
    expect(await go('confirmHold', promised)).toMatchObject({ kind: 'HoldNotActive', held: { hold: { state: 'EXPIRED', version: 2 } } });
    expect(await counts('late')).toEqual([{ occupied: 0, held: 1, free: 0 }]);
  });

  it('expire by themselves, once, with an event', async () => {
    await shelter('swept', {});
    const { hold: promised } = await held('swept', { party: [woman, woman] });
    expect(await expireHolds(capacity)).toBe(0);
    await later(promised.id, 91);
    expect(await Promise.all([expireHolds(capacity), expireHolds(capacity)]).then((ended) => ended.reduce((a, b) => a + b))).toBe(1);
    expect(await counts('swept')).toEqual([{ occupied: 0, held: 0, free: 3 }]);
    expect(await readHold(capacity, caseworker, promised.id)).toMatchObject({ hold: { state: 'EXPIRED' }, party: null });
    const told = await rows(`SELECT data->>'state' AS state FROM capacity.outbox WHERE event_key = '${promised.id}' ORDER BY position`);
    expect(told.map(({ state }) => state)).toEqual(['HELD', 'EXPIRED']);
  });

  it('are visible to the caller who made them, colleagues, the shelter, coordinators and auditors, and to nobody else', async () => {
    await shelter('seen', {});
    const { hold: promised } = await held('seen');
    const seenBy = async (caller: Caller) => (await readHold(capacity, caller, promised.id)) !== null;
    expect(await Promise.all([caseworker, colleague, owner, coordinator, auditor].map(seenBy))).toEqual([true, true, true, true, true]);
    expect(await Promise.all([elsewhere, stranger].map(seenBy))).toEqual([false, false]);
    for (const caller of [elsewhere, stranger, auditor]) expect(await go('releaseHold', promised, caller)).toEqual({ kind: 'NotFound' });
    expect(await go('declineHold', promised, caseworker)).toEqual({ kind: 'NotFound' });
    expect(await readHold(capacity, caseworker, 'nonsense')).toBeNull();
    expect(await go('releaseHold', promised, colleague)).toMatchObject({ hold: { state: 'RELEASED' } });
  });

  it('reject an old version', async () => {
    await shelter('old', {});
    const { hold: promised } = await held('old');
    expect(await go('confirmHold', { ...promised, version: 0 })).toEqual({ kind: 'VersionConflict', currentVersion: 1 });
  });

  it('answer a repeated key with the same hold, and another body with a conflict', async () => {
    await shelter('repeat', {});
    const command = { idempotencyKey: key(), party: [woman] };
    const first = await hold('repeat', command);
    expect(await hold('repeat', command)).toEqual(first);
    expect(await hold('repeat', { ...command, minutes: 30 })).toEqual({ kind: 'IdempotencyConflict' });
    expect(await counts('repeat')).toEqual([{ occupied: 0, held: 1, free: 2 }]);
  });

  it.each([
    ['nobody', { party: [] }, ['party']],
    ['sixty people', { party: Array.from({ length: 60 }, () => woman) }, ['party']],
    [
      'impossible ages',
      { party: [{ gender: 'MAN' as const, age: -1 }, woman, { gender: 'MAN' as const, age: 1.5 }] },
      ['party.0.age', 'party.2.age'],
    ],
    ['14 minutes', { minutes: 14 }, ['minutes']],
    ['241 minutes', { minutes: 241 }, ['minutes']],
    ['no bed', { beds: 0 }, ['beds']],
    ['a name', { caseReference: 'Sokha' }, ['caseReference']],
    ['an empty key', { idempotencyKey: ' ' }, ['idempotencyKey']],
  ])('reject %s and change nothing', async (_, command, paths) => {
    await shelter('refused', {});
    const before = await pools('refused');
    const answer = await hold('refused', command);
    expect(isFailure(answer) && answer.kind === 'InvalidInput' && answer.fields.map(({ path }) => path)).toEqual(paths);
    expect(await pools('refused')).toEqual(before);
  });

  it('find no unknown service, and no bed at a service without pools', async () => {
    expect(await hold('nowhere')).toEqual({ kind: 'NotFound' });
    await shelter('bare');
    expect(await hold('bare')).toMatchObject({ kind: 'NoBedsLeft', availability: { total: 0, status: 'UNKNOWN' } });
    expect(await hold('bare', {}, owner)).toEqual({ kind: 'NotFound' });
  });

  it('do not free a bed twice that staff have already counted as empty', async () => {
    await shelter('counted', {});
    const { hold: promised } = await held('counted');
    const { hold: confirmed } = (await go('confirmHold', promised)) as SeenHold;
    const other = await held('counted');
    await go('confirmHold', other.hold);
    const [pool] = (await pools('counted')) as [BedPoolView];
    await setBedCounts(capacity, owner, { idempotencyKey: key(), poolId: pool.id, expectedVersion: pool.version, occupied: 1 });
    await go('checkOut', confirmed);
    expect(await counts('counted')).toEqual([{ occupied: 1, held: 0, free: 2 }]);
  });

  describe('with a check-out after a count', () => {
    const arrived = async (serviceId: string) => ((await go('confirmHold', (await held(serviceId)).hold)) as SeenHold).hold;
    const count = async (serviceId: string, occupied: number) => {
      const [{ id: poolId, version: expectedVersion }] = (await pools(serviceId)) as [BedPoolView];
      await setBedCounts(capacity, owner, { idempotencyKey: key(), poolId, expectedVersion, occupied });
    };
    const occupiedAfter = async (serviceId: string, guest: HoldView) => {
      expect(await go('checkOut', guest)).toMatchObject({ hold: { state: 'CHECKED_OUT' } });
      return (await counts(serviceId))[0]!.occupied;
    };

    it('leave the bed of somebody who came without a hold occupied', async () => {
      await shelter('walk-in', { occupied: 1 });
      const [one, other] = [await arrived('walk-in'), await arrived('walk-in')];
      await count('walk-in', 2);
      expect(await occupiedAfter('walk-in', one)).toBe(2);
      expect(await occupiedAfter('walk-in', other)).toBe(1);
    });

    it('leave a recounted bed occupied: somebody else may have come', async () => {
      await shelter('again', {});
      const guest = await arrived('again');
      for (const occupied of [0, 1]) await count('again', occupied);
      expect(await occupiedAfter('again', guest)).toBe(1);
    });

    it('free the beds of later guests, even if others left before without a check-out', async () => {
      await shelter('emptied', { total: 5, occupied: 3 });
      const guest = await arrived('emptied');
      await count('emptied', 0);
      expect(await occupiedAfter('emptied', guest)).toBe(0);
      expect(await occupiedAfter('emptied', await arrived('emptied'))).toBe(0);
    });
  });

  it('are counted by state in the metrics', async () => {
    const holds = capacityMeasures.find(({ name }) => name === 'haven_holds')!;
    const count = async () => new Map((await holds.read(database)).map(({ labels, value }) => [Object.values(labels)[0], value]));
    await shelter('measured', {});
    const before = await count();
    await go('confirmHold', (await held('measured')).hold);
    await held('measured');
    const after = await count();
    for (const state of ['HELD', 'CONFIRMED']) expect(after.get(state)).toBe(before.get(state)! + 1);
  });

  it('end at a withdrawn service without publishing its beds again', async () => {
    await shelter('gone', {});
    const { hold: promised } = await held('gone');
    const arrived = (await go('confirmHold', promised)) as SeenHold;
    await capacity.changing({ serviceIds: ['gone'] }, (tx) => forgetService(tx, 'gone'));
    expect(await hold('gone')).toEqual({ kind: 'NotFound' });
    expect(await go('checkOut', arrived.hold)).toMatchObject({ hold: { state: 'CHECKED_OUT' } });
    const told = await rows(`SELECT event_type AS type FROM capacity.outbox WHERE event_key = 'gone' ORDER BY position`);
    expect(told.at(-1)).toEqual({ type: 'haven.capacity.availability.withdrawn' });
  });
});
