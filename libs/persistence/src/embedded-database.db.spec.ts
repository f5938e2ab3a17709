import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '@haven/testing';
import pg from 'pg';
import { groupRole } from './group-role.js';

describe('many clients on one database', () => {
  let server: TestDatabase;
  let pool: pg.Pool;

  beforeAll(async () => {
    server = await openTestDatabase();
    pool = new pg.Pool({ ...server.connection, max: 12 });
    await pool.query('CREATE TABLE counter (n int NOT NULL)');
    await pool.query('INSERT INTO counter VALUES (0)');
  });
  afterAll(async () => {
    await pool.end();
    await server.close();
  });

  it('keeps the parameters of clients apart outside of transactions', async () => {
    const answers = await Promise.all(Array.from({ length: 400 }, (_, i) => pool.query('SELECT $1::int AS i', [i])));
    expect(answers.map(({ rows }) => rows[0].i)).toEqual(Array.from({ length: 400 }, (_, i) => i));
  });

  it('loses no update of transactions that read and then write', async () => {
    const add = async () => {
      const client = await pool.connect();
      await client.query('BEGIN');
      const { rows } = await client.query('SELECT n FROM counter FOR UPDATE');
      await client.query('UPDATE counter SET n = $1', [rows[0].n + 1]);
      await client.query('COMMIT');
      client.release();
    };
    await Promise.all(Array.from({ length: 100 }, add));
    expect((await pool.query('SELECT n FROM counter')).rows[0].n).toBe(100);
  });

  it('rolls back the uncommitted changes of a client that vanished, and lets the others continue', async () => {
    const client = new pg.Client({ ...server.connection });
    client.on('error', () => undefined);
    await client.connect();
    await client.query('BEGIN');
    await client.query('UPDATE counter SET n = -1');
    (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
    expect((await pool.query('SELECT n FROM counter')).rows[0].n).toBe(100);
  });

  it('lets a transaction that declares that it only reads go before one that may write', async () => {
    const order: string[] = [];
    const [owner, changes, reads] = await Promise.all([pool.connect(), pool.connect(), pool.connect()]);
    await owner.query('BEGIN');
    const change = changes.query('START TRANSACTION').then(() => order.push('changes'));
    await owner.query('SELECT 1');
    const read = reads.query('START TRANSACTION; SET TRANSACTION READ ONLY').then(() => order.push('reads'));
    await owner.query('SELECT pg_sleep(0.2)');
    await owner.query('COMMIT');
    await read;
    await expect(reads.query('UPDATE counter SET n = -1')).rejects.toThrow('read-only');
    await reads.query('ROLLBACK');
    await change;
    await changes.query('ROLLBACK');
    for (const client of [owner, changes, reads]) client.release();
    if (!process.env['HAVEN_TEST_POSTGRES_URL']) expect(order).toEqual(['reads', 'changes']);
  });

  it('keeps the roles of clients apart', async () => {
    for (const sql of groupRole('haven_guest')) await pool.query(sql);
    const guests = new pg.Pool({ ...server.connection, options: '-c role=haven_guest', max: 3 });
    const guest = async () => (await guests.query('SELECT current_user AS who')).rows[0].who;
    const host = async () => (await pool.query('SELECT current_user = session_user AS who')).rows[0].who;
    const answers = await Promise.all(Array.from({ length: 200 }, (_, i) => (i % 3 === 0 ? host() : guest())));
    expect(answers).toEqual(Array.from({ length: 200 }, (_, i) => (i % 3 === 0 ? true : 'haven_guest')));
    const client = await guests.connect();
    await client.query('BEGIN');
    const later = host();
    await expect(client.query('INSERT INTO counter VALUES (1)')).rejects.toThrow('permission denied');
    await client.query('ROLLBACK');
    expect([await later, await guest()]).toEqual([true, 'haven_guest']);
    client.release();
    await guests.end();
  });

  it('gives each query its own answer, also after failed queries', async () => {
    const client = new pg.Client({ ...server.connection });
    await client.connect();
    for (let i = 0; i < 60; i++) {
      await expect(client.query('SELECT 1 / $1::int', [0])).rejects.toThrow('division by zero');
      expect((await client.query('SELECT $1::int AS i', [i])).rows).toEqual([{ i }]);
    }
    await client.end();
  });

  it('drops the statements that a client had named when the client leaves', async () => {
    const client = new pg.Client({ ...server.connection });
    await client.connect();
    const named = async () => (await pool.query<{ name: string }>('SELECT name FROM pg_prepared_statements')).rows.map(({ name }) => name);
    await client.query({ name: 'mine "of me"', text: 'SELECT $1::int AS i', values: [1] });
    expect((await client.query({ name: 'mine "of me"', text: 'SELECT $1::int AS i', values: [2] })).rows).toEqual([{ i: 2 }]);
    if (!process.env['HAVEN_TEST_POSTGRES_URL']) expect(await named()).toEqual(['mine "of me"']);
    await client.end();
    for (const deadline = Date.now() + 10_000; (await named()).length > 0 && Date.now() < deadline;);
    expect(await named()).toEqual([]);
  });

  it('stays usable after an error', async () => {
    await expect(pool.query('SELECT $1::int / 0', [1])).rejects.toThrow('division by zero');
    await expect(pool.query('SELEC')).rejects.toThrow('syntax error');
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });
});
