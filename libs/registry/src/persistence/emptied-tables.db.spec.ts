import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestRegistry, type TestRegistry } from '../registry.fixture.js';
import { sealedKinds } from '../vault/sealed-kinds.js';
import { EmptiedTables1801500000001 } from './migrations/records/1801500000001-emptied-tables.js';

describe('the tables of records that are sealed by their kind', () => {
  let on: TestRegistry;
  const migration = new EmptiedTables1801500000001();
  const inTransaction = async (way: 'up' | 'down') => {
    const runner = on.database.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      await migration[way](runner);
      await runner.commitTransaction();
    } catch (error) {
      await runner.rollbackTransaction();
      throw error;
    } finally {
      await runner.release();
    }
  };
  const there = async () => {
    const rows = await on.database.dataSource.query<{ name: string }[]>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'registry' AND table_name = ANY($1) ORDER BY 1`,
      [sealedKinds],
    );
    return rows.map(({ name }) => name);
  };

  beforeAll(async () => {
    on = await openTestRegistry();
  });
  afterAll(() => on.close());

  it('are gone', async () => {
    expect(await there()).toEqual([]);
  });

  it('stay, all of them, where a record remains in one; go once it is moved', async () => {
    await inTransaction('down');
    const all = [...sealedKinds].sort();
    expect(await there()).toEqual(all);
    await on.database.dataSource.query(
      `INSERT INTO registry.phone (id, number, haven_source, haven_digest) VALUES ('p', '+62 1', 's', 'd')`,
    );
    await expect(inTransaction('up')).rejects.toThrow('still in registry."phone", so no table was dropped');
    expect(await there()).toEqual(all);
    expect(await on.database.dataSource.query('SELECT id FROM registry.phone')).toEqual([{ id: 'p' }]);
    await on.database.dataSource.query('DELETE FROM registry.phone');
    await inTransaction('up');
    expect(await there()).toEqual([]);
  });

  it('can be read and written by an earlier version after the way back', async () => {
    await inTransaction('down');
    await on.database.transaction((tx) =>
      tx.query(`INSERT INTO registry.location (id, haven_source, haven_digest) VALUES ('l', 's', 'd')`),
    );
    expect(await on.database.read((tx) => tx.query('SELECT id, haven_origin, haven_extra FROM registry.location'))).toEqual([
      { id: 'l', haven_origin: null, haven_extra: {} },
    ]);
  });
});
