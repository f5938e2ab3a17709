import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { availabilityTopic } from '@haven/events';
import type { Caller, Role } from '@haven/security';
import { caseworker, openShelters, owner, type Shelters } from '../holds.fixture.js';
import { NumberedRooms1798020000002 } from '../persistence/migrations/beds/1798020000002-numbered-rooms.js';
import { bedPoolsFor, withOwnNames } from './bed-pools.js';
import { defineBedPool } from './define-bed-pool.js';
import { holdBeds } from '../holds/hold-beds.js';
import { retellToAll } from './retelling/retell-to-all.js';
import { setBedCounts } from './set-bed-counts.js';

const named = 'Sokha from Kampot';
let shelters: Shelters;

beforeAll(async () => {
  shelters = await openShelters();
  await shelters.shelter('house', { name: 'Upstairs', total: 1 }, { name: named, total: 1 });
});
afterAll(() => shelters.close());

const callerOf = (role: Role, organizationId: string | null): Caller => ({ subject: 'x', role, organizationId });
const namesFor = async (caller: Caller, serviceId = 'house') =>
  (await bedPoolsFor(shelters.capacity, caller, serviceId)).map(({ name }) => name);
/** The newest bed event of each service. */
const told = () =>
  shelters.rows('SELECT DISTINCT ON (event_key) event_key, data FROM capacity.outbox WHERE topic = $1 ORDER BY event_key, sequence DESC', [
    availabilityTopic,
  ]);
const everywhereBut = async (tables: readonly string[]): Promise<string> => {
  const all = await shelters.rows(
    `SELECT format('%I', table_name) AS name FROM information_schema.tables WHERE table_schema = 'capacity' AND table_type = 'BASE TABLE'`,
  );
  const kept = all.map(({ name }) => name as string).filter((name) => !tables.includes(name));
  return JSON.stringify(await Promise.all(kept.map((name) => shelters.rows(`SELECT * FROM capacity.${name}`))));
};

describe('the name of a room', () => {
  it.each([
    ['staff of the shelter', callerOf('PROVIDER', 'org'), ['Upstairs', named]],
    ['a coordinator', callerOf('COORDINATOR', null), ['Upstairs', named]],
    ['staff of another shelter', callerOf('PROVIDER', 'other'), ['Room 1', 'Room 2']],
    ['a caseworker', caseworker, ['Room 1', 'Room 2']],
    ['a hotline', callerOf('HOTLINE', 'org'), ['Room 1', 'Room 2']],
    ['an auditor', callerOf('AUDITOR', 'org'), ['Room 1', 'Room 2']],
  ])('is chosen for its reader: %s', async (_whose, caller, names) => {
    expect(await namesFor(caller)).toEqual(names);
    const counted = await shelters.capacity.reconciliation('house');
    expect((await withOwnNames(shelters.capacity, caller, 'org', 'house', counted)).map(({ name }) => name)).toEqual(names);
  });

  it('stays in the pool: no event, stored answer or answer to others contains it', async () => {
    const [pool] = await bedPoolsFor(shelters.capacity, owner, 'house');
    await setBedCounts(shelters.capacity, owner, { idempotencyKey: shelters.key(), poolId: pool!.id, expectedVersion: 1, occupied: 1 });
    const asked = {
      idempotencyKey: shelters.key(),
      serviceId: 'house',
      party: Array.from({ length: 2 }, () => ({ gender: 'WOMAN' as const })),
    };
    expect(JSON.stringify(await holdBeds(shelters.capacity, caseworker, asked))).toMatch(/Room 1.*Room 2/);
    expect(await everywhereBut(['bed_pool'])).not.toContain('Kampot');
    expect(JSON.stringify(await told())).toMatch(/Room 1.*Room 2/);
  });

  it.each(['+855 12 345 678', 'maria@example.org', 'N1234567'])('may not be %j', async (name) => {
    const command = { idempotencyKey: shelters.key(), serviceId: 'house', name, total: 1 };
    expect(await defineBedPool(shelters.capacity, owner, command)).toMatchObject({ kind: 'InvalidInput', fields: [{ path: 'name' }] });
  });

  it('is replaced once by a number if the previous version published it; numbers follow the age of the rooms', async () => {
    const runner = shelters.database.dataSource.createQueryRunner();
    await new NumberedRooms1798020000002().down(runner);
    await runner.query(`UPDATE capacity.bed_pool SET name = 'A ' || name WHERE name = $1`, [named]);
    await runner.query('DELETE FROM capacity.outbox');
    await new NumberedRooms1798020000002().up(runner);
    await runner.release();
    expect(await namesFor(owner)).toEqual(['Upstairs', `A ${named}`]);
    expect(await retellToAll(shelters.capacity)).toBe(1);
    expect(await retellToAll(shelters.capacity)).toBe(0);
    const events = await told();
    expect(events.map(({ event_key }) => event_key)).toEqual(['house']);
    expect(JSON.stringify(events)).toMatch(/Room 1.*Room 2/);
    expect(JSON.stringify(events)).not.toContain('Kampot');
  });

  it('is also a number in events of a process of the previous version', async () => {
    await shelters.shelter('rolling', {});
    await shelters.rows(`INSERT INTO capacity.bed_pool (id, service_id, name, admits, total, occupied, held, out_of_service, version, counted)
      SELECT gen_random_uuid(), 'rolling', '${named}', admits, 1, 0, 0, 0, 1, true FROM capacity.bed_pool WHERE service_id = 'rolling'`);
    const [{ row }] = (await shelters.rows(`SELECT capacity.next_availability('rolling') AS row`)) as [{ row: object }];
    expect(JSON.stringify(row)).toMatch(/"Room 1".*"Room 2"/);
    expect(JSON.stringify(row)).not.toContain('Kampot');
  });
});
