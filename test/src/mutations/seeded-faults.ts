import type { Fault } from './product-copy.js';

/** A fault in what decides who is in, and whether it only shows in a read model that is built with it. */
export interface SeededFault extends Omit<Fault, 'name'> {
  readonly rebuild?: true;
}

const matching = (file: string) => `libs/matching/src/${file}`;
const spots = matching('persistence/spots.ts');
const providers = matching('persistence/providers.ts');
const projection = matching('persistence/service-projection.ts');
const admits = 'libs/kernel/src/admits.ts';

/** Hard constraints only. Languages, freshness and the order are wishes: a result set does not depend on them. */
export const seededFaults: Readonly<Record<string, SeededFault>> = {
  'SQL: < for <= at the greatest distance': { file: spots, find: 'WHERE meters <= $4::float8', replace: 'WHERE meters < $4::float8' },
  'SQL: distances on a sphere': { file: spots, find: ', true)::numeric, 3)', replace: ', false)::numeric, 3)' },
  'SQL: distances in degrees': {
    file: spots,
    find: 'public.ST_Distance(position, ${origin}, true)',
    replace: 'public.ST_Distance(position::public.geometry, ${origin}::public.geometry)',
  },
  'SQL: no rule about countries': { file: spots, find: "const countryFits = '(", replace: "const countryFits = '(true OR " },
  'SQL: from the sea every country is a wrong one': { file: spots, find: 'OR $5::text IS NULL ', replace: '' },
  'SQL: no rule about service areas': { file: providers, find: 'service_area IS NULL', replace: 'true' },
  'SQL: latitude and longitude of a service area swapped': {
    file: providers,
    find: 'ST_MakePoint(${longitude}::float8, ${latitude}::float8)',
    replace: 'ST_MakePoint(${latitude}::float8, ${longitude}::float8)',
  },
  'SQL: closed services count': {
    file: projection,
    find: "JSON.stringify(once), service.status === 'ACTIVE'",
    replace: 'JSON.stringify(once), true',
    rebuild: true,
  },
  'SQL: a service has its first category only': {
    file: projection,
    find: '[...new Set(service.categories)]',
    replace: 'service.categories.slice(0, 1)',
    rebuild: true,
  },
  'no rule about areas to avoid': { file: matching('domain/judge-site.ts'), find: 'avoided(site) ?', replace: '!avoided(site) && false ?' },
  'a confidential place is avoided by its centre only': {
    file: matching('domain/avoid.ts'),
    find: 'meters > radius + cellReachMeters',
    replace: 'meters > radius + 0 * cellReachMeters',
  },
  'papers of companions do not matter': {
    file: matching('domain/read-request.ts'),
    find: "party.some(({ legalStatus }) => legalStatus === 'UNDOCUMENTED'",
    replace: "party.slice(0, 1).some(({ legalStatus }) => legalStatus === 'UNDOCUMENTED'",
  },
  'the highest age is too old': { file: admits, find: 'age <= maximum ?', replace: 'age < maximum ?' },
  'no rule about genders': { file: admits, find: 'if (!genders ||', replace: 'if (!genders || gender.length > 0 ||' },
  'the rule of a pool does not matter': {
    file: 'libs/kernel/src/admission.ts',
    find: '=> [service, pool]',
    replace: '=> [pool && service]',
  },
  'what a rule leaves open is sure': { file: admits, find: "(asked ? 'UNKNOWN' : 'FITS')", replace: "(asked ? 'FITS' : 'FITS')" },
  'a carer takes nobody along': { file: admits, find: 'carer && !inCharge.includes(carer) ?', replace: 'carer && carer === person ?' },
  'no rule about closed doors': {
    file: matching('domain/judge-service.ts'),
    find: "status === 'NO_CAPACITY' &&",
    replace: "status === 'UNKNOWN' &&",
  },
  'a closed door without beds on record is asked about': {
    file: matching('domain/judge-service.ts'),
    find: '(beds.pools.length > 0 || isShut(provider))',
    replace: 'beds.pools.length > 0',
  },
  'companions are not asked at the door': {
    file: matching('domain/judge-service.ts'),
    find: 'need.beds === null ? request.party.slice(0, 1) : request.party',
    replace: 'request.party.slice(0, 1)',
  },
  'children may sleep apart from their adults': {
    file: 'libs/kernel/src/place-party.ts',
    find: 'age >= ageToSleepApart',
    replace: 'age >= 0 * ageToSleepApart',
  },
  'full shelters count': { file: matching('domain/judge-beds.ts'), find: "placement.kind === 'NO_ROOM' ?", replace: 'free < 0 ?' },
};
