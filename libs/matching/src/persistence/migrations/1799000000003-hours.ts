import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Opening hours. The registry publishes the services again that have any. */
export class MatchingHours1799000000003 implements MigrationInterface {
  name = 'MatchingHours1799000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE matching.service ADD COLUMN hours jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE matching.service DROP COLUMN hours');
  }
}
