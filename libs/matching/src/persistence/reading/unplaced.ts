import type { NeedCategory } from '@haven/kernel';
import { rowsOf, type Prepared } from '@haven/persistence';
import type { MetService, Way } from '../../ports.js';
import { countriesAt } from '../../areas/country-of.js';
import type { MatchRequest } from '../../request/request.js';
import { coverageOf, metServices, withServices, type MetRow } from './met-services.js';
import type { Reading } from './reading.js';
import { spotColumns } from './spots.js';

// $1 longitude, $2 latitude, $3 category, $4 countries of the origin, $5 origin country, $6 whether borders are open
const statement = (name: string, open: string): Prepared<MetRow> => ({
  name,
  text: withServices(
    `SELECT ${spotColumns} FROM matching.site WHERE category = $3 AND position IS NULL ${open}
       AND (has_area OR country IS NULL OR $4::text[] = '{}' OR country = ANY($4::text[]))`,
    ['$1', '$2', '$4'],
  ),
});

const statements = {
  ALL: statement('match-unplaced-ALL', ''),
  OPEN: statement('match-unplaced-OPEN', 'AND active AND NOT is_full'),
} as const;

/** Services whose area covers the origin, or may. Without an area, the country of the address is the area. */
async function covering({ reader }: Reading, { origin, originCountry, border }: MatchRequest, category: NeedCategory, of: Way['of']) {
  const isOpen = border === 'OPEN' || border === 'ASK';
  const rows = await rowsOf(reader, statements[of], [
    ...[origin.longitude, origin.latitude, category, countriesAt(origin), originCountry, isOpen],
  ]);
  return rows.filter((row) => coverageOf(row) !== 'NO');
}

/** Services without a position that take people from the origin. They may be as far away as the greatest distance of the request. */
export const unplacedServices = async (
  through: Reading,
  request: MatchRequest,
  category: NeedCategory,
  of: Way['of'],
): Promise<readonly MetService[]> => metServices(through, request, await covering(through, request, category, of), { within: true });

/** How many of them are active. */
export async function unplacedOf(through: Reading, request: MatchRequest, category: NeedCategory): Promise<number> {
  const rows = await covering(through, request, category, 'ALL');
  return new Set(rows.filter(({ active }) => active).map(({ service_id }) => service_id)).size;
}
