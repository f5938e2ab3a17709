import type { MigrationInterface, QueryRunner } from 'typeorm';
import { lookAtAllAnew } from '../statements.js';

/**
 * Interpreters go out with a service: every service is looked at once more at the next start, and published where it says another
 * thing now, which is where it has any.
 */
export class Interpreters1800100000001 implements MigrationInterface {
  readonly name = 'Interpreters1800100000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(lookAtAllAnew);
  }

  /** What was looked at stays as it is. */
  async down(): Promise<void> {}
}
