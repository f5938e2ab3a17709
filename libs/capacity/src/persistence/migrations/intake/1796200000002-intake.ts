import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How a shelter takes people in, and its acceptance of each hold. */
export class Intake1796200000002 implements MigrationInterface {
  readonly name = 'Intake1796200000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE capacity.intake (
      service_id text CONSTRAINT intake_pkey PRIMARY KEY,
      open boolean NOT NULL,
      requires_acceptance boolean NOT NULL,
      acceptance_minutes integer NOT NULL,
      usual_minutes integer NOT NULL,
      most_beds_per_organization integer,
      version integer NOT NULL)`);
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON capacity.intake TO haven_capacity');
    // Null: accepted, or no acceptance required.
    await runner.query('ALTER TABLE capacity.hold ADD COLUMN accept_by timestamptz');
    await runner.query('DROP INDEX capacity.hold_due');
    await runner.query(`CREATE INDEX hold_due ON capacity.hold (least(expires_at, accept_by)) WHERE state = 'HELD'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX capacity.hold_due');
    await runner.query(`CREATE INDEX hold_due ON capacity.hold (expires_at) WHERE state = 'HELD'`);
    await runner.query('ALTER TABLE capacity.hold DROP COLUMN accept_by');
    await runner.query('DROP TABLE capacity.intake');
  }
}
