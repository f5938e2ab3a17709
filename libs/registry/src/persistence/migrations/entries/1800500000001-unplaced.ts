import type { MigrationInterface, QueryRunner } from 'typeorm';
import { lookAtAllAnew } from '../statements.js';

/**
 * What is known of where a service is goes out with it, when that is no point on the map: every service is looked at once more at the
 * next start, and published where it says another thing now.
 */
export class Unplaced1800500000001 implements MigrationInterface {
  readonly name = 'Unplaced1800500000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(lookAtAllAnew);
  }

  /** What was looked at stays as it is. */
  async down(): Promise<void> {}
}
