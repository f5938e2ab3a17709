import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Role of the person who counted last. For earlier counts it is unknown. */
export class WhoCounted1799100000002 implements MigrationInterface {
  readonly name = 'WhoCounted1799100000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE capacity.bed_pool ADD COLUMN counted_by text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE capacity.bed_pool DROP COLUMN counted_by');
  }
}
