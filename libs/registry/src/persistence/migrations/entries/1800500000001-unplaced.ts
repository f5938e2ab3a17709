import type { MigrationInterface, QueryRunner } from 'typeorm';
import { lookAtAllAnew } from '../statements.js';

/**
 * A service without a point on the map is published with the known facts of its area. The next start checks every service again, and
 * publishes those that changed.
 */
export class Unplaced1800500000001 implements MigrationInterface {
  readonly name = 'Unplaced1800500000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(lookAtAllAnew);
  }

  /** Services that were already checked stay as they are. */
  async down(): Promise<void> {}
}
