import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why an intake is closed, and until when. When it reopens by itself, the change has no subject. */
export class ClosedForATime1799000000002 implements MigrationInterface {
  readonly name = 'ClosedForATime1799000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['intake', 'intake_change'])
      await runner.query(`ALTER TABLE capacity.${table} ADD COLUMN closed_because text, ADD COLUMN closed_until timestamptz`);
    await runner.query('ALTER TABLE capacity.intake_change ALTER COLUMN subject DROP NOT NULL');
    await runner.query('CREATE INDEX intake_due ON capacity.intake (closed_until) WHERE NOT open AND closed_until IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX capacity.intake_due');
    await runner.query(`UPDATE capacity.intake_change SET subject = '' WHERE subject IS NULL`);
    await runner.query('ALTER TABLE capacity.intake_change ALTER COLUMN subject SET NOT NULL');
    for (const table of ['intake', 'intake_change'])
      await runner.query(`ALTER TABLE capacity.${table} DROP COLUMN closed_because, DROP COLUMN closed_until`);
  }
}
