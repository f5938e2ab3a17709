import type { MigrationInterface, QueryRunner } from 'typeorm';
import { lookAtAllAnew } from '../statements.js';

/**
 * "No men" was read as a house for men, and services of one organization with one phone were no pair under different names. The next start
 * checks every service again, and publishes those that changed.
 */
export class TurnedSayings1801600000001 implements MigrationInterface {
  readonly name = 'TurnedSayings1801600000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(lookAtAllAnew);
  }

  /** Services that were already checked stay as they are. */
  async down(): Promise<void> {}
}
