import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Unclear terms of published entries, stored with each entry. The next start reads the texts of every service again, and stores them for
 * existing entries.
 */
export class UnclearTerms1801000000001 implements MigrationInterface {
  readonly name = 'UnclearTerms1801000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE registry.unclear_term (
      service_id text, kind text, key text, taxonomy text, code text, name text NOT NULL, lacks boolean NOT NULL,
      CONSTRAINT unclear_term_pkey PRIMARY KEY (service_id, kind, key))`);
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON registry.unclear_term TO haven_registry');
    await runner.query('INSERT INTO registry.unread_service SELECT id FROM registry.service ON CONFLICT DO NOTHING');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE registry.unclear_term');
  }
}
