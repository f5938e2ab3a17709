// Fills a read model: a few thousand services through the consumer of events, as usual, and copies of these by the database.
import { randomUUID } from 'node:crypto';
import { availabilityTopic, availabilityType, serviceSnapshotType, serviceTopic } from '@haven/events';
import { matchingConsumer } from '@haven/matching';
import { randomOf } from '@haven/test/reference/requests/random';
import { cityFor, pointIn } from './cities.mjs';
import { templates } from './templates.mjs';

export const templateCount = 4_800;
const batch = 50_000;

const eventOf = (topic, type, key, data, now) => ({
  ...{ id: randomUUID(), topic, key, type, sequence: 1, time: now.toISOString(), correlationId: null, data },
});

/** Stores `count` services in cities of different sizes, the same ones each time. */
export async function fill(database, count, now) {
  const { next: random } = randomOf(20_261_130);
  await database.transaction(async (tx) => {
    for (const { service, beds } of templates(random, templateCount, now)) {
      const { id } = service.service;
      await matchingConsumer.apply(tx, eventOf(serviceTopic, serviceSnapshotType, id, service, now));
      if (beds) await matchingConsumer.apply(tx, eventOf(availabilityTopic, availabilityType, id, beds, now));
    }
  });
  const ask = (sql, values) => database.dataSource.query(sql, values);
  const indexes = await takeIndexes(ask);
  for (let from = 0; from < count; from += batch) {
    const places = Array.from({ length: Math.min(batch, count - from) }, () => {
      const city = cityFor(random);
      return { ...pointIn(random, city), country: city.country };
    });
    const values = [places.map((one) => one.latitude), places.map((one) => one.longitude), places.map((one) => one.country)];
    for (const sql of copies) await ask(sql, [...values, from, templateCount]);
  }
  for (const table of ['site', 'bed_state', 'service']) await ask(`DELETE FROM matching.${table} WHERE service_id LIKE 't%'`);
  for (const sql of indexes) await ask(sql);
  await ask('VACUUM ANALYZE');
}

/** Drops indexes that are quicker to make at the end; returns how to make them. */
async function takeIndexes(ask) {
  const rows = await ask(`SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'matching' AND indexdef LIKE '%gist%'`);
  for (const { indexname } of rows) await ask(`DROP INDEX matching.${indexname}`);
  return rows.map(({ indexdef }) => indexdef);
}

/** $1 to $3: the place; $4: number of the first; $5: how many to copy. */
const place = `
  WITH place AS (
    SELECT 's' || ($4::int + n) AS id, 't' || (($4::int + n) % $5::int) AS template, 'o' || (($4::int + n) % 30000) AS organization,
           latitude, longitude, country
    FROM unnest($1::float8[], $2::float8[], $3::text[]) WITH ORDINALITY AS place (latitude, longitude, country, n))`;

const columnsOf = {
  service: {
    service_id: 'place.id',
    version: 'md5(place.id)',
    organization_id: 'organization',
    view: `view || jsonb_build_object('id', place.id, 'locations', jsonb_build_array(view->'locations'->0 ||
             jsonb_build_object('id', place.id || '-0', 'latitude', latitude, 'longitude', longitude, 'country', country)))`,
  },
  site: {
    service_id: 'place.id',
    version: 'md5(place.id)',
    location_id: `place.id || '-0'`,
    position: 'public.ST_SetSRID(public.ST_MakePoint(place.longitude, place.latitude), 4326)::public.geography',
    latitude: 'place.latitude',
    longitude: 'place.longitude',
    country: 'place.country',
  },
  bed_state: {
    service_id: 'place.id',
    version: 'md5(place.id)',
    snapshot: `jsonb_set(snapshot, '{serviceId}', to_jsonb(place.id))`,
  },
};

/** Other columns of a row are those of the template. */
const kept = {
  service: 'status, active, languages, interpreters, admission, service_area, area_countries, area_unclear, hours',
  site: 'category, cell, active, is_full, speech, has_area, is_only',
  bed_state: 'sequence, status, confirmed_at, pools, is_full',
};

const copies = Object.entries(columnsOf).map(([table, made]) => {
  const source = kept[table].split(', ').map((name) => `source.${name}`);
  return `INSERT INTO matching.${table} (${Object.keys(made).join(', ')}, ${kept[table]})
    ${place} SELECT ${Object.values(made).join(', ')}, ${source.join(', ')}
    FROM place JOIN matching.${table} AS source ON source.service_id = place.template`;
});
