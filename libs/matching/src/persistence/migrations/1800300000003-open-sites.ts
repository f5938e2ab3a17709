import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether nobody can get a bed: every bed is taken, or intake is closed. Unknown does not mean full. */
const isFull = `status <> 'UNKNOWN' AND (status = 'NO_CAPACITY'
  OR pools <> '[]' AND NOT EXISTS (SELECT FROM jsonb_array_elements(pools) AS pool WHERE (pool->>'free')::int > 0))`;

/** A match skips full shelters: nine of ten may be full. */
export class MatchingOpenSites1800300000003 implements MigrationInterface {
  name = 'MatchingOpenSites1800300000003';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['bed_state', 'site'])
      await runner.query(`ALTER TABLE matching.${table} ADD COLUMN is_full boolean NOT NULL DEFAULT false`);
    await runner.query(`UPDATE matching.bed_state SET is_full = ${isFull}`);
    await runner.query(`UPDATE matching.site SET is_full = true
      WHERE category = 'ACCOMMODATION' AND service_id IN (SELECT service_id FROM matching.bed_state WHERE is_full)`);
    await runner.query('CREATE INDEX site_open ON matching.site USING gist (category, position) WHERE active AND NOT is_full');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['bed_state', 'site']) await runner.query(`ALTER TABLE matching.${table} DROP COLUMN is_full`);
  }
}
