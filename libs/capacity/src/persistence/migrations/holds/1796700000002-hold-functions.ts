import type { MigrationInterface, QueryRunner } from 'typeorm';
import { holdFunctions } from './hold-functions.sql.js';

/** Puts the statements of a claim into functions, which are planned once for each connection. */
export class HoldFunctions1796700000002 implements MigrationInterface {
  readonly name = 'HoldFunctions1796700000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of holdFunctions) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of [
      'claim_beds(jsonb)',
      'locked_shelter(text, text)',
      'lock_beds(text)',
      'next_availability(text)',
      'availability_of(text)',
    ])
      await runner.query(`DROP FUNCTION capacity.${name}`);
  }
}
