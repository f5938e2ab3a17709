import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Opening hours go out with a service: every service is looked at once more at the next start, and published where it says another
 * thing now, which is where it has any.
 */
export class Hours1799000000001 implements MigrationInterface {
  readonly name = 'Hours1799000000001';

  async up(runner: QueryRunner): Promise<void> {
    // The update waits for a publisher that has the row, and may have told it without hours, so that the mark outlives its clearing.
    await runner.query(`INSERT INTO registry.dirty_service (service_id) SELECT service_id FROM registry.service_entry ORDER BY service_id
      ON CONFLICT (service_id) DO UPDATE SET service_id = excluded.service_id`);
  }

  /** What was looked at stays as it is. */
  async down(): Promise<void> {}
}
