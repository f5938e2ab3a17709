import type { MigrationInterface, QueryRunner } from 'typeorm';
import { importHolds } from './import-holds.sql.js';
import { statementsOf } from '../statements.js';

/** What imports defer, stored apart from what waits to be published. */
export class ImportHolds1795600000001 implements MigrationInterface {
  readonly name = 'ImportHolds1795600000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of statementsOf(importHolds)) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE registry.dirty_service ADD COLUMN held_by text');
    await runner.query(`UPDATE registry.dirty_service d SET held_by = h.source FROM registry.import_hold h
      WHERE h.object = 'service' AND h.id = d.service_id`);
    await runner.query('DROP TABLE registry.import_hold');
  }
}
