import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { availabilityType, availabilityWithdrawnType, serviceSnapshotType, serviceTopic } from '@haven/events';
import { unknownRule } from '@haven/kernel';
import type { HavenEvent } from '@haven/messaging';
import type { Database } from '@haven/persistence';
import type { Caller } from '@haven/security';
import { openTestDatabase, type TestDatabase } from '@haven/testing';
import { bedPools } from '../beds/bed-pools.js';
import { occupancyHistory } from '../beds/occupancy/occupancy-history.js';
import type { Capacity } from '../ports.js';
import { setBedCounts } from '../beds/set-bed-counts.js';
import { watchAvailability } from '../beds/watch-availability.js';
import { seededPoolId } from '../directory/seed.js';
import { capacityOn, openCapacityDatabase } from '../persistence/capacity-database.js';
import { inTransaction } from '../persistence/transaction/in-transaction.js';
import { serviceConsumer } from './service-consumer.js';

const owner: Caller = { subject: 'ana', role: 'PROVIDER', organizationId: 'org' };
const consumer = serviceConsumer(inTransaction);
const capacityRecord = { id: 'beds', name: 'Beds', available: 3, maximum: 10, updatedAt: '2026-01-05T10:00:00Z', admits: unknownRule };

describe('the registry’s services', () => {
  let server: TestDatabase;
  let database: Database;
  let capacity: Capacity;

  const deliver = (key: string, data: unknown, time = new Date().toISOString()) =>
    database.transaction((tx) =>
      consumer.apply(tx, {
        id: randomUUID(),
        topic: serviceTopic,
        key,
        type: serviceSnapshotType,
        sequence: 1,
        time,
        correlationId: null,
        data,
      }),
    );
  const snapshot = (id: string, capacities: object[], country: string | null = 'TH', organization = 'org') => ({
    service: {
      id,
      status: 'ACTIVE',
      organization: { id: organization, name: 'Org' },
      admission: unknownRule,
      locations: country ? [place(null), place(country)] : [],
      unknown: 1,
    },
    capacities,
    publicCells: {},
    serviceArea: null,
  });
  const place = (country: string | null) => ({
    id: 'l',
    name: null,
    latitude: 1,
    longitude: 2,
    precision: 'EXACT',
    address: null,
    city: null,
    country,
  });
  const told = (serviceId: string) =>
    database.dataSource.query<
      {
        data: {
          sequence: number;
          country: string;
          organizationId: string;
          free: number;
          status: string;
          confirmedAt: string | null;
          pools: unknown[];
        };
      }[]
    >('SELECT data FROM capacity.outbox WHERE event_key = $1 ORDER BY position', [serviceId]);

  const typesTold = async (serviceId: string) =>
    (
      await database.dataSource.query<{ event_type: string }[]>(
        'SELECT event_type FROM capacity.outbox WHERE event_key = $1 ORDER BY position',
        [serviceId],
      )
    ).map(({ event_type }) => event_type);

  beforeAll(async () => {
    server = await openTestDatabase();
    database = await openCapacityDatabase(server.connection);
    capacity = capacityOn(database);
  });
  afterAll(async () => {
    await database.close();
    await server.close();
  });

  it('seed a pool once, with the date of the directory', async () => {
    await deliver('a', snapshot('a', [capacityRecord, { ...capacityRecord, id: 'silent', available: null }]));
    await deliver('a', snapshot('a', [capacityRecord]));
    const confirmedAt = '2026-01-05T10:00:00.000Z';
    expect(await bedPools(capacity, 'a')).toEqual([
      {
        id: seededPoolId('a', 'beds'),
        serviceId: 'a',
        name: 'Room 1',
        admits: unknownRule,
        total: 10,
        occupied: 7,
        held: 0,
        outOfService: 0,
        free: 3,
        version: 1,
        confirmedAt,
      },
    ]);
    expect(await told('a')).toMatchObject([{ data: { sequence: 1, country: 'TH', organizationId: 'org', free: 3 } }]);
    const day = { serviceId: 'a', from: new Date('2026-01-05T00:00:00Z'), to: new Date('2026-01-06T00:00:00Z'), bucket: 'DAY' } as const;
    const clock = { now: () => new Date('2026-02-01T00:00:00Z') };
    expect(await occupancyHistory({ ...capacity, clock }, day)).toEqual([{ at: day.from, total: 10, occupied: 7, held: 0, free: 3 }]);
  });

  it('change a seeded pool until a person has counted it; its rule still follows later', async () => {
    await deliver('b', snapshot('b', [capacityRecord]));
    await deliver('b', snapshot('b', [{ ...capacityRecord, available: 1, updatedAt: '2026-01-06T10:00:00Z' }]));
    const [seeded] = await bedPools(capacity, 'b');
    expect(seeded).toMatchObject({ occupied: 9, version: 2, confirmedAt: '2026-01-06T10:00:00.000Z' });
    const poolId = seeded?.id ?? '';
    const counted = await setBedCounts(capacity, owner, { idempotencyKey: 'k', poolId, expectedVersion: 2, occupied: 5 });
    await deliver('b', snapshot('b', [{ ...capacityRecord, available: 0, updatedAt: '2026-01-07T10:00:00Z' }]));
    expect(await bedPools(capacity, 'b')).toEqual([counted]);
    const admits = { ...unknownRule, pregnancy: true };
    await deliver('b', snapshot('b', [{ ...capacityRecord, name: 'New', available: 0, admits }]));
    expect(await bedPools(capacity, 'b')).toEqual([{ ...counted, admits, version: 4 }]);
    expect((await told('b')).map(({ data }) => data.sequence)).toEqual([1, 2, 3, 4]);
  });

  it('cannot make a held bed free', async () => {
    await deliver('c', snapshot('c', [capacityRecord]));
    await database.dataSource.query(`UPDATE capacity.bed_pool SET held = 3 WHERE service_id = 'c'`);
    await deliver('c', snapshot('c', [{ ...capacityRecord, available: 0, maximum: 2 }]));
    expect(await bedPools(capacity, 'c')).toMatchObject([{ total: 3, occupied: 0, held: 3, free: 0 }]);
  });

  it('ignore a date after their event, however often and late it arrives', async () => {
    const [toldAt, meanwhile] = ['2026-01-05T00:00:00Z', '2026-01-05T10:00:00Z'];
    const early = snapshot('d', [{ ...capacityRecord, updatedAt: meanwhile }]);
    for (let times = 0; times < 3; times += 1) await deliver('d', early, toldAt);
    await deliver('d2', snapshot('d2', [{ ...capacityRecord, updatedAt: '2999-01-01T00:00:00Z' }]));
    for (const id of ['d', 'd2']) {
      expect(await bedPools(capacity, id)).toMatchObject([{ free: 3, version: 1, confirmedAt: null }]);
      expect(await told(id)).toHaveLength(1);
    }
  });

  it('remove a pool that nobody counted, with an event, and bring it back', async () => {
    const pools = async (id: string) =>
      (await bedPools(capacity, id)).map(({ free, version, confirmedAt }) => [free, version, confirmedAt]);
    const confirmedAt = '2026-01-05T10:00:00.000Z';
    const silent = { ...capacityRecord, available: null };
    for (const [id, gone] of Object.entries({ i: [], j: [silent] })) {
      await deliver(id, snapshot(id, [capacityRecord]));
      const seen = (await bedPools(capacity, id))[0]!;
      await deliver(id, snapshot(id, gone));
      await deliver(id, snapshot(id, gone));
      expect(await pools(id)).toEqual([]);
      const set = { idempotencyKey: id, poolId: seen.id, expectedVersion: 2, occupied: 0 };
      expect(await setBedCounts(capacity, owner, set)).toEqual({ kind: 'NotFound' });
      expect((await told(id)).at(-1)?.data).toMatchObject({ sequence: 2, free: 0, status: 'UNKNOWN', confirmedAt: null, pools: [] });
      expect(await capacity.availabilityPage({ serviceIds: null, organizationId: null, country: null }, '')).not.toContainEqual(
        expect.objectContaining({ serviceId: id }),
      );
      await deliver(id, snapshot(id, [capacityRecord]));
      expect(await pools(id)).toEqual([[3, 3, confirmedAt]]);
    }
  });

  it('leave a pool that a person counted, whatever the directory drops', async () => {
    await deliver('k', snapshot('k', [capacityRecord]));
    const poolId = seededPoolId('k', 'beds');
    const counted = await setBedCounts(capacity, owner, { idempotencyKey: 'k-counted', poolId, expectedVersion: 1, occupied: 5 });
    for (const capacities of [[], [{ ...capacityRecord, available: null }], []]) await deliver('k', snapshot('k', capacities));
    expect(await bedPools(capacity, 'k')).toEqual([counted]);
    expect(await told('k')).toHaveLength(2);
  });

  it('leave a count without a date if the directory gives none, however often it arrives', async () => {
    const undated = snapshot('h', [{ ...capacityRecord, updatedAt: null }]);
    await deliver('h', undated);
    await deliver('h', undated);
    expect(await bedPools(capacity, 'h')).toMatchObject([{ free: 3, version: 1, confirmedAt: null }]);
    expect(await told('h')).toHaveLength(1);
  });

  it('notify subscribers when a service with beds moves, but not when one without does', async () => {
    await deliver('e', snapshot('e', [capacityRecord]));
    await deliver('e', snapshot('e', [], 'MY', 'org2'));
    expect((await told('e')).map(({ data }) => [data.sequence, data.country, data.organizationId])).toEqual([
      [1, 'TH', 'org'],
      [2, 'MY', 'org2'],
    ]);
    await deliver('f', snapshot('f', [], null));
    await deliver('f', snapshot('f', [], 'MY'));
    expect(await told('f')).toEqual([]);
  });

  it('lie where their position is if the directory names no country', async () => {
    const { service, ...rest } = snapshot('l', [capacityRecord]);
    const washington = { ...place(null), latitude: 38.9, longitude: -77.03 };
    await deliver('l', { ...rest, service: { ...service, locations: [washington] } });
    expect(await told('l')).toMatchObject([{ data: { country: 'US' } }]);
  });

  it('leave and come back with their beds', async () => {
    await deliver('g', snapshot('g', [capacityRecord]));
    await deliver('g', null);
    await deliver('never-seen', null);
    expect(await bedPools(capacity, 'g')).toEqual([]);
    await deliver('g', snapshot('g', [capacityRecord]));
    expect(await bedPools(capacity, 'g')).toMatchObject([{ free: 3, version: 1 }]);
  });

  it('leave nothing on the topic of beds when they are withdrawn, and are published again when they come back', async () => {
    await deliver('m', snapshot('m', [capacityRecord]));
    await deliver('m', null);
    await deliver('m', null);
    const gone = [availabilityType, availabilityType, availabilityWithdrawnType];
    expect(await typesTold('m')).toEqual(gone);
    expect((await told('m')).at(-1)?.data).toBeNull();
    await deliver('m', snapshot('m', [capacityRecord]));
    await deliver('m', snapshot('m', [capacityRecord]));
    expect(await typesTold('m')).toEqual([...gone, availabilityType]);
    expect((await told('m')).at(-1)?.data).toMatchObject({ sequence: 3, free: 3 });
  });

  it('end with a state without beds for subscribers, who see no tombstones', async () => {
    await deliver('q', snapshot('q', [capacityRecord]));
    const bus = { tail: (_: readonly string[], hear: (event: HavenEvent) => void) => ((listener = hear), () => undefined) };
    let listener: (event: HavenEvent) => void = () => undefined;
    const states = watchAvailability(capacity, bus, { serviceIds: ['q'], organizationId: null, country: null });
    expect((await states.next()).value).toMatchObject({ sequence: 1, free: 3, status: 'CAPACITY' });
    const next = states.next();
    await deliver('q', null);
    for (const event of (await told('q')).slice(1)) listener(event as unknown as HavenEvent);
    const last = { serviceId: 'q', organizationId: 'org', country: 'TH', free: 0, total: 0, status: 'NO_CAPACITY' };
    expect((await next).value).toEqual({ ...last, confirmedAt: null, sequence: 2, pools: [] });
    await states.return?.();
  });

  it('come back with the last count of a person, even if the directory has no beds any more', async () => {
    await deliver('n', snapshot('n', [capacityRecord]));
    const set = { idempotencyKey: 'n-counted', poolId: seededPoolId('n', 'beds'), expectedVersion: 1, occupied: 5 };
    await setBedCounts(capacity, owner, set);
    await deliver('n', null);
    await deliver('n', snapshot('n', []));
    expect((await told('n')).map(({ data }) => data?.free ?? null)).toEqual([3, 5, 0, null, 5]);
  });

  it('publish nothing about beds that were never published', async () => {
    await deliver('o', snapshot('o', []));
    await deliver('o', null);
    await deliver('o', snapshot('o', []));
    expect(await told('o')).toEqual([]);
  });

  it('accept no count after a withdrawal, whatever the order', async () => {
    await deliver('p', snapshot('p', [capacityRecord]));
    const set = { idempotencyKey: 'p-late', poolId: seededPoolId('p', 'beds'), expectedVersion: 1, occupied: 5 };
    const [answer] = await Promise.all([setBedCounts(capacity, owner, set), deliver('p', null)]);
    const types = await typesTold('p');
    expect(types.at(-1)).toBe(availabilityWithdrawnType);
    expect(types).toHaveLength('id' in answer ? 4 : 3);
  });
});
