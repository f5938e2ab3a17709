import type { ServiceView } from '@haven/events';
import type { EntityManager } from 'typeorm';
import { pageOf } from '../page-of.js';
import { entryConditions } from './entry-conditions.js';
import { type BoundingBox, type ServicePage, type ServiceQuery } from '../../search/service-query.js';

interface FullRow {
  readonly n: number;
  readonly view: ServiceView;
  readonly sort_name: string;
}

/** Only the count if the page is empty. */
type Row = FullRow | { readonly n: number; readonly view: null };

/** One page of entries by name, then id. This order does not change when entries come and go, so cursors stay valid. */
export async function pageOfEntries(tx: EntityManager, query: ServiceQuery): Promise<ServicePage> {
  const { where, parameters } = conditionsOf(query);
  const after = query.after
    ? ` AND (sort_name COLLATE "C", service_id COLLATE "C") > ($${parameters.length + 1}, $${parameters.length + 2})`
    : '';
  // One statement, so that page and count are consistent, and to save a round trip.
  const found = await tx.query<[Row, ...Row[]]>(
    `SELECT n, view, sort_name
     FROM (SELECT count(*)::int AS n FROM registry.service_entry WHERE ${where}) AS counted
     LEFT JOIN (SELECT view, sort_name, service_id FROM registry.service_entry WHERE ${where}${after}
                ORDER BY sort_name COLLATE "C", service_id COLLATE "C" LIMIT ${Math.trunc(query.first) + 1}) AS page ON true
     ORDER BY sort_name COLLATE "C", service_id COLLATE "C"`,
    query.after ? [...parameters, query.after.sortName, query.after.id] : parameters,
  );
  const entries = found.filter((row): row is FullRow => row.view !== null);
  const rows = entries.map(({ view, sort_name }) => ({ view, cursor: { sortName: sort_name, id: view.id } }));
  return pageOf(rows, query.first, found[0].n);
}

function conditionsOf(query: ServiceQuery): { where: string; parameters: unknown[] } {
  const { conditions, parameters, bind } = entryConditions(query);
  if (query.categories) conditions.push(`categories && ${bind(query.categories)}::text[]`);
  if (query.languages) conditions.push(`languages && ${bind(query.languages)}::text[]`);
  if (query.country) conditions.push(`countries @> ARRAY[${bind(query.country)}::text]`);
  if (query.within) conditions.push(`(${within(query.within, bind)})`);
  return { where: conditions.join(' AND '), parameters };
}

/** A box across the antimeridian is two boxes. */
function within({ south, west, north, east }: BoundingBox, bind: (value: unknown) => string): string {
  const boxes =
    west <= east
      ? [[west, east]]
      : [
          [west, 180],
          [-180, east],
        ];
  return boxes
    .map(([from, to]) => [from, south, to, north].map((value) => `${bind(value)}::float8`).join(', '))
    .map((corners) => `public.ST_Intersects(positions, public.ST_MakeEnvelope(${corners}, 4326))`)
    .join(' OR ');
}
