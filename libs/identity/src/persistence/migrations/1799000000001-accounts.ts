import type { MigrationInterface, QueryRunner } from 'typeorm';
import { accountTables } from './account-tables.sql.js';

/** First tables of identity. */
export class Accounts1799000000001 implements MigrationInterface {
  readonly name = 'Accounts1799000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of accountTables) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA identity CASCADE');
  }
}
