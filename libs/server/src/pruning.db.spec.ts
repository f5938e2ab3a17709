import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { agedInbox, messagingTables } from '@haven/messaging';
import { agedAnswers, idempotencyTable, openDatabase, type Database } from '@haven/persistence';
import { openTestDatabase, type TestDatabase } from '@haven/testing';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { startPruning } from './pruning.js';

class Old1 implements MigrationInterface {
  name = 'Old1790000000001';
  async up(runner: QueryRunner) {
    for (const sql of [...messagingTables('old'), idempotencyTable('old')]) await runner.query(sql);
  }
  async down() {}
}

describe('pruning', () => {
  let server: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    server = await openTestDatabase();
    database = await openDatabase({ context: 'old', connection: server.connection, entities: [], migrations: [Old1] });
  });
  afterAll(async () => {
    await database.close();
    await server.close();
  });

  it('continues after a failure until nothing old is left, and keeps young rows', async () => {
    await database.dataSource.query(`INSERT INTO old.inbox (consumer, event_id, handled_at)
      SELECT 'c', gen_random_uuid(), clock_timestamp() - make_interval(days => n % 2 * 8) FROM generate_series(1, 2400) AS n`);
    await database.dataSource.query(`INSERT INTO old.idempotent_answer (subject, operation, key, body_hash, answered_at)
      SELECT 's', 'o', n::text, '', clock_timestamp() - make_interval(days => n * 8) FROM generate_series(0, 1) AS n`);
    const errors: unknown[] = [];
    let fails = true;
    const flaky: Database = {
      ...database,
      transaction: (work) => (fails ? ((fails = false), Promise.reject(new Error('away'))) : database.transaction(work)),
    };
    const pruning = startPruning(flaky, [agedInbox('old'), agedAnswers('old')], (error) => errors.push(error), { more: 1, nothing: 20 });
    const left = async () => {
      const [row] = await database.dataSource.query<{ inbox: number; answers: number }[]>(
        'SELECT (SELECT count(*)::int FROM old.inbox) AS inbox, (SELECT count(*)::int FROM old.idempotent_answer) AS answers',
      );
      return row!;
    };
    for (let n = 0; n < 200 && (await left()).inbox > 1200; n++) await sleep(50);
    await pruning.stop();
    expect(await left()).toEqual({ inbox: 1200, answers: 1 });
    expect(errors).toHaveLength(1);
  });

  it('ends at once while it rests', async () => {
    const pruning = startPruning(database, [], () => undefined, { more: 60_000, nothing: 60_000 });
    const asked = performance.now();
    await pruning.stop();
    expect(performance.now() - asked).toBeLessThan(1_000);
  });
});
