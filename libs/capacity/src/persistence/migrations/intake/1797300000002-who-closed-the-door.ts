import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who changed the intake of a shelter, and who ended its surge beds. */
export class WhoClosedTheDoor1797300000002 implements MigrationInterface {
  readonly name = 'WhoClosedTheDoor1797300000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE capacity.intake_change (
      service_id text NOT NULL,
      version integer NOT NULL,
      open boolean NOT NULL,
      requires_acceptance boolean NOT NULL,
      acceptance_minutes integer NOT NULL,
      usual_minutes integer NOT NULL,
      most_beds_per_organization integer,
      at timestamptz NOT NULL,
      subject text NOT NULL,
      CONSTRAINT intake_change_pkey PRIMARY KEY (service_id, version))`);
    await runner.query('GRANT SELECT, INSERT ON capacity.intake_change TO haven_capacity');
    await runner.query('REVOKE UPDATE, DELETE ON capacity.intake_change FROM haven_capacity');
    // Null: nobody; they end by themselves.
    await runner.query('ALTER TABLE capacity.surge ADD COLUMN ended_by text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE capacity.surge DROP COLUMN ended_by');
    await runner.query('DROP TABLE capacity.intake_change');
  }
}
