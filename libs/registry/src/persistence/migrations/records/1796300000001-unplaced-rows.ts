import type { MigrationInterface, QueryRunner } from 'typeorm';
import { statementsOf } from '../statements.js';
import { unplacedRows } from './unplaced-rows.sql.js';

/** Finds rows with an owner of unknown kind, when the owner turns out to be confidential. */
export class UnplacedRows1796300000001 implements MigrationInterface {
  readonly name = 'UnplacedRows1796300000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of statementsOf(unplacedRows)) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX registry.attribute_unplaced');
    await runner.query('DROP INDEX registry.metadata_unplaced');
  }
}
