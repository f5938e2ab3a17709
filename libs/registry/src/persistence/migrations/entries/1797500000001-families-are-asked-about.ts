import type { MigrationInterface, QueryRunner } from 'typeorm';

// Only these texts became clauses that admit people only when accompanied.
const madeOfFamilies = `a.link_entity = 'service' AND a.label = 'Worked out by Haven on import' AND a.value LIKE '{"genders":%'`;

/**
 * Rules that an import derived from "Families with children" admitted lone adults. They are removed, and a match asks. The next start
 * publishes the services again. Rules that a directory or a person here stated stay.
 */
export class FamiliesAreAskedAbout1797500000001 implements MigrationInterface {
  readonly name = 'FamiliesAreAskedAbout1797500000001';

  async up(runner: QueryRunner): Promise<void> {
    // The update waits for a publisher that has the row and may have read the old rule. So the new entry in the queue is not cleared with
    // the old one.
    await runner.query(`WITH families AS (SELECT DISTINCT a.link_id AS service_id FROM registry.attribute a
        WHERE ${madeOfFamilies} AND a.value LIKE '%"accompaniedOnly":true%'),
      gone AS (DELETE FROM registry.attribute a USING families f WHERE a.link_id = f.service_id AND ${madeOfFamilies} RETURNING a.id),
      unlinked AS (DELETE FROM registry.hsds_link l USING gone
        WHERE (l.child_object, l.child_id) = ('attribute', gone.id) OR (l.parent_object, l.parent_id) = ('attribute', gone.id))
      INSERT INTO registry.dirty_service (service_id) SELECT service_id FROM families ORDER BY service_id
        ON CONFLICT (service_id) DO UPDATE SET service_id = excluded.service_id`);
  }

  /** There is no reason to restore them. */
  async down(): Promise<void> {}
}
