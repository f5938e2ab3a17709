import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '@haven/testing';
import { Answers, ByOrganization } from './answers.fixture.js';
import { agedAnswers, once, openDatabase, prune, type Database } from './index.js';

describe('answers to repeated calls', () => {
  let server: TestDatabase;
  let database: Database;
  let effects: string[];

  beforeAll(async () => {
    server = await openTestDatabase();
    database = await openDatabase({ context: 'desk', connection: server.connection, entities: [], migrations: [Answers, ByOrganization] });
  });
  afterAll(async () => {
    await database.close();
    await server.close();
  });
  beforeEach(async () => {
    effects = [];
    await database.dataSource.query('DELETE FROM desk.idempotent_answer');
  });

  const call = (key: string) =>
    database.transaction((tx) =>
      once(tx, { schema: 'desk', operation: 'hold', key, subject: 's', organizationId: null, body: {} }, () =>
        Promise.resolve(effects.push(key)),
      ),
    );
  const makeOlder = (interval: string) =>
    database.dataSource.query(`UPDATE desk.idempotent_answer SET answered_at = answered_at - interval '${interval}'`);
  const pruneAll = async () => {
    while (await prune(database, agedAnswers('desk'), 2));
  };

  it('outlive every hold', async () => {
    await call('first');
    await makeOlder('6 days 23 hours');
    await pruneAll();
    await call('first');
    expect(effects).toEqual(['first']);
  });

  it('are deleted after a week, a few at a time', async () => {
    for (const key of ['a', 'b', 'c', 'd', 'e']) await call(key);
    await makeOlder('7 days 1 hour');
    await call('young');
    expect(await prune(database, agedAnswers('desk'), 2)).toBe(true);
    const left = () => database.dataSource.query<{ answer: number }[]>('SELECT answer FROM desk.idempotent_answer');
    expect(await left()).toHaveLength(4);
    await pruneAll();
    expect(await left()).toEqual([{ answer: effects.length }]);
  });

  it('are found by the index', async () => {
    await database.dataSource.query(`INSERT INTO desk.idempotent_answer (subject, operation, key, body_hash)
      SELECT 's', 'hold', n::text, '' FROM generate_series(1, 3000) AS n`);
    await database.dataSource.query('ANALYZE desk.idempotent_answer');
    const plan = await database.dataSource.query<Record<string, string>[]>(
      `EXPLAIN SELECT ctid FROM desk.idempotent_answer WHERE answered_at < clock_timestamp() - make_interval(days => 7)
       ORDER BY answered_at LIMIT 500 FOR UPDATE SKIP LOCKED`,
    );
    expect(JSON.stringify(plan)).toContain('idempotent_answer_by_age');
  });
});
