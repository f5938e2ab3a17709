import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indexes the rows that have not ended, so that reads skip those that have. */
export class OpenHolds1796500000002 implements MigrationInterface {
  readonly name = 'OpenHolds1796500000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX capacity.hold_by_service');
    await runner.query(`CREATE INDEX hold_open ON capacity.hold (service_id) WHERE state IN ('HELD', 'CONFIRMED')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX capacity.hold_open');
    await runner.query('CREATE INDEX hold_by_service ON capacity.hold (service_id, created_at)');
  }
}
