import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Areas that are countries, and unclear areas. The registry publishes the services again that have one. */
export class MatchingServiceAreas1798500000003 implements MigrationInterface {
  name = 'MatchingServiceAreas1798500000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE matching.service
      ADD COLUMN area_countries text[] NOT NULL DEFAULT '{}', ADD COLUMN area_unclear boolean NOT NULL DEFAULT false`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE matching.service DROP COLUMN area_countries, DROP COLUMN area_unclear');
  }
}
