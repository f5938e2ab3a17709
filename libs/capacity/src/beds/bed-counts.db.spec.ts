import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AvailabilitySnapshot, BedPoolView } from '@haven/events';
import { unknownRule } from '@haven/kernel';
import type { Database } from '@haven/persistence';
import type { Caller } from '@haven/security';
import { openTestDatabase, type TestDatabase } from '@haven/testing';
import { capacityOn, openCapacityDatabase } from '../persistence/capacity-database.js';
import { bedPools } from './bed-pools.js';
import { defineBedPool, type DefineBedPoolCommand } from './define-bed-pool.js';
import { followService, forgetService } from '../directory/follow-service.js';
import { occupancyHistory } from './occupancy/occupancy-history.js';
import type { Capacity } from '../ports.js';
import { setBedCounts } from './set-bed-counts.js';

const owner: Caller = { subject: 'ana', role: 'PROVIDER', organizationId: 'org' };
const stranger: Caller = { subject: 'ben', role: 'PROVIDER', organizationId: 'other' };
const coordinator: Caller = { subject: 'cy', role: 'COORDINATOR', organizationId: null };
const caseworker: Caller = { subject: 'dora', role: 'CASEWORKER', organizationId: 'org' };
const unknownPool = '00000000-0000-4000-8000-000000000000';

