import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Interpreters. Phones are stored already; the registry publishes the services again that have other interpreters. */
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
