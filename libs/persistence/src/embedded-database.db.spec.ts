import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '@haven/testing';
import pg from 'pg';

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

  it('rolls back what a client that vanished had not committed, and lets the others go on', async () => {
    const client = new pg.Client({ ...server.connection });
    client.on('error', () => undefined);
    await client.connect();
    await client.query('BEGIN');
    await client.query('UPDATE counter SET n = -1');
    (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
    expect((await pool.query('SELECT n FROM counter')).rows[0].n).toBe(100);
  });

  describe('while a transaction is open', () => {
    const clients: pg.PoolClient[] = [];
    const connect = async () => (clients.push(await pool.connect()), clients.at(-1)!);
    afterEach(() => clients.splice(0).forEach((client) => client.release()));

    it('lets what is over at once go before who would begin the next one', async () => {
      const [first, next, asking] = [await connect(), await connect(), await connect()];
      await first.query('BEGIN');
      const begun = next.query('BEGIN');
      const answer = asking.query('SELECT 1 AS one');
      await first.query('COMMIT');
      // Behind the next transaction this would wait for its end, which comes later.
      expect((await answer).rows).toEqual([{ one: 1 }]);
      await begun;
      await next.query('COMMIT');
    });

    // A server with a session for each client makes nobody wait.
    (process.env['HAVEN_TEST_POSTGRES_URL'] ? it.skip : it)('lets only a few go before', async () => {
      const [first, next] = [await connect(), await connect()];
      const many = await Promise.all(Array.from({ length: 10 }, connect));
      await first.query('BEGIN');
      const begun = next.query('BEGIN');
      let answered = 0;
      const answers = many.map((client) => client.query('SELECT 1').then(() => (answered += 1)));
      await first.query('COMMIT');
      await begun;
      await next.query('SELECT 1');
      expect(answered).toBeLessThanOrEqual(8);
      await next.query('COMMIT');
      await Promise.all(answers);
    });
  });

  it('gives each query its own answer, also behind queries that fail', async () => {
    const client = new pg.Client({ ...server.connection });
    await client.connect();
    for (let i = 0; i < 60; i++) {
      await expect(client.query('SELECT 1 / $1::int', [0])).rejects.toThrow('division by zero');
      expect((await client.query('SELECT $1::int AS i', [i])).rows).toEqual([{ i }]);
    }
    await client.end();
  });

  it('stays usable after an error', async () => {
    await expect(pool.query('SELECT $1::int / 0', [1])).rejects.toThrow('division by zero');
    await expect(pool.query('SELEC')).rejects.toThrow('syntax error');
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });
});
