import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A text that names only ages replaced what name and terms say about persons: "18+" made a women's shelter open to men. The next start reads
 * the texts of every service again. Names of services with a confidential place could repeat its street: these are published again, and the
 * files are rewritten.
 */
export class NamesAndAges1801700000001 implements MigrationInterface {
  readonly name = 'NamesAndAges1801700000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('INSERT INTO registry.unread_service SELECT id FROM registry.service ON CONFLICT DO NOTHING');
    await runner.query(
      `INSERT INTO registry.dirty_service (service_id) SELECT service_id FROM registry.service_entry
       WHERE (view->>'confidential')::boolean AND NOT withdrawn ORDER BY service_id ON CONFLICT DO NOTHING`,
    );
    await runner.query(
      'INSERT INTO registry.leftover SELECT WHERE EXISTS (SELECT FROM registry.confidential_location) ON CONFLICT DO NOTHING',
    );
  }

  /** Services that were already read or published stay as they are. */
  async down(): Promise<void> {}
}
