import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Signs of published entries for finding pairs, and the decisions about pairs. The next start reads every service again, and stores the
 * signs of existing entries.
 */
export class ServicePairs1801400000001 implements MigrationInterface {
  readonly name = 'ServicePairs1801400000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE registry.entry_likeness (
      sign text, service_id text, CONSTRAINT entry_likeness_pkey PRIMARY KEY (sign, service_id))`);
    await runner.query('CREATE INDEX entry_likeness_by_service ON registry.entry_likeness (service_id)');
    await runner.query(`CREATE TABLE registry.service_pair (
      one_id text, other_id text, state text NOT NULL, gone_id text, decided_by text NOT NULL, decided_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT service_pair_pkey PRIMARY KEY (one_id, other_id))`);
    await runner.query('CREATE INDEX service_pair_by_gone ON registry.service_pair (gone_id)');
    await runner.query('GRANT SELECT, INSERT, DELETE ON registry.entry_likeness TO haven_registry');
    await runner.query('GRANT SELECT, INSERT, UPDATE ON registry.service_pair TO haven_registry');
    await runner.query('INSERT INTO registry.unread_service SELECT id FROM registry.service ON CONFLICT DO NOTHING');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE registry.service_pair');
    await runner.query('DROP TABLE registry.entry_likeness');
  }
}
