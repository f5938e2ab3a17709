import type { MigrationInterface, QueryRunner } from 'typeorm';
import { enteredPlaces } from './entered-places.sql.js';
import { statementsOf } from '../statements.js';

/** Which places an organization entered itself, and which it left. */
export class EnteredPlaces1796200000001 implements MigrationInterface {
  readonly name = 'EnteredPlaces1796200000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of statementsOf(enteredPlaces)) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE registry.entered_place');
  }
}
