import type { MigrationInterface, QueryRunner } from 'typeorm';

/** New places from directories wait for review if their organization has a confidential one. */
export class PlaceReviews1800400000001 implements MigrationInterface {
  readonly name = 'PlaceReviews1800400000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE registry.place_review (
      location_id text CONSTRAINT place_review_pkey PRIMARY KEY,
      organization_id text NOT NULL, source text NOT NULL, since timestamptz NOT NULL DEFAULT now(),
      state text NOT NULL)`);
    await runner.query(`CREATE INDEX place_review_in_order ON registry.place_review (since, location_id) WHERE state = 'WAITING'`);
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON registry.place_review TO haven_registry');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE registry.place_review');
  }
}
