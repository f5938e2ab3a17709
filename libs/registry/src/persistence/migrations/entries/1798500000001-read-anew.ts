import type { MigrationInterface, QueryRunner } from 'typeorm';
import { lookAtAllAnew } from '../statements.js';

/**
 * Ages, languages, countries and service areas are understood better than before: every service is looked at once more at the next
 * start, and published where it says another thing now.
 */
export class ReadAnew1798500000001 implements MigrationInterface {
  readonly name = 'ReadAnew1798500000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(lookAtAllAnew);
  }

  /** What was looked at stays as it is. */
  async down(): Promise<void> {}
}
