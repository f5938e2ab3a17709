import type { MigrationInterface, QueryRunner } from 'typeorm';
import { lookAtAllAnew } from '../statements.js';

/**
 * If a service has no point on the map, it is published with what is known of its area. The next start checks every service again, and
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
