import type { MigrationInterface, QueryRunner } from 'typeorm';
import { lookAtAllAnew } from '../statements.js';

const up = [
  // One row for each record. The previous version had one row for each place; the start of the registry moves those, with the keys.
  'ALTER TABLE vault.location RENAME TO record',
  'ALTER TABLE vault.record RENAME COLUMN location_id TO key',
  'ALTER TABLE vault.record RENAME CONSTRAINT location_pkey TO record_pkey',
  'ALTER TABLE vault.record ADD COLUMN object text, ADD COLUMN id text, ADD COLUMN source text, ADD COLUMN origin text',
  'DROP TABLE vault.member',
  'CREATE TABLE registry.confidential_organization (organization_id text CONSTRAINT confidential_organization_pkey PRIMARY KEY)',
  'GRANT SELECT, INSERT, UPDATE, DELETE ON registry.confidential_organization TO haven_registry',
  // A repeated answer is rendered again.
  `UPDATE registry.idempotent_answer SET answer = jsonb_build_object('kind', 'Entry', 'serviceId', answer->'id', 'version', answer->'version')
     WHERE jsonb_typeof(answer) = 'object' AND answer ? 'hsds'`,
  'DROP INDEX registry.attribute_unplaced',
  'DROP INDEX registry.metadata_unplaced',
  'DROP INDEX registry.metadata_of_places',
  lookAtAllAnew,
];

/** Records that can reveal a place are sealed by their kind. Publishing a service decides whether a place is confidential. */
export class SealedByKind1800300000001 implements MigrationInterface {
  readonly name = 'SealedByKind1800300000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  /** SQL cannot open what is sealed. */
  async down(): Promise<void> {
    throw new Error('Restore the backup that was made before the upgrade.');
  }
}
