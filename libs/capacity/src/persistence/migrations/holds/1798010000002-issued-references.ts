import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Haven issues new case references, so it must find existing ones. References from callers stay as they are. */
export class IssuedReferences1798010000002 implements MigrationInterface {
  readonly name = 'IssuedReferences1798010000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX hold_by_case ON capacity.hold (case_reference)');
    await runner.query('CREATE INDEX waiting_by_case ON capacity.waiting (case_reference)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX capacity.hold_by_case');
    await runner.query('DROP INDEX capacity.waiting_by_case');
  }
}
