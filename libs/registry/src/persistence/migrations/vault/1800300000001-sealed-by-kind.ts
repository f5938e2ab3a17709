import type { MigrationInterface, QueryRunner } from 'typeorm';
import { lookAtAllAnew } from '../statements.js';

const up = [
  // One row for each record. The rows of the version before are one for each place; they are moved when the registry starts, with the keys.
  'ALTER TABLE vault.location RENAME TO record',
  'ALTER TABLE vault.record RENAME COLUMN location_id TO key',
  'ALTER TABLE vault.record RENAME CONSTRAINT location_pkey TO record_pkey',
  'ALTER TABLE vault.record ADD COLUMN object text, ADD COLUMN id text, ADD COLUMN source text, ADD COLUMN origin text',
  'DROP TABLE vault.member',
  'CREATE TABLE registry.confidential_organization (organization_id text CONSTRAINT confidential_organization_pkey PRIMARY KEY)',
  'GRANT SELECT, INSERT, UPDATE, DELETE ON registry.confidential_organization TO haven_registry',
  // An answer is rendered anew when it is given again.
  `UPDATE registry.idempotent_answer SET answer = jsonb_build_object('kind', 'Entry', 'serviceId', answer->'id', 'version', answer->'version')
     WHERE jsonb_typeof(answer) = 'object' AND answer ? 'hsds'`,
  'DROP INDEX registry.attribute_unplaced',
  'DROP INDEX registry.metadata_unplaced',
  'DROP INDEX registry.metadata_of_places',
  lookAtAllAnew,
];

/** Records that can tell a place are sealed by their kind; whether a place is confidential is decided when its services are published. */
export class SealedByKind1800300000001 implements MigrationInterface {
  readonly name = 'SealedByKind1800300000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of up) await runner.query(sql);
  }

  /** What is sealed by its kind cannot be opened by SQL. */
  async down(): Promise<void> {
    throw new Error('Restore the backup that was made before the upgrade.');
  }
}
