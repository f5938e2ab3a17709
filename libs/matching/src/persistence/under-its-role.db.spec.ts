import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '@haven/persistence';
import { openTestDatabase, type TestDatabase } from '@haven/testing';
import type { MatchView } from '../ports.js';
import { plainRequest as request } from '../request/request.fixture.js';
import { bedsOf, snapshotOf } from './directory.fixture.js';
import { openMatchingDatabase } from './matching-database.js';
import { openDemandCounts } from './demand/demand-counts.js';
import { openReadModel, projection } from './reading/read-model.js';
import { dumpReadModel } from './projection/reset.js';

/** Every read of the read model; the types make sure that none is missing. */
const looks: Readonly<Record<keyof MatchView, (view: MatchView) => Promise<unknown>>> = {
  nearest: (view) => view.nearest(request, 'LEGAL', { of: 'ALL', from: 0, places: 100 }),
  unplaced: (view) => view.unplaced(request, 'LEGAL', 'OPEN'),
  considered: (view) => view.considered(request, 'LEGAL'),
  beyond: (view) => view.beyond(request, 'LEGAL', 3),
  listed: (view) => view.listed('LEGAL'),
  entries: (view) => view.entries(['a']),
};

describe('the role of matching', () => {
  let server: TestDatabase;
  let database: Database;
  const owner = (sql: string) => database.dataSource.query<Record<string, unknown>[]>(sql);
  const mayReadNothing = () =>
    owner('REVOKE SELECT ON matching.service, matching.site, matching.bed_state, matching.demand FROM haven_matching');
  const mayRead = () => owner('GRANT SELECT ON matching.service, matching.site, matching.bed_state, matching.demand TO haven_matching');

  beforeAll(async () => {
    server = await openTestDatabase();
    database = await openMatchingDatabase(server.connection);
    await owner('CREATE SCHEMA elsewhere');
    await owner('CREATE TABLE elsewhere.secret ()');
    await database.transaction(async (tx) => {
      await projection.storeServices(tx, [snapshotOf({ id: 'a', at: request.origin })]);
      await projection.storeBeds(tx, [bedsOf('a', [{ free: 1 }], null, 1)]);
    });
  }, 60_000);
  afterEach(mayRead);
  afterAll(async () => {
    await database.close();
    await server.close();
  });

  it.each(Object.entries(looks))('applies to each read: %s', async (_, look) => {
    await openReadModel(database).look(look);
    await mayReadNothing();
    // Even if the statement is already prepared.
    await expect(openReadModel(database).look(look)).rejects.toThrow(/permission denied/);
  });

  it('applies in the snapshot in which a read may end', async () => {
    let glances = 0;
    const look = openReadModel(database).look(async (view) => {
      const seen = await view.entries(['gone']);
      if ((glances += 1) === 3) await mayReadNothing();
      return seen;
    });
    await expect(look).rejects.toThrow(/permission denied/);
    expect(glances).toBe(3);
  });

  it('applies when demand is counted, and when read models are compared', async () => {
    await mayReadNothing();
    await expect(openDemandCounts(database).count({ from: 0, to: 1 }, 'COUNTRY')).rejects.toThrow(/permission denied/);
    await expect(dumpReadModel(database)).rejects.toThrow(/permission denied/);
  });

  it.each(['elsewhere.secret', 'matching.migrations'])('may not read %s', async (table) => {
    const sql = `SELECT FROM ${table}`;
    await expect(database.single.query(sql)).rejects.toThrow(/permission denied/);
    await expect(database.read((tx) => tx.query(sql))).rejects.toThrow(/permission denied/);
    await expect(database.snapshot((tx) => tx.query(sql))).rejects.toThrow(/permission denied/);
    await expect(database.transaction((tx) => tx.query(sql))).rejects.toThrow(/permission denied/);
  });

  it('has the rights that are listed by name, and no others', async () => {
    const kinds = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'];
    const rows = await owner(
      `SELECT relname AS table, string_agg(left(kind, 1), '' ORDER BY n) AS rights
       FROM pg_class, unnest(ARRAY['${kinds.join(`','`)}']) WITH ORDINALITY AS k(kind, n)
       WHERE relnamespace = 'matching'::regnamespace AND relkind = 'r' AND has_table_privilege('haven_matching', pg_class.oid, kind)
       GROUP BY relname ORDER BY relname`,
    );
    expect(rows.map(({ table, rights }) => `${String(table)} ${String(rights)}`)).toEqual([
      'bed_state SIUD',
      'delivery_attempt SIUD',
      'demand SIUD',
      'event_sequence SIU',
      'handled_sequence SIUD',
      'inbox SIUD',
      'outbox SID',
      'parked_event SIUD',
      'relay_lease SU',
      'sequence_floor S',
      'service SIUD',
      'site SIUD',
    ]);
  });
});
