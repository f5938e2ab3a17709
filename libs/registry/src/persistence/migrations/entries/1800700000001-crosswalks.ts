import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Categories come from crosswalks and rules from eligibility terms, for earlier imports, too. The next start reads the texts of every
 * service again. No statement here can do that, because records that can reveal a place are sealed.
 */
export class Crosswalks1800700000001 implements MigrationInterface {
  readonly name = 'Crosswalks1800700000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE registry.unread_service (service_id text CONSTRAINT unread_service_pkey PRIMARY KEY)');
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON registry.unread_service TO haven_registry');
    await runner.query('INSERT INTO registry.unread_service SELECT id FROM registry.service');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE registry.unread_service');
  }
}
