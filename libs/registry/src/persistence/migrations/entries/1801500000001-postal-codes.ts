import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A postal code tells where a place is. The next start checks the services that had no position, and publishes those that have one now. */
export class PostalCodes1801500000001 implements MigrationInterface {
  readonly name = 'PostalCodes1801500000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`INSERT INTO registry.dirty_service (service_id)
      SELECT service_id FROM registry.entry_quality WHERE 'POSITION' = ANY(gaps) ORDER BY service_id
      ON CONFLICT (service_id) DO UPDATE SET service_id = excluded.service_id`);
  }

  /** Services that were already checked stay as they are. */
  async down(): Promise<void> {}
}
