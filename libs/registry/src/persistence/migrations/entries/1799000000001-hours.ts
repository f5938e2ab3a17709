import type { MigrationInterface, QueryRunner } from 'typeorm';
import { lookAtAllAnew } from '../statements.js';

/** Services are published with opening hours. The next start checks every service again, and publishes those that have hours. */
export class Hours1799000000001 implements MigrationInterface {
  readonly name = 'Hours1799000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(lookAtAllAnew);
  }

  /** Services that were already checked stay as they are. */
  async down(): Promise<void> {}
}
