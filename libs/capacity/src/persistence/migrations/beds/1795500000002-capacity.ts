import { messagingTables } from '@haven/messaging';
import { idempotencyTable } from '@haven/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { capacityTables } from './capacity-tables.sql.js';

/** First tables of capacity. */
export class Capacity1795500000002 implements MigrationInterface {
  readonly name = 'Capacity1795500000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [...messagingTables('capacity'), idempotencyTable('capacity'), ...capacityTables]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA capacity CASCADE');
  }
}
