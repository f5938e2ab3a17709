import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether the files may contain old public data of a place that is confidential now. For places that became confidential before, this
 * assumes that they do.
 */
export class Leftovers1797800000001 implements MigrationInterface {
  readonly name = 'Leftovers1797800000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE registry.leftover (
      only_row boolean CONSTRAINT leftover_pkey PRIMARY KEY DEFAULT true,
      noted_at timestamptz NOT NULL DEFAULT clock_timestamp())`);
    await runner.query('INSERT INTO registry.leftover SELECT WHERE EXISTS (SELECT FROM registry.confidential_location)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE registry.leftover');
  }
}
