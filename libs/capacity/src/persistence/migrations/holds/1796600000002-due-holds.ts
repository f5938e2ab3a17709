import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the due holds of one shelter with one index lookup, however many hold beds there. */
export class DueHolds1796600000002 implements MigrationInterface {
  readonly name = 'DueHolds1796600000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX capacity.hold_open');
    await runner.query(
      `CREATE INDEX hold_open ON capacity.hold (service_id, state, least(expires_at, accept_by)) WHERE state IN ('HELD', 'CONFIRMED')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX capacity.hold_open');
    await runner.query(`CREATE INDEX hold_open ON capacity.hold (service_id) WHERE state IN ('HELD', 'CONFIRMED')`);
  }
}
