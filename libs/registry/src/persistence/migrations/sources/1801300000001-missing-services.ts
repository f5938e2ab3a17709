import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which services the files of each source had, and which of them the newest file lacks. A service that somebody here has changed may have
 * been entered here, so it is listed only once a later file has it.
 */
export class MissingServices1801300000001 implements MigrationInterface {
  readonly name = 'MissingServices1801300000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE registry.listed_service (
      service_id text, source text, run text NOT NULL, state text NOT NULL, since timestamptz NOT NULL DEFAULT now(), decided_by text,
      CONSTRAINT listed_service_pkey PRIMARY KEY (service_id, source))`);
    await runner.query(
      `CREATE INDEX listed_service_missing ON registry.listed_service (since, service_id COLLATE "C") WHERE state = 'MISSING'`,
    );
    await runner.query('GRANT SELECT, INSERT, UPDATE ON registry.listed_service TO haven_registry');
    await runner.query(`INSERT INTO registry.listed_service (service_id, source, run, state)
      SELECT id, haven_source, '', 'LISTED' FROM registry.service WHERE haven_source <> 'haven'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE registry.listed_service');
  }
}
