import type { NeedCategory } from '@haven/kernel';
import { rowsOf, type Prepared } from '@haven/persistence';
import type { NearestServices, Way } from '../../ports.js';
import { countriesAt } from '../../areas/country-of.js';
import { once } from '../../once.js';
import type { MatchRequest } from '../../request/request.js';
import { metServices, withServices, type MetRow } from './met-services.js';
import type { Reading } from './reading.js';
import {
  countryFits,
  orderFor,
  orders,
  origin,
  reach,
  roughly,
  roughlyWithin,
  spotColumns,
  spotNames,
  spots,
  spotValues,
  type Order,
} from './spots.js';

// $1 to $6 as in spots.ts; $7 countries of the origin; $8 places at most; $9 and $10 metres on the sphere from which on and up to which; $11 and $12 keys of what is spoken
const nearest = (open: string, order: Order): string => `
  WITH page AS MATERIALIZED (
         SELECT ${spotColumns}, is_only, ${reach} AS reach FROM matching.site
         WHERE category = $3 AND public.ST_DWithin(position, ${origin}, $10::float8, false) ${open} AND ${reach} >= $9::float8
         ORDER BY ${orders[order]} LIMIT $8),
       last AS (SELECT max(reach) AS reach, count(*)::int AS places FROM page),
       place AS (
         SELECT ${spotNames} FROM page WHERE is_only
         UNION ALL ${spots(`service_id IN (SELECT service_id FROM page WHERE NOT is_only) AND ${roughlyWithin}`)})
  ${withServices('SELECT place.*, last.reach, last.places FROM last CROSS JOIN place', ['$1', '$2', '$7'])}`;

const overlaps = (parameter: string): string => `speech OPERATOR(public.&&) ${parameter}::int[]`;
const open = `AND active AND NOT is_full AND ${countryFits}`;
/**
 * Conditions for the services that are read: all, those that may have room for somebody, and of these those that speak a language or do
 * not.
 */
const onTheWay = {
  ALL: '',
  OPEN: open,
  SPOKEN: `${open} AND ${overlaps('$11')} AND NOT ${overlaps('$12')}`,
  NOT_SPOKEN: `${open} AND NOT ${overlaps('$11')}`,
} as const;
type Met = keyof typeof onTheWay;

type Row = MetRow & { readonly reach: number; readonly places: number };

const statementOf = once((met: Met) =>
  once((order: Order): Prepared<Row> => ({ name: `match-nearest-${met}-${order}`, text: nearest(onTheWay[met], order) })),
);

/** The condition of a search, and its parameters. */
function metOn({ of, speech }: Way): { readonly met: Met; readonly keys: readonly (readonly number[])[] } {
  if (of === 'ALL' || !speech) return { met: of, keys: [] };
  const { any, none } = speech;
  return any ? { met: 'SPOKEN', keys: [any, none] } : { met: 'NOT_SPOKEN', keys: [none] };
}

/** The index measures on a sphere. A distance on the ellipsoid of WGS 84 is at least this fraction of it. */
const ofSphere = 0.994;

/** The next services, from the nearest on, at all of their places within the distance: one statement, so one moment. */
export async function nearestOf(through: Reading, request: MatchRequest, category: NeedCategory, way: Way): Promise<NearestServices> {
  const { met, keys } = metOn(way);
  const most = roughly(request.maxDistanceMeters);
  const upTo = Math.min(most, (way.upTo ?? Infinity) / ofSphere + 1);
  const values = [...spotValues(request, category), countriesAt(request.origin), way.places, way.from, upTo, ...keys];
  const rows = await rowsOf(through.reader, statementOf(met)(orderFor(request)), values);
  const [last] = rows;
  const full = last && last.places === way.places ? last.reach : null;
  const next = full ?? (upTo < most ? upTo : null);
  return { services: await metServices(through, request, rows, { within: true }), next, nextMeters: (next ?? Infinity) * ofSphere };
}
