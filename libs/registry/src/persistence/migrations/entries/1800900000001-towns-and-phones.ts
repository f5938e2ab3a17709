import type { MigrationInterface, QueryRunner } from 'typeorm';
import { lookAtAllAnew } from '../statements.js';

/**
 * Places without a position are in their town, and phones are told as they are dialled: every service is looked at once more at the next
 * start, and published where it says another thing now.
 */
export class TownsAndPhones1800900000001 implements MigrationInterface {
  readonly name = 'TownsAndPhones1800900000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(lookAtAllAnew);
  }

  /** What was looked at stays as it is. */
  async down(): Promise<void> {}
}