describe('bed counts', () => {
  let server: TestDatabase;
  let database: Database;
  let capacity: Capacity;
  let keys = 0;
  const key = () => `key-${++keys}`;
  const register = (serviceId: string) =>
    capacity.changing({ serviceIds: [serviceId] }, (tx) =>
      followService(tx, {
        service: { serviceId, organizationId: 'org', country: 'ID', active: true, takesPeople: true, admits: unknownRule },
        capacities: [],
        toldAt: new Date(),
      }),
    );
  const define = (command: Partial<DefineBedPoolCommand>, caller = owner) =>
    defineBedPool(capacity, caller, { idempotencyKey: key(), serviceId: 'svc', name: 'Women', total: 10, ...command });
  const defined = async (command: Partial<DefineBedPoolCommand>) => (await define(command)) as BedPoolView;
  const set = (pool: { id: string; version: number }, seen: object, caller = owner, idempotencyKey = key()) =>
    setBedCounts(capacity, caller, { idempotencyKey, poolId: pool.id, expectedVersion: pool.version, ...seen });
  const told = async (serviceId: string) => {
    const rows = await database.dataSource.query<{ data: AvailabilitySnapshot }[]>(
      'SELECT data FROM capacity.outbox WHERE event_key = $1 ORDER BY position',
      [serviceId],
    );
    return rows.map(({ data }) => data);
  };

  beforeAll(async () => {
    server = await openTestDatabase();
    database = await openCapacityDatabase(server.connection);
    capacity = capacityOn(database);
    await register('svc');
  });
  afterAll(async () => {
    await database.close();
    await server.close();
  });

  it('opens a second time: the tables match the entities', async () => {
    await (await openCapacityDatabase(server.connection)).close();
  });

  it('allows at most 50 pools for a service, because a party is placed across all of them', async () => {
    await register('many');
    for (let n = 0; n < 50; n += 1) expect(await define({ serviceId: 'many', name: `Room ${n}` })).toHaveProperty('id');
    expect(await define({ serviceId: 'many', name: 'Room 51' })).toMatchObject({ kind: 'InvalidInput', fields: [{ path: 'serviceId' }] });
    expect(await bedPools(capacity, 'many')).toHaveLength(50);
    expect(await define({ serviceId: 'many', name: 'Room 51' }, stranger)).toEqual({ kind: 'NotFound' });
  });

  it('defines a pool, dates its count by the database clock, and publishes it', async () => {
    await register('first');
    const before = Date.now();
    const pool = await defined({
      serviceId: 'first',
      name: ' Women ',
      occupied: 3,
      outOfService: 1,
      admits: { persons: [{ minimumAge: 18 }] },
    });
    const persons = [{ genders: null, minimumAge: 18, maximumAge: null, accompaniedOnly: false }];
    expect(pool).toMatchObject({ name: 'Room 1', total: 10, occupied: 3, held: 0, outOfService: 1, free: 6, version: 1 });
    expect(pool.admits).toEqual({ ...unknownRule, persons });
    expect(Math.abs(Date.parse(pool.confirmedAt ?? '') - before)).toBeLessThan(10_000);
    expect(await bedPools(capacity, 'first')).toEqual([pool]);
    const sum = { free: 6, total: 10, status: 'CAPACITY', confirmedAt: pool.confirmedAt };
    expect(await told('first')).toEqual([{ serviceId: 'first', organizationId: 'org', country: 'ID', ...sum, sequence: 1, pools: [pool] }]);
  });

  it('gives the same answer for the same key, and rejects the key with another body', async () => {
    const first = await define({ idempotencyKey: 'twice', name: 'Twice' });
    expect(await define({ idempotencyKey: 'twice', name: 'Twice' })).toEqual(first);
    expect(await define({ idempotencyKey: 'twice', name: 'Else' })).toEqual({ kind: 'IdempotencyConflict' });
    const pool = first as BedPoolView;
    const counted = await set(pool, { occupied: 2 }, owner, 'counted-once');
    expect(await set(pool, { occupied: 2 }, owner, 'counted-once')).toEqual(counted);
    expect(await set(pool, { occupied: 3 }, owner, 'counted-once')).toEqual({ kind: 'IdempotencyConflict' });
    expect((await bedPools(capacity, 'svc')).filter(({ id }) => id === pool.id)).toEqual([counted]);
  });

  it('keeps the counts that are left out, and confirms all if none is given', async () => {
    const pool = await defined({ occupied: 4, outOfService: 2 });
    const one = (await set(pool, { occupied: 5 })) as BedPoolView;
    expect(one).toMatchObject({ total: 10, occupied: 5, outOfService: 2, free: 3, version: 2 });
    const two = (await set(one, {})) as BedPoolView;
    expect(two).toMatchObject({ total: 10, occupied: 5, outOfService: 2, version: 3 });
    expect(Date.parse(two.confirmedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(one.confirmedAt ?? ''));
  });

  it('tells the stored version to a caller with an older one, before it checks the counts', async () => {
    const pool = await defined({});
    await set(pool, { occupied: 1 });
    expect(await set(pool, { total: 0 })).toEqual({ kind: 'VersionConflict', currentVersion: 2 });
  });

  it('rejects counts that do not fit, names the field, and changes nothing', async () => {
    const pool = await defined({ name: 'Tight', occupied: 4 });
    const before = (await told('svc')).length;
    expect(await set(pool, { total: 3 })).toMatchObject({ kind: 'InvalidInput', fields: [{ path: 'total' }] });
    expect(await set(pool, { total: -1, occupied: 100_001 })).toMatchObject({ fields: [{ path: 'total' }, { path: 'occupied' }] });
    expect(await define({ total: 3, occupied: 4 })).toMatchObject({ kind: 'InvalidInput', fields: [{ path: 'total' }] });
    expect(await define({ name: '\0', total: 1.5 })).toMatchObject({ fields: [{ path: 'name' }, { path: 'total' }] });
    expect((await bedPools(capacity, 'svc')).find(({ id }) => id === pool.id)).toEqual(pool);
    expect(await told('svc')).toHaveLength(before);
  });

  it('does not find a service that is unknown, withdrawn, or not the caller’s', async () => {
    await register('gone');
    const pool = await defined({ serviceId: 'gone' });
    const notFound = { kind: 'NotFound' };
    for (const caller of [stranger, caseworker]) {
      expect(await set(pool, { occupied: 1 }, caller)).toEqual(notFound);
      expect(await define({ serviceId: 'gone' }, caller)).toEqual(notFound);
    }
    for (const id of [unknownPool, 'no uuid', '']) expect(await set({ id, version: 1 }, {})).toEqual(notFound);
    expect(await set(pool, { occupied: 1 }, coordinator)).toMatchObject({ occupied: 1 });
    await capacity.changing({ serviceIds: ['gone'] }, (tx) => forgetService(tx, 'gone'));
    expect(await set({ ...pool, version: 2 }, {})).toEqual(notFound);
    expect(await define({ serviceId: 'gone' })).toEqual(notFound);
    expect(await bedPools(capacity, 'gone')).toEqual([]);
    expect(await bedPools(capacity, 'a\0')).toEqual([]);
  });

  it('waits a limited time for a service that has not arrived yet', async () => {
    const waiting = define({ serviceId: 'late' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await register('late');
    expect(await waiting).toMatchObject({ serviceId: 'late' });
    const start = Date.now();
    expect(await define({ serviceId: 'never' })).toEqual({ kind: 'NotFound' });
    expect(Date.now() - start).toBeLessThan(5_000);
  });

  it('dates a delayed count by when it was made, but never after now or before the last count', async () => {
    const pool = await defined({ name: 'Waited' });
    const minute = 60_000;
    const made = Date.parse(pool.confirmedAt ?? '');
    // Simulates a count made an hour ago.
    await database.dataSource.query(`UPDATE capacity.bed_pool SET confirmed_at = $2 WHERE id = $1`, [
      pool.id,
      new Date(made - 60 * minute),
    ]);
    const waited = (await set(pool, { occupied: 1, countedAt: new Date(made - 20 * minute) })) as BedPoolView;
    expect(waited.confirmedAt).toBe(new Date(made - 20 * minute).toISOString());
    const early = (await set(waited, { occupied: 2, countedAt: new Date(made - 90 * minute) })) as BedPoolView;
    expect(early.confirmedAt).toBe(waited.confirmedAt);
    const ahead = (await set(early, { occupied: 3, countedAt: new Date(Date.now() + 60 * minute) })) as BedPoolView;
    expect(Math.abs(Date.parse(ahead.confirmedAt ?? '') - Date.now())).toBeLessThan(10_000);
    expect(await set(ahead, { countedAt: new Date(Number.NaN) })).toMatchObject({ kind: 'InvalidInput', fields: [{ path: 'countedAt' }] });
    expect((await told('svc')).at(-1)!.pools.find(({ id }) => id === pool.id)).toMatchObject({
      occupied: 3,
      confirmedAt: ahead.confirmedAt,
    });
  });

  it('puts a delayed count into the history where it belongs, and never goes backwards', async () => {
    await register('late-count');
    const pool = await defined({ serviceId: 'late-count' });
    await set(pool, { occupied: 1, countedAt: new Date(Date.now() - 3_600_000) });
    const rows = await database.dataSource.query<{ at: Date }[]>(
      'SELECT at FROM capacity.occupancy_change WHERE pool_id = $1 ORDER BY version',
      [pool.id],
    );
    expect(rows.map(({ at }) => at.toISOString())).toEqual([pool.confirmedAt, pool.confirmedAt]);
  });

  it('takes the same delayed count once, however often it arrives', async () => {
    const pool = await defined({ name: 'Late twice' });
    const countedAt = new Date(Date.now() - 60_000);
    const first = await set(pool, { occupied: 2, countedAt }, owner, 'late-once');
    expect(await set(pool, { occupied: 2, countedAt }, owner, 'late-once')).toEqual(first);
    expect(await set(pool, { occupied: 2 }, owner, 'late-once')).toEqual({ kind: 'IdempotencyConflict' });
  });

  it('records the role of the person who counted last', async () => {
    await register('who');
    const pool = await defined({ serviceId: 'who' });
    const by = async () => (await capacity.reconciliation('who')).map(({ countedBy }) => countedBy);
    expect(await by()).toEqual(['PROVIDER']);
    await set(pool, { occupied: 1 }, coordinator);
    expect(await by()).toEqual(['COORDINATOR']);
    await set({ ...pool, version: 9 }, { occupied: 2 });
    expect(await by()).toEqual(['COORDINATOR']);
  });

  it('lets exactly one of many callers with the same version win', async () => {
    const pool = await defined({ name: 'Race' });
    const answers = await Promise.all(Array.from({ length: 12 }, (_, occupied) => set(pool, { occupied: occupied % 10 })));
    const winners = answers.filter((answer) => !('kind' in answer));
    expect(winners).toHaveLength(1);
    expect(answers.filter((answer) => 'kind' in answer && answer.kind === 'VersionConflict')).toHaveLength(11);
    expect((await bedPools(capacity, 'svc')).find(({ id }) => id === pool.id)).toEqual(winners[0]);
  });

  it('numbers changes of all pools of a service without gaps, each with all pools at that moment', async () => {
    await register('busy');
    const pools = await Promise.all(['A', 'B', 'C', 'D'].map((name) => defined({ serviceId: 'busy', name })));
    await Promise.all(pools.map((pool, n) => set(pool, { occupied: n + 1 })));
    const events = await told('busy');
    expect(events.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(events.map(({ pools: all }) => all.length)).toEqual([1, 2, 3, 4, 4, 4, 4, 4]);
    const versions = events.map(({ pools: all }) => all.reduce((sum, { version }) => sum + version, 0));
    expect(versions).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(events.at(-1)).toMatchObject({ free: 30, pools: await bedPools(capacity, 'busy') });
  });

  it('keeps a history that adds up', async () => {
    await register('past');
    const pool = await defined({ serviceId: 'past', total: 10, occupied: 2 });
    await set(pool, { total: 12, occupied: 6 });
    const hour = 3_600_000;
    const now = new Date();
    const from = Math.floor(now.getTime() / hour) * hour - 3 * hour;
    // Only the owner of the tables can do this.
    await database.dataSource.query(
      `UPDATE capacity.occupancy_change SET at = $2::timestamptz + make_interval(mins => 30 * version) WHERE pool_id = $1`,
      [pool.id, new Date(from)],
    );
    const ask = (start: number, end: number, bucket: 'HOUR' | 'DAY' = 'HOUR') =>
      occupancyHistory({ ...capacity, clock: { now: () => now } }, { serviceId: 'past', from: new Date(start), to: new Date(end), bucket });
    expect(await ask(from - hour, from + 2 * hour)).toEqual([
      { at: new Date(from - hour), total: 0, occupied: 0, held: 0, free: 0 },
      { at: new Date(from), total: 10, occupied: 2, held: 0, free: 8 },
      { at: new Date(from + hour), total: 12, occupied: 6, held: 0, free: 6 },
    ]);
    expect(await ask(from + hour, from + 20 * hour)).toHaveLength(3);
    expect(await ask(from, from)).toMatchObject({ kind: 'InvalidInput', fields: [{ path: 'to' }] });
    expect(await ask(from, from + 1_000 * hour)).toHaveLength(4);
    expect(await ask(from, from + 1_001 * hour)).toMatchObject({ kind: 'InvalidInput', fields: [{ path: 'bucket' }] });
  });
});
