import type { MigrationInterface, QueryRunner } from 'typeorm';
import { lookAtAllAnew } from '../statements.js';

/**
 * Haven understands ages, languages, countries and service areas better than before. The next start checks every service again, and
 * publishes those that changed.
 */
export class ReadAnew1798500000001 implements MigrationInterface {
  readonly name = 'ReadAnew1798500000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(lookAtAllAnew);
  }

  /** Services that were already checked stay as they are. */
  async down(): Promise<void> {}
}
