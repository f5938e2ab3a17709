import type { MigrationInterface, QueryRunner } from 'typeorm';
import { lookAtAllAnew } from '../statements.js';

/** Services are published with interpreters. The next start checks every service again, and publishes those that have any. */
export class Interpreters1800100000001 implements MigrationInterface {
  readonly name = 'Interpreters1800100000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(lookAtAllAnew);
  }

  /** Services that were already checked stay as they are. */
  async down(): Promise<void> {}
}
