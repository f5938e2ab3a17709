import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Services without a known position, and places that are known only by their town. The registry publishes those again that it has. */
export class MatchingUnplaced1800500000003 implements MigrationInterface {
  name = 'MatchingUnplaced1800500000003';

  async up(runner: QueryRunner): Promise<void> {
    for (const column of ['position', 'latitude', 'longitude'])
      await runner.query(`ALTER TABLE matching.site ALTER COLUMN ${column} DROP NOT NULL`);
    await runner.query(`ALTER TABLE matching.site ADD COLUMN precision text NOT NULL DEFAULT 'EXACT'`);
    await runner.query(`UPDATE matching.site SET precision = 'AREA' WHERE cell IS NOT NULL`);
    await runner.query('CREATE INDEX site_unplaced ON matching.site (category, service_id) WHERE position IS NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX matching.site_unplaced');
    await runner.query('DELETE FROM matching.site WHERE position IS NULL');
    await runner.query('ALTER TABLE matching.site DROP COLUMN precision');
    for (const column of ['position', 'latitude', 'longitude'])
      await runner.query(`ALTER TABLE matching.site ALTER COLUMN ${column} SET NOT NULL`);
  }
}
