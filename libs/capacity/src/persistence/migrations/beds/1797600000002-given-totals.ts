import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Pools for which staff have given the number of beds. Only those totals may tell a party that there are too few beds. Of existing pools,
 * these are the ones that staff made with beds and that were never empty. Counts by a process of the previous version do not change this.
 */
export class GivenTotals1797600000002 implements MigrationInterface {
  readonly name = 'GivenTotals1797600000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE capacity.bed_pool ADD COLUMN total_given boolean NOT NULL DEFAULT false');
    await runner.query(`UPDATE capacity.bed_pool p SET total_given = true
      WHERE EXISTS (SELECT FROM capacity.occupancy_change c WHERE c.pool_id = p.id AND c.version = 1 AND c.subject IS NOT NULL)
        AND NOT EXISTS (SELECT FROM capacity.occupancy_change c WHERE c.pool_id = p.id AND c.total = 0)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE capacity.bed_pool DROP COLUMN total_given');
  }
}
