import type { EntityManager } from 'typeorm';
import { Gap } from '../../meaning/entry-gaps.js';
import type { DirectoryQuality, SourceQuality } from '../../quality/quality-ports.js';
import { instantText } from '../instant-text.js';
import { originOf } from '../record-sql.js';
import { isShown } from './service-roll.js';
import { isWaiting } from './place-reviews.js';

/** Quality of each source, within one transaction. */
export const sourceQuality = (tx: EntityManager): DirectoryQuality => ({
  bySource: (verifiedBefore) => tx.query<SourceQuality[]>(bySourceSql, [verifiedBefore]),
});

const activeWhere = (condition: string, name: string): string => `count(*) FILTER (WHERE q.is_active AND ${condition})::int AS "${name}"`;
const lacking = (gap: Gap): string => `'${gap}' = ANY(q.gaps)`;

const counted = [
  activeWhere('true', 'active'),
  activeWhere(`NOT ${lacking(Gap.CATEGORY)}`, 'findable'),
  activeWhere(lacking(Gap.CATEGORY), 'withoutCategory'),
  activeWhere(lacking(Gap.POSITION), 'withoutPosition'),
  activeWhere(lacking(Gap.PHONE), 'withoutPhone'),
  activeWhere(lacking(Gap.HOURS), 'withoutHours'),
  activeWhere(lacking(Gap.PERSONS), 'withoutPersons'),
  activeWhere('(q.verified_at >= $1) IS NOT TRUE', 'unverified'),
];
const names = counted.map((column) => column.slice(column.lastIndexOf('"', column.length - 2)));

const bySourceSql = `
  WITH entries AS (
    SELECT ${originOf('s')} AS source, count(*)::int AS services, ${counted.join(', ')}
    FROM registry.entry_quality q JOIN registry.service s ON s.id = q.service_id GROUP BY 1),
  places AS (SELECT source, count(*)::int AS waiting FROM registry.place_review r WHERE ${isWaiting} GROUP BY 1),
  gone AS (SELECT l.source, count(*)::int AS missing FROM registry.listed_service l
    WHERE l.state = 'MISSING' AND EXISTS (${isShown}) GROUP BY 1),
  known AS (SELECT source FROM entries UNION SELECT source FROM places UNION SELECT name FROM registry.source)
  SELECT source, ${['"services"', ...names].map((name) => `coalesce(${name}, 0) AS ${name}`).join(', ')},
    coalesce(waiting, 0) AS "waitingPlaces", coalesce(missing, 0) AS missing,
    ${instantText('imported_at')} AS "importedAt"
  FROM known LEFT JOIN entries USING (source) LEFT JOIN places USING (source) LEFT JOIN gone USING (source) LEFT JOIN registry.source ON name = source
  ORDER BY source COLLATE "C" LIMIT 1000`;
