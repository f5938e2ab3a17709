import type { MigrationInterface, QueryRunner } from 'typeorm';
import { holdTables } from './hold-tables.sql.js';

/** Holds. */
export class Holds1796100000002 implements MigrationInterface {
  readonly name = 'Holds1796100000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of holdTables) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE capacity.hold_change, capacity.held_beds, capacity.hold');
  }
}
