import { matching, type SeededFault } from './seeded-fault.js';

const spots = matching('persistence/reading/spots.ts');
const met = matching('persistence/reading/met-services.ts');
const projection = matching('persistence/projection/service-projection.ts');

/** Which services are met, and where they are. */
export const meetingFaults: Readonly<Record<string, SeededFault>> = {
  '< for <= at the greatest distance': { file: spots, find: 'within: meters <= ', replace: 'within: meters < ' },
  'distances in degrees': {
    file: spots,
    find: 'toMillimetres(geodesicMeters(from, position))',
    replace: 'geodesicMeters(from, from) + 111_000 * Math.hypot(from.latitude - position.latitude, from.longitude - position.longitude)',
  },
  'a service is met at one of its places only': {
    file: matching('persistence/reading/nearest.ts'),
    find: 'WHERE NOT is_only',
    replace: 'WHERE false',
  },
  'who shares no language is not met': {
    file: matching('judging/talk/speech-keys.ts'),
    find: 'weights.languageNone * 1_000',
    replace: 'weights.languageNone * 1_000_000',
  },
  'the way ends after its first page': {
    file: matching('persistence/reading/nearest.ts'),
    find: 'last && last.places === way.places ? last.reach : null',
    replace: 'last && last.places < 0 ? last.reach : null',
  },
  'who may still be among the best is not judged': {
    file: matching('walk/walk.ts'),
    find: 'this.burdenOf(this.wanted) + grainMeters',
    replace: 'this.burdenOf(this.wanted) + grainMeters - 30_000',
  },
  'a shelter with one full room is passed by': {
    file: matching('judging/is-full.ts'),
    find: 'pools.every(({ free }) => free === 0)',
    replace: 'pools.some(({ free }) => free === 0)',
    rebuild: true,
  },
  'SQL: no rule about countries': { file: spots, find: "const countryFits = '(", replace: "const countryFits = '(true OR " },
  'SQL: from the sea every country is a wrong one': { file: spots, find: 'OR $5::text IS NULL ', replace: '' },
  'no rule about service areas': { file: met, find: '!has_area || in_area', replace: '!has_area || in_area || has_area' },
  'SQL: latitude and longitude of a service area swapped': {
    file: met,
    find: 'ST_MakePoint(${longitude}::float8, ${latitude}::float8)',
    replace: 'ST_MakePoint(${latitude}::float8, ${longitude}::float8)',
  },
  'SQL: closed services count': {
    file: projection,
    find: '...{ service_id, active, version,',
    replace: '...{ service_id, active: true, version,',
    rebuild: true,
  },
  'SQL: a service has its first category only': {
    file: projection,
    find: '[...new Set(view.categories)]',
    replace: 'view.categories.slice(0, 1)',
    rebuild: true,
  },
  'no rule about areas to avoid': { file: matching('judging/judge-site.ts'), find: 'inArea ?', replace: 'inArea && request.first < 0 ?' },
  'a confidential place is avoided by its centre only': {
    file: matching('judging/avoid.ts'),
    find: 'meters > radius + cellReachMeters',
    replace: 'meters > radius + 0 * cellReachMeters',
  },
  'a cell that only touches an area is in it': {
    file: matching('judging/avoid.ts'),
    find: 'where.cell === null || holds',
    replace: 'where.position || holds',
  },
};
