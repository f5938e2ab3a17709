import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Gaps of published entries, stored with each entry, because computing them for each answer would parse all entries. The next start reads
 * every service again, and stores them for existing entries.
 */
export class DirectoryQuality1801200000001 implements MigrationInterface {
  readonly name = 'DirectoryQuality1801200000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE registry.entry_quality (
      service_id text CONSTRAINT entry_quality_pkey PRIMARY KEY, is_active boolean NOT NULL, gaps text[] NOT NULL, verified_at timestamptz)`);
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON registry.entry_quality TO haven_registry');
    await runner.query('ALTER TABLE registry.source ADD imported_at timestamptz');
    await runner.query('INSERT INTO registry.unread_service SELECT id FROM registry.service ON CONFLICT DO NOTHING');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE registry.source DROP imported_at');
    await runner.query('DROP TABLE registry.entry_quality');
  }
}
