import type { MigrationInterface, QueryRunner } from 'typeorm';
import { lookAtAllAnew } from '../statements.js';

/**
 * Places without a position are shown in their town, and phones in the form that can be dialled. The next start checks every service again,
 * and publishes those that changed.
 */
export class TownsAndPhones1800900000001 implements MigrationInterface {
  readonly name = 'TownsAndPhones1800900000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(lookAtAllAnew);
  }

  /** Services that were already checked stay as they are. */
  async down(): Promise<void> {}
}
