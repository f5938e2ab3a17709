import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * "No men" was read as a house for men, and services of one organization with one phone were no pair under different names. The next start
 * reads the texts of every service again, and publishes those that changed.
 */
export class TurnedSayings1801600000001 implements MigrationInterface {
  readonly name = 'TurnedSayings1801600000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('INSERT INTO registry.unread_service SELECT id FROM registry.service ON CONFLICT DO NOTHING');
  }

  /** Services that were already read stay as they are. */
  async down(): Promise<void> {}
}
