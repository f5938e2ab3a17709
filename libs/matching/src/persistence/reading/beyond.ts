import type { NeedCategory } from '@haven/kernel';
import { rowsOf, type Prepared } from '@haven/persistence';
import type { MetService } from '../../ports.js';
import { countriesAt } from '../../areas/country-of.js';
import { limits } from '../../request/read-request.js';
import type { MatchRequest } from '../../request/request.js';
import { metServices, withServices, type MetRow } from './met-services.js';
import type { Reading } from './reading.js';
import { countryFits, orderFor, orders, origin, reach, spots, spotValues, type Order } from './spots.js';

/** The most places beyond the distance that are read. */
const placesMost = 250;

const nearestBeyond = (
  order: Order,
): string => `active AND ${countryFits} AND ${reach} >= $4::float8 * 0.99 - 1 AND NOT public.ST_DWithin(position, ${origin}, $4::float8 - 1, true)
  AND public.ST_DWithin(position, ${origin}, ${limits.distanceKm * 1000}, true)
  ORDER BY ${orders[order]} LIMIT ${placesMost}`;

// $1 to $6 as in spots.ts; $7 countries of the origin
const statement = (order: Order): Prepared<MetRow> => ({
  name: `match-beyond-${order}`,
  text: withServices(spots(nearestBeyond(order)), ['$1', '$2', '$7']),
});

const statements = { INDEX: statement('INDEX'), SORTED: statement('SORTED') } as const;

/** The nearest services beyond the distance that pass the other constraints here. No question can reach farther than the limit. */
export async function servicesBeyond(
  through: Reading,
  request: MatchRequest,
  category: NeedCategory,
  most: number,
): Promise<readonly MetService[]> {
  if (request.maxDistanceMeters >= limits.distanceKm * 1000) return [];
  const values = [...spotValues(request, category), countriesAt(request.origin)];
  return metServices(through, request, await rowsOf(through.reader, statements[orderFor(request)], values), { within: false, most });
}
