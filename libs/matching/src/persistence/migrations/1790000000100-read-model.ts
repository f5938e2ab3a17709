import { messagingTables } from '@haven/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The read model. It has no foreign keys, since beds may arrive before their service. */
export class MatchingReadModel1790000000100 implements MigrationInterface {
  name = 'MatchingReadModel1790000000100';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of messagingTables('matching')) await runner.query(sql);
    await runner.query(`CREATE TABLE matching.service (
      service_id text PRIMARY KEY, organization_id text NOT NULL, status text NOT NULL, active boolean NOT NULL,
      languages text[] NOT NULL, admission jsonb NOT NULL, service_area public.geometry(MultiPolygon, 4326), view jsonb NOT NULL)`);
    await runner.query(`CREATE TABLE matching.site (
      category text NOT NULL, service_id text NOT NULL, location_id text NOT NULL,
      position public.geography(Point, 4326) NOT NULL, latitude double precision NOT NULL, longitude double precision NOT NULL,
      cell text, country text, active boolean NOT NULL, PRIMARY KEY (category, service_id, location_id))`);
    await runner.query('CREATE INDEX site_by_category_and_position ON matching.site USING gist (category, position)');
    await runner.query('CREATE INDEX site_by_service ON matching.site (service_id)');
    // With room in each page, a new count stays beside the old one, without touching an index.
    await runner.query(`CREATE TABLE matching.bed_state (
      service_id text PRIMARY KEY, sequence integer NOT NULL, status text NOT NULL, confirmed_at text, pools jsonb NOT NULL, snapshot jsonb NOT NULL) WITH (fillfactor = 70)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE matching.service, matching.site, matching.bed_state');
  }
}
