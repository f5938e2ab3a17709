import type { MigrationInterface, QueryRunner } from 'typeorm';
import { lookAtAllAnew } from '../statements.js';

/** A postal code tells where a place is, and where it is not. The next start checks every service again, and publishes those that changed. */
export class PostalCodes1801500000001 implements MigrationInterface {
  readonly name = 'PostalCodes1801500000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(lookAtAllAnew);
  }

  /** Services that were already checked stay as they are. */
  async down(): Promise<void> {}
}
