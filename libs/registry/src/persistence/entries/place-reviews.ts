import type { EntityManager } from 'typeorm';
import type { PlaceReviews, WaitingPlace } from '../../ports.js';
import { instantText } from '../instant-text.js';
import { pageOf } from '../page-of.js';

/** Whether a row `r` of `place_review` waits for a coordinator. */
export const isWaiting = `state = 'WAITING' AND NOT EXISTS (SELECT 1 FROM registry.confidential_location c WHERE c.location_id = r.location_id)`;

/** Places that wait for a coordinator, within one transaction. */
export const placeReviews = (tx: EntityManager): PlaceReviews => ({
  add: async (places) => {
    const rows = await tx.query<{ location_id: string }[]>(
      `INSERT INTO registry.place_review (location_id, organization_id, source, state)
       SELECT "locationId", "organizationId", source, 'WAITING'
         FROM json_to_recordset($1::json) AS given ("locationId" text, "organizationId" text, source text)
       ON CONFLICT DO NOTHING RETURNING location_id`,
      [JSON.stringify(places)],
    );
    return rows.map(({ location_id: id }) => id);
  },
  decided: async (locationIds) => {
    const rows = await tx.query<{ location_id: string; state: 'WAITING' | 'PUBLIC' | 'REFUSED' }[]>(
      'SELECT location_id, state FROM registry.place_review WHERE location_id = ANY($1::text[])',
      [locationIds],
    );
    return new Map(rows.map((row) => [row.location_id, row.state]));
  },
  decide: async (locationIds, state) => {
    await tx.query('UPDATE registry.place_review SET state = $2 WHERE location_id = ANY($1::text[])', [locationIds, state]);
  },
  lock: async (locationId) => {
    const [row] = await tx.query<WaitingPlace[]>(`${selected} WHERE r.location_id = $1 AND ${isWaiting} FOR UPDATE`, [locationId]);
    return row ?? null;
  },
  page: async (after, first) => {
    const [{ n }] = await tx.query<[{ n: number }]>(`SELECT count(*)::int AS n FROM registry.place_review r WHERE ${isWaiting}`);
    const rows = await tx.query<WaitingPlace[]>(
      `${selected} WHERE ${isWaiting} AND (since, location_id) > ($1::timestamptz, $2) ORDER BY since, location_id LIMIT $3`,
      [after?.since ?? '-infinity', after?.locationId ?? '', first + 1],
    );
    return pageOf(rows, first, n);
  },
});

const selected = `SELECT location_id AS "locationId", organization_id AS "organizationId", source,
  ${instantText('since', 'US')} AS since FROM registry.place_review r`;
