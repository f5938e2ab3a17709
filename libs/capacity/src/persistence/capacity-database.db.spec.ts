import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { availabilityTopic, availabilityWithdrawnType } from '@haven/events';
import { agedInbox } from '@haven/messaging';
import { agedAnswers, prune, type Database } from '@haven/persistence';
import { openTestDatabase, type TestDatabase } from '@haven/testing';
import { openCapacityDatabase } from './capacity-database.js';
import { ArrivalsCount1796900000002 } from './migrations/beds/1796900000002-arrivals-count.js';
import { GivenTotals1797600000002 } from './migrations/beds/1797600000002-given-totals.js';
import { SeenEmpty1797400000002 } from './migrations/beds/1797400000002-seen-empty.js';
import { WithdrawnBeds1795900000002 } from './migrations/beds/1795900000002-withdrawn-beds.js';

const id = '11111111-1111-4111-8111-111111111111';

describe('the capacity database', () => {
  let server: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    server = await openTestDatabase();
    database = await openCapacityDatabase(server.connection);
    await database.dataSource.query(`INSERT INTO capacity.bed_pool VALUES ($1, 's', 'Beds', '{}', 10, 4, 3, 2, 1, now(), true)`, [id]);
    await database.dataSource.query(`INSERT INTO capacity.occupancy_change VALUES ($1, 1, 's', now(), 10, 4, 3, 2, 'ana')`, [id]);
  });
  afterAll(async () => {
    await database.close();
    await server.close();
  });

  it.each([
    ['a total below the beds in use', 'total = 8', /bed_pool_free/],
    ['more occupied beds than the pool has', 'occupied = 6', /bed_pool_free/],
    ['more held beds than the pool has', 'held = 5', /bed_pool_free/],
    ['more beds out of service than the pool has', 'out_of_service = 4', /bed_pool_free/],
    ['sums beyond an integer', 'occupied = 2147483647, held = 2147483647', /bed_pool_free/],
    ['negative occupied', 'occupied = -1', /bed_pool_parts/],
    ['negative held', 'held = -1', /bed_pool_parts/],
    ['a negative number of beds found empty', 'seen_empty = -1', /bed_pool_seen_empty/],
    ['negative out of service', 'out_of_service = -1', /bed_pool_parts/],
    ['a negative total', 'total = -1, occupied = 0, held = 0, out_of_service = 0', /bed_pool_/],
    ['too many beds', 'total = 100001', /bed_pool_parts/],
  ])('refuses %s, whoever asks', async (_, change, constraint) => {
    await expect(database.dataSource.query(`UPDATE capacity.bed_pool SET ${change} WHERE id = $1`, [id])).rejects.toThrow(constraint);
  });

  it('accepts counts that leave nothing free', async () => {
    await database.dataSource.query('UPDATE capacity.bed_pool SET held = 4 WHERE id = $1', [id]);
  });

  it.each(['UPDATE capacity.occupancy_change SET occupied = 0', 'DELETE FROM capacity.occupancy_change'])(
    'keeps its role from rewriting history: %s',
    async (sql) => {
      await expect(database.transaction((tx) => tx.query(sql))).rejects.toThrow(/permission denied/);
    },
  );

  it('lets its role delete old answers', async () => {
    await database.dataSource.query(
      `INSERT INTO capacity.inbox (consumer, event_id, handled_at) VALUES ('c', gen_random_uuid(), now() - interval '8 days')`,
    );
    for (const rows of [agedInbox('capacity'), agedAnswers('capacity')]) expect(await prune(database, rows)).toBe(false);
    expect(await database.dataSource.query('SELECT 1 FROM capacity.inbox')).toEqual([]);
  });

  it('sends tombstones for beds of services that were withdrawn under an earlier version', async () => {
    const { dataSource } = database;
    await dataSource.query(
      `INSERT INTO capacity.service_ref VALUES ('gone', 'o', null, false), ('here', 'o', null, true), ('bare', 'o', null, false)`,
    );
    await dataSource.query(`INSERT INTO capacity.event_sequence VALUES ($1, 'gone', 4), ($1, 'here', 7)`, [availabilityTopic]);
    const runner = dataSource.createQueryRunner();
    await new WithdrawnBeds1795900000002().up(runner);
    await runner.release();
    expect(await dataSource.query('SELECT topic, event_key, event_type, sequence, data FROM capacity.outbox')).toEqual([
      { topic: availabilityTopic, event_key: 'gone', event_type: availabilityWithdrawnType, sequence: '5', data: null },
    ]);
    expect(await dataSource.query(`SELECT event_key, last_sequence FROM capacity.event_sequence ORDER BY 1`)).toEqual([
      { event_key: 'gone', last_sequence: '5' },
      { event_key: 'here', last_sequence: '7' },
    ]);
  });

  it('stops following the directory for pools where somebody arrived or added beds before this was recorded', async () => {
    const { dataSource } = database;
    const [arrived, brought, untouched] = [2, 3, 4].map((n) => id.replaceAll('1', String(n)));
    for (const pool of [arrived, brought, untouched])
      await dataSource.query(`INSERT INTO capacity.bed_pool VALUES ($1, 'seeded', 'Beds', '{}', 3, 1, 0, 0, 1, now(), false)`, [pool]);
    await dataSource.query(
      `INSERT INTO capacity.hold (id, service_id, state, subject, asks, created_at, expires_at, version)
       SELECT $1::uuid, 'seeded', 'CONFIRMED', 'dora', '[]', now(), now() + interval '1 hour', 2`,
      [id],
    );
    await dataSource.query('INSERT INTO capacity.held_beds VALUES ($1, $2, 1)', [id, arrived]);
    await dataSource.query(`INSERT INTO capacity.surge VALUES ($1, $2, 'seeded', 1, 0, now())`, [id, brought]);
    const runner = dataSource.createQueryRunner();
    await new ArrivalsCount1796900000002().up(runner);
    await runner.release();
    expect(await dataSource.query(`SELECT id FROM capacity.bed_pool WHERE service_id = 'seeded' AND counted ORDER BY id`)).toEqual([
      { id: arrived },
      { id: brought },
    ]);
  });

  it('assumes that staff gave the number of beds only for pools that they made with beds before this was recorded', async () => {
    const { dataSource } = database;
    const [made, seeded, empty] = [7, 8, 9].map((n) => id.replaceAll('1', String(n)));
    const changes: [string | undefined, number, string | null][] = [
      [made, 2, 'ana'],
      [seeded, 2, null],
      [empty, 0, 'ana'],
    ];
    for (const [pool, total, subject] of changes) {
      await dataSource.query(`INSERT INTO capacity.bed_pool VALUES ($1, 'given', 'Beds', '{}', 2, 0, 0, 0, 1, now(), true)`, [pool]);
      await dataSource.query(`INSERT INTO capacity.occupancy_change VALUES ($1, 1, 'given', now(), $2, 0, 0, 0, $3)`, [
        pool,
        total,
        subject,
      ]);
    }
    const runner = dataSource.createQueryRunner();
    await new GivenTotals1797600000002().down(runner);
    await new GivenTotals1797600000002().up(runner);
    await runner.release();
    expect(await dataSource.query(`SELECT id FROM capacity.bed_pool WHERE service_id = 'given' AND total_given`)).toEqual([{ id: made }]);
  });

  it('assumes that beds were found empty if fewer were counted than had arrived before this was recorded', async () => {
    const { dataSource } = database;
    const [fewer, asMany] = [5, 6].map((n) => id.replaceAll('1', String(n)));
    const counted = { [fewer!]: 1, [asMany!]: 3 };
    for (const [pool, occupied] of Object.entries(counted)) {
      await dataSource.query(`INSERT INTO capacity.bed_pool VALUES ($1, 'full', 'Beds', '{}', 5, $2, 0, 0, 1, now(), true)`, [
        pool,
        occupied,
      ]);
      await dataSource.query(
        `INSERT INTO capacity.hold (id, service_id, state, subject, asks, created_at, expires_at, version)
         SELECT $1::uuid, 'full', 'CONFIRMED', 'dora', '[]', now(), now() + interval '1 hour', 2`,
        [pool],
      );
      await dataSource.query('INSERT INTO capacity.held_beds VALUES ($1, $1, 3)', [pool]);
    }
    const runner = dataSource.createQueryRunner();
    await new SeenEmpty1797400000002().down(runner);
    await new SeenEmpty1797400000002().up(runner);
    await runner.release();
    expect(await dataSource.query(`SELECT seen_empty FROM capacity.bed_pool WHERE service_id = 'full' ORDER BY id`)).toEqual([
      { seen_empty: 2 },
      { seen_empty: 0 },
    ]);
  });
});
