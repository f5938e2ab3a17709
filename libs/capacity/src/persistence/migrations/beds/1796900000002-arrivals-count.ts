import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pools where people have arrived or added beds no longer follow the directory's numbers, even if that happened before this migration. */
export class ArrivalsCount1796900000002 implements MigrationInterface {
  readonly name = 'ArrivalsCount1796900000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE capacity.bed_pool p SET counted = true WHERE NOT p.counted AND (
      EXISTS (SELECT FROM capacity.held_beds b JOIN capacity.hold h ON h.id = b.hold_id WHERE b.pool_id = p.id AND h.state = 'CONFIRMED')
      OR EXISTS (SELECT FROM capacity.surge s WHERE s.pool_id = p.id AND s.removed < s.beds))`);
  }

  /** Who counted a pool before is not recorded, and to follow the directory again would give beds away. */
  async down(): Promise<void> {}
}
