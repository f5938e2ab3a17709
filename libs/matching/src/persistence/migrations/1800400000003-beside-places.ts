import type { MigrationInterface, QueryRunner } from 'typeorm';
import { speechKeysOf } from '../../judging/talk/speech-keys.js';
import type { ServiceRow } from '../entities.js';

type Speakers = Pick<ServiceRow, 'languages' | 'interpreters'> & { readonly service_id: string };

const batch = 5_000;

/**
 * Stores beside each place what a search needs of its service: the languages there, with an index for the case that few speak a language;
 * the version of the service; whether it has an area, and other places.
 */
export class MatchingBesidePlaces1800400000003 implements MigrationInterface {
  name = 'MatchingBesidePlaces1800400000003';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['service', 'bed_state', 'site'])
      await runner.query(`ALTER TABLE matching.${table} ADD COLUMN version text NOT NULL DEFAULT ''`);
    await runner.query(`ALTER TABLE matching.site ADD COLUMN speech integer[] NOT NULL DEFAULT '{}',
      ADD COLUMN has_area boolean NOT NULL DEFAULT true, ADD COLUMN is_only boolean NOT NULL DEFAULT false`);
    for (const table of ['service', 'bed_state']) await runner.query(`UPDATE matching.${table} SET version = gen_random_uuid()`);
    for (let last: string | undefined = ''; last !== undefined;) last = await tell(runner, last);
    await runner.query('DROP INDEX matching.site_open');
    await runner.query(`CREATE INDEX site_open ON matching.site USING gist (category, position, speech public.gist__intbig_ops (siglen = 12))
      WHERE active AND NOT is_full`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE matching.site DROP COLUMN speech, DROP COLUMN has_area, DROP COLUMN is_only');
    for (const table of ['service', 'bed_state', 'site']) await runner.query(`ALTER TABLE matching.${table} DROP COLUMN version`);
    await runner.query('CREATE INDEX site_open ON matching.site USING gist (category, position) WHERE active AND NOT is_full');
  }
}

/** Fills the new columns for the places of the next services, and returns the id of the last one. */
async function tell(runner: QueryRunner, after: string): Promise<string | undefined> {
  const services: Speakers[] = await runner.query(
    `SELECT service_id, languages, interpreters FROM matching.service WHERE service_id > $1 ORDER BY service_id LIMIT ${batch}`,
    [after],
  );
  const spoken = services.map((service) => ({ service_id: service.service_id, speech: speechKeysOf(service) }));
  await runner.query(
    `UPDATE matching.site SET speech = spoken.speech, version = service.version,
       has_area = service_area IS NOT NULL OR area_countries <> '{}' OR area_unclear,
       is_only = (SELECT count(DISTINCT other.location_id) = 1 FROM matching.site AS other WHERE other.service_id = service.service_id)
     FROM jsonb_to_recordset($1::jsonb) AS spoken (service_id text, speech integer[]) JOIN matching.service USING (service_id)
     WHERE site.service_id = spoken.service_id`,
    [JSON.stringify(spoken)],
  );
  return services.at(-1)?.service_id;
}
