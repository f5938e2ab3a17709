import { deliveryAttemptTable, messagingTables, outboxTraceColumn } from '@haven/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { MatchingDemand1800200000003 } from './demand/demand-migration.js';
import { MatchingBesidePlaces1800400000003 } from './beside-places-migration.js';
import { MatchingUnplaced1800500000003 } from './unplaced-migration.js';

/** The read model: no foreign keys, since beds may be heard of before their service. */
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
    // Room in each page lets a new count stay beside the old one, without touching an index.
    await runner.query(`CREATE TABLE matching.bed_state (
      service_id text PRIMARY KEY, sequence integer NOT NULL, status text NOT NULL, confirmed_at text, pools jsonb NOT NULL, snapshot jsonb NOT NULL) WITH (fillfactor = 70)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE matching.service, matching.site, matching.bed_state');
  }
}

/** Counts tries of events. */
export class MatchingDeliveryAttempts1795700000100 implements MigrationInterface {
  name = 'MatchingDeliveryAttempts1795700000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(deliveryAttemptTable('matching'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE matching.delivery_attempt');
  }
}

/** Its outbox, which holds nothing yet, has the columns of the others. */
export class MatchingOutboxTraces1795800000100 implements MigrationInterface {
  name = 'MatchingOutboxTraces1795800000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(outboxTraceColumn('matching'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE matching.outbox DROP COLUMN traceparent');
  }
}

const withNumbers = (pools: string): string =>
  `(SELECT coalesce(jsonb_agg(pool || jsonb_build_object('name', 'Room ' || n) ORDER BY n), '[]') FROM jsonb_array_elements(${pools}) WITH ORDINALITY AS p(pool, n))`;

/** What rooms are called is their staff's: what was heard before is forgotten at once, also where it waits to be applied. */
export class MatchingRoomNames1798000000003 implements MigrationInterface {
  name = 'MatchingRoomNames1798000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE matching.bed_state SET snapshot = jsonb_set(snapshot, '{pools}', ${withNumbers(`snapshot->'pools'`)})`);
    await runner.query(`UPDATE matching.parked_event SET event = jsonb_set(event, '{data,pools}', ${withNumbers(`event->'data'->'pools'`)})
      WHERE topic = 'haven.capacity.availability.v1' AND jsonb_typeof(event->'data'->'pools') = 'array'`);
  }

  /** They are not known any more. */
  async down(): Promise<void> {}
}

/** Areas that are countries, and areas that are not clear. What is known already is told anew by the registry where it is one. */
export class MatchingServiceAreas1798500000003 implements MigrationInterface {
  name = 'MatchingServiceAreas1798500000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE matching.service
      ADD COLUMN area_countries text[] NOT NULL DEFAULT '{}', ADD COLUMN area_unclear boolean NOT NULL DEFAULT false`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE matching.service DROP COLUMN area_countries, DROP COLUMN area_unclear');
  }
}

/** Opening hours. What is known already is told anew by the registry where it has any. */
export class MatchingHours1799000000003 implements MigrationInterface {
  name = 'MatchingHours1799000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE matching.service ADD COLUMN hours jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE matching.service DROP COLUMN hours');
  }
}

/** Interpreters. Phones are known already; what else there is the registry tells anew. */
export class MatchingInterpreters1800100000003 implements MigrationInterface {
  name = 'MatchingInterpreters1800100000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE matching.service ADD COLUMN interpreters jsonb NOT NULL DEFAULT '[]'`);
    await runner.query(`UPDATE matching.service SET interpreters = spoken.by_phone FROM (
      SELECT service_id, jsonb_agg(jsonb_build_object('language', language, 'by', 'PHONE')) AS by_phone
      FROM matching.service, jsonb_array_elements(view->'phones') AS phone, jsonb_array_elements_text(phone->'languages') AS language
      GROUP BY service_id) AS spoken WHERE spoken.service_id = service.service_id`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE matching.service DROP COLUMN interpreters');
  }
}

/** Where nothing is to be had for anybody: every bed is taken, or the door is closed. What is not known is not full. */
const isFull = `status <> 'UNKNOWN' AND (status = 'NO_CAPACITY'
  OR pools <> '[]' AND NOT EXISTS (SELECT FROM jsonb_array_elements(pools) AS pool WHERE (pool->>'free')::int > 0))`;

/** A match passes full shelters by: nine of ten may be full. */
export class MatchingOpenSites1800300000003 implements MigrationInterface {
  name = 'MatchingOpenSites1800300000003';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['bed_state', 'site'])
      await runner.query(`ALTER TABLE matching.${table} ADD COLUMN is_full boolean NOT NULL DEFAULT false`);
    await runner.query(`UPDATE matching.bed_state SET is_full = ${isFull}`);
    await runner.query(`UPDATE matching.site SET is_full = true
      WHERE category = 'ACCOMMODATION' AND service_id IN (SELECT service_id FROM matching.bed_state WHERE is_full)`);
    await runner.query('CREATE INDEX site_open ON matching.site USING gist (category, position) WHERE active AND NOT is_full');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['bed_state', 'site']) await runner.query(`ALTER TABLE matching.${table} DROP COLUMN is_full`);
  }
}

/** Migrations of the context, in order. */
export const matchingMigrations = [
  MatchingReadModel1790000000100,
  MatchingDeliveryAttempts1795700000100,
  MatchingOutboxTraces1795800000100,
  MatchingRoomNames1798000000003,
  MatchingServiceAreas1798500000003,
  MatchingHours1799000000003,
  MatchingInterpreters1800100000003,
  MatchingDemand1800200000003,
  MatchingOpenSites1800300000003,
  MatchingBesidePlaces1800400000003,
  MatchingUnplaced1800500000003,
];
