import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Decisions of coordinators about terms: a history, in which the latest for each target counts. */
export class TermDecisions1801100000001 implements MigrationInterface {
  readonly name = 'TermDecisions1801100000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE registry.term_decision (
      id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT term_decision_pkey PRIMARY KEY,
      kind text NOT NULL, key text NOT NULL, source text, service_id text, taxonomy text, name text,
      categories text[], persons text[], withdrawn boolean NOT NULL, services integer NOT NULL,
      decided_by text NOT NULL, decided_at timestamptz NOT NULL DEFAULT now(), is_current boolean NOT NULL DEFAULT true)`);
    await runner.query(`CREATE UNIQUE INDEX term_decision_current ON registry.term_decision
      (key, kind, coalesce(source, ''), coalesce(service_id, '')) WHERE is_current`);
    await runner.query('GRANT SELECT, INSERT, UPDATE ON registry.term_decision TO haven_registry');
    await runner.query('ALTER TABLE registry.unread_service ADD decision_id bigint');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE registry.unread_service DROP decision_id');
    await runner.query('DROP TABLE registry.term_decision');
  }
}
