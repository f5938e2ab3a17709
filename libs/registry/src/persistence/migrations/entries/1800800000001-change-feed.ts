import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When an entry was last published with new content, and in which transaction. The transaction number gives the order in which a reader can
 * rely on the changes. Existing entries count as changed now.
 */
export class ChangeFeed1800800000001 implements MigrationInterface {
  readonly name = 'ChangeFeed1800800000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE registry.service_entry
      ADD modified_at timestamptz NOT NULL DEFAULT now(), ADD changed_in bigint NOT NULL DEFAULT pg_current_xact_id()::text::bigint`);
    await runner.query('ALTER TABLE registry.service_entry ALTER modified_at DROP DEFAULT, ALTER changed_in DROP DEFAULT');
    await runner.query('CREATE INDEX service_entry_by_change ON registry.service_entry (changed_in, service_id COLLATE "C")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE registry.service_entry DROP modified_at, DROP changed_in');
  }
}
