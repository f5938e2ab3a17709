import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a stay should end, and surge beds. */
export class PlacementsAndSurges1796400000002 implements MigrationInterface {
  readonly name = 'PlacementsAndSurges1796400000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE capacity.hold ADD COLUMN expected_end date');
    await runner.query(`CREATE TABLE capacity.surge (
      id uuid CONSTRAINT surge_pkey PRIMARY KEY,
      pool_id uuid NOT NULL,
      service_id text NOT NULL,
      beds integer NOT NULL,
      removed integer NOT NULL,
      ends_at timestamptz NOT NULL,
      CONSTRAINT surge_beds CHECK (beds > 0 AND removed BETWEEN 0 AND beds))`);
    await runner.query('CREATE INDEX surge_due ON capacity.surge (ends_at) WHERE removed < beds');
    await runner.query('CREATE INDEX surge_by_service ON capacity.surge (service_id)');
    await runner.query('GRANT SELECT, INSERT, UPDATE ON capacity.surge TO haven_capacity');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE capacity.surge');
    await runner.query('ALTER TABLE capacity.hold DROP COLUMN expected_end');
  }
}
