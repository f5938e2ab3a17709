import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which nestings a JSON directory also states as a foreign key, so that an export repeats it. */
export class GivenKeys1798200000001 implements MigrationInterface {
  readonly name = 'GivenKeys1798200000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE registry.hsds_link ADD COLUMN is_given boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE registry.hsds_link DROP COLUMN is_given');
  }
}
