import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '@haven/testing';
import type { EntityManager, MigrationInterface, QueryRunner } from 'typeorm';
import { openDatabase, type Database } from './database.js';

class Ledger1 implements MigrationInterface {
  readonly name = 'Ledger1700000000000';
  up = (runner: QueryRunner) => runner.query('CREATE TABLE ledger.account (id int PRIMARY KEY, sum int NOT NULL)');
  down = (runner: QueryRunner) => runner.query('DROP TABLE ledger.account');
}

describe('a look', () => {
  let server: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    server = await openTestDatabase();
    database = await openDatabase({ context: 'ledger', connection: server.connection, entities: [], migrations: [Ledger1] });
  });
  afterAll(async () => {
    await database.close();
    await server.close();
  });
  beforeEach(() =>
    database.transaction((tx) =>
      tx.query('TRUNCATE ledger.account').then(() => tx.query('INSERT INTO ledger.account VALUES (1, 10), (2, 0)')),
    ),
  );

  const move = () =>
    database.transaction(async (tx) => {
      await tx.query('UPDATE ledger.account SET sum = sum - 1 WHERE id = 1');
      await tx.query('UPDATE ledger.account SET sum = sum + 1 WHERE id = 2');
    });
  const sumOf = async (reader: EntityManager, id: number) =>
    (await reader.query<{ sum: number }[]>('SELECT sum FROM ledger.account WHERE id = $1', [id]))[0]!.sum;

  it('sees all of one moment when something is committed between two readings', async () => {
    let moves = 0;
    const total = await database.look(async (reader) => {
      const first = await sumOf(reader, 1);
      if ((moves += 1) === 1) await move();
      return first + (await sumOf(reader, 2));
    });
    expect(total).toBe(10);
  });

  it('sees all of one moment, however readings and commits meet', async () => {
    const look = () => database.look(async (reader) => (await sumOf(reader, 1)) + (await sumOf(reader, 2)));
    const totals = await Promise.all(Array.from({ length: 120 }, (_, i) => (i % 3 === 0 ? move().then(() => 10) : look())));
    expect(new Set(totals)).toEqual(new Set([10]));
  });

  it('answers anew where a change between two readings made the work fail', async () => {
    let runs = 0;
    const sum = await database.look(async (reader) => {
      const first = await sumOf(reader, 1);
      if ((runs += 1) === 1) await database.transaction((tx) => tx.query('DELETE FROM ledger.account WHERE id = 2'));
      return first + (runs === 1 ? await sumOf(reader, 2) : 0);
    });
    expect(sum).toBe(10);
  });

  it('fails as the work fails', async () => {
    await expect(database.look((reader) => reader.query('SELECT 1 / 0'))).rejects.toThrow('division by zero');
  });

  it('lets others write while it works', async () => {
    const done: string[] = [];
    let runs = 0;
    await database.look(async (reader) => {
      await sumOf(reader, 1);
      if ((runs += 1) === 1) await move().then(() => done.push('moved'));
      await sumOf(reader, 2);
    });
    expect(done).toEqual(['moved']);
  });
});
