import type { MigrationInterface, QueryRunner } from 'typeorm';
import { lookAtAllAnew } from '../statements.js';

/**
 * A service with a confidential place is published by named fields, and with its texts only once they are released. The next start checks
 * every service again.
 */
export class ReleasedTexts1800200000001 implements MigrationInterface {
  readonly name = 'ReleasedTexts1800200000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE TABLE registry.released_text (service_id text CONSTRAINT released_text_pkey PRIMARY KEY, digest text NOT NULL)',
    );
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON registry.released_text TO haven_registry');
    await runner.query(lookAtAllAnew);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE registry.released_text');
  }
}
