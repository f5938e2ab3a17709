import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pools that the directory withdrew. */
export class ClosedPools1795600000002 implements MigrationInterface {
  readonly name = 'ClosedPools1795600000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE capacity.bed_pool ADD COLUMN closed boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM capacity.bed_pool WHERE closed');
    await runner.query('ALTER TABLE capacity.bed_pool DROP COLUMN closed');
  }
}
