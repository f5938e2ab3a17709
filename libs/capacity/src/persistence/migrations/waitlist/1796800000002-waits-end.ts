import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Waitlist entries expire after a day, and their end is recorded. */
export class WaitsEnd1796800000002 implements MigrationInterface {
  readonly name = 'WaitsEnd1796800000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE capacity.waiting ADD COLUMN waits_until timestamptz`);
    await runner.query(`UPDATE capacity.waiting SET waits_until = joined_at + interval '24 hours'`);
    // The default is for processes of the previous version, which do not know this column.
    await runner.query(`ALTER TABLE capacity.waiting ALTER COLUMN waits_until SET NOT NULL,
      ALTER COLUMN waits_until SET DEFAULT now() + interval '24 hours', DROP CONSTRAINT waiting_state`);
    await runner.query(
      `ALTER TABLE capacity.waiting ADD CONSTRAINT waiting_state CHECK (state IN ('WAITING', 'OFFERED', 'TAKEN', 'MISSED', 'LEFT', 'EXPIRED'))`,
    );
    await runner.query(`CREATE INDEX waiting_due ON capacity.waiting (waits_until) WHERE state = 'WAITING'`);
    await runner.query(`CREATE TABLE capacity.waiting_change (
      waiting_id uuid NOT NULL,
      version integer NOT NULL,
      state text NOT NULL,
      at timestamptz NOT NULL,
      subject text,
      CONSTRAINT waiting_change_pkey PRIMARY KEY (waiting_id, version))`);
    await runner.query('GRANT SELECT, INSERT ON capacity.waiting_change TO haven_capacity');
    await runner.query('REVOKE UPDATE, DELETE ON capacity.waiting_change FROM haven_capacity');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE capacity.waiting_change');
    await runner.query('DROP INDEX capacity.waiting_due');
    await runner.query(`UPDATE capacity.waiting SET state = 'MISSED' WHERE state = 'EXPIRED'`);
    await runner.query('ALTER TABLE capacity.waiting DROP COLUMN waits_until, DROP CONSTRAINT waiting_state');
    await runner.query(
      `ALTER TABLE capacity.waiting ADD CONSTRAINT waiting_state CHECK (state IN ('WAITING', 'OFFERED', 'TAKEN', 'MISSED', 'LEFT'))`,
    );
  }
}
