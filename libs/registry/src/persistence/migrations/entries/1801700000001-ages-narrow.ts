import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A text that names only ages replaced what name and terms say about persons: "18+" made a women's shelter open to men. The next start reads
 * the texts of every service again, and publishes those that changed.
 */
export class AgesNarrow1801700000001 implements MigrationInterface {
  readonly name = 'AgesNarrow1801700000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('INSERT INTO registry.unread_service SELECT id FROM registry.service ON CONFLICT DO NOTHING');
  }

  /** Services that were already read stay as they are. */
  async down(): Promise<void> {}
}
