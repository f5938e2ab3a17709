import type { AnsweredMiss, AnsweredNeed } from './ask-matches.js';
import type { Asked } from './compare-burden.js';
import type { AskedArea, AskedNeed, ListedService, MatchRequest } from '../contract-types.js';
import { couldAdmit, partyOf } from '../matcher/party.js';
import { countryOf, countryOfMatch, isPlaced, metersTo } from '../matcher/place.js';
import { judgeNeed } from '../matcher/reference-matcher.js';
import { partyIn } from '../matcher/standing.js';
import { cellCorners, pointIn, type Inside } from '../geometry/shapes.js';

const mostMisses = 3;
const amongBeyond = 50;

type Found = { readonly serviceId: string | null; readonly problem: string };
type Listed = ReadonlyMap<string, ListedService>;

/** Problems of the near misses of a need: none may be a match, and each must be one after its remedy. */
export function missProblems({ matches, nearMisses }: AnsweredNeed, listed: Listed, asked: Asked): Found[] {
  const matching = new Set(matches.map(({ service }) => service.id));
  const ranks = nearMisses.map(({ remedy }) => asked.rules.remedies.indexOf(remedy));
  const shutOut = nearMisses.map((miss) => Math.max(1, whoIsShutOut(miss, listed, asked).length));
  const isSorted = ranks.every((rank, i) => rank >= 0 && (i === 0 || rank >= ranks[i - 1]!));
  const areFewFirst = shutOut.every((people, i) => i === 0 || ranks[i]! > ranks[i - 1]! || people >= shutOut[i - 1]!);
  const isOnce = new Set(nearMisses.map(({ service }) => service.id)).size === nearMisses.length;
  return [
    ...(isSorted && areFewFirst && isOnce && nearMisses.length <= mostMisses
      ? []
      : [
          {
            serviceId: null,
            problem: `near misses come as ${nearMisses.map(({ remedy }, i) => `${remedy} for ${shutOut[i]}`).join(', ')}`,
          },
        ]),
    ...nearMisses.flatMap((miss) => {
      const service = listed.get(miss.service.id);
      // Another spec may have entered it since the directory was read.
      if (!service) return [{ serviceId: miss.service.id, problem: 'nearly fits, and is not listed' }];
      const problem = matching.has(service.id) ? 'is a match and nearly one' : problemOf(miss, service, asked);
      return problem ? [{ serviceId: service.id, problem }] : [];
    }),
    ...tooFarProblems(nearMisses, listed, asked),
  ];
}

const fits = (service: ListedService, request: MatchRequest, need: AskedNeed, { rules }: Asked) =>
  judgeNeed([service], request, need, rules).judgements.get(service.id)?.fits ?? 'NO';

function problemOf(miss: AnsweredMiss, service: ListedService, asked: Asked): string | null {
  const { request, need } = asked;
  const { remedy, failed, member } = miss;
  if (fits(service, request, need, asked) === 'YES') return 'nearly fits, but by the reference it fits';
  if (failed.code.startsWith('NOT_ADMITTED') !== (member !== null)) return `fails by ${failed.code} for member ${member}`;
  if (member !== null && !mustFit(member, asked)) return `does not take member ${member}, who does not need it`;
  if (member !== null && isAdmitted(member, countryOfMatch(miss.location, service), service, asked))
    return `does not take member ${member}, whom by the reference it takes`;
  if (member !== null && !areSaid(miss, service, asked)) return `says of ${JSON.stringify(failed.data)} that they do not fit`;
  if (failed.code.endsWith('IN_AVOIDED_AREA') && !isSaidRightly(miss, asked)) return `is said to be ${failed.code}`;
  const fixed = withRemedy(miss, service, asked);
  if (!fixed) return null;
  return fixed.some(([then, changed, wanted]) => fits(then, changed, wanted, asked) !== 'NO')
    ? null
    : `would be a match by ${remedy}, which by the reference it is not`;
}

/** A cell is in an area if all of it is; if only a part of it is, the place may be. */
function isSaidRightly({ failed, location }: AnsweredMiss, { request }: Asked): boolean {
  if (!location || location.precision === 'EXACT') return failed.code === 'IN_AVOIDED_AREA';
  const corners = cellCorners(location);
  const all = (area: AskedArea, not: Inside) => corners.every((corner) => pointIn(area, corner) !== not);
  const areas = request.avoid ?? [];
  if (failed.code === 'IN_AVOIDED_AREA') return areas.some((area) => all(area, 'OUT'));
  return !areas.some((area) => area.center && all(area, 'OUT') && all(area, 'EDGE'));
}

/** Places of those of a need whom a near miss does not take, where it says so of anybody. */
function whoIsShutOut({ service: { id }, member, location }: AnsweredMiss, listed: Listed, asked: Asked): readonly number[] {
  const service = listed.get(id);
  if (!service || member === null) return [];
  const country = countryOfMatch(location, service);
  return partyOf(asked.request).flatMap((_, n) => (mustFit(n, asked) && !isAdmitted(n, country, service, asked) ? [n] : []));
}

/** Whether it names everybody whom it does not take, the first by itself. */
function areSaid(miss: AnsweredMiss, service: ListedService, asked: Asked): boolean {
  const { failed, member } = miss;
  const people = whoIsShutOut(miss, new Map([[service.id, service]]), asked);
  const named = failed.data['members'] ?? (member === null ? [] : [member]);
  return people[0] === member && JSON.stringify(named) === JSON.stringify(people);
}

/** By the rule of the service, and in some room if there are any. */
function isAdmitted(member: number, country: string | null, service: ListedService, { request, need, rules }: Asked): boolean {
  const party = partyIn(country, request, rules);
  const rooms = need.category === 'ACCOMMODATION' ? service.pools : [];
  const isIn = (admits: ListedService['admission'][]) => couldAdmit(admits, party[member]!, party, rules);
  const some = rooms.length === 0 || rooms.some(({ admits }) => isIn([service.admission, admits]));
  return isIn([service.admission]) && some;
}

/** Whether this member has to be admitted. */
function mustFit(member: number, { request, need, rules }: Asked): boolean {
  const party = partyOf(request);
  return rules.mustFit(need, party).includes(party[member]!);
}

type Question = readonly [ListedService, MatchRequest, AskedNeed];

/** Requests of which one must find a match if the remedy is right; null: no request can test it. */
function withRemedy({ remedy, member }: AnsweredMiss, service: ListedService, { request, need, rules }: Asked): readonly Question[] | null {
  const pools = (free: (pool: ListedService['pools'][number]) => number): Question => [
    { ...service, pools: service.pools.map((pool) => ({ ...pool, free: free(pool) })) },
    request,
    need,
  ];
  switch (remedy) {
    case 'WIDEN_DISTANCE':
      return [[service, { ...request, maxDistanceKm: rules.farthestKm }, need]];
    case 'CROSS_BORDER':
      return [[service, { ...request, crossBorder: true }, need]];
    case 'WAIT_FOR_BED':
      return [pools(({ free, held }) => free + held)];
    case 'JOIN_WAITLIST':
      return [pools(({ total, outOfService }) => total - outOfService)];
    case 'SPLIT_PARTY':
      if (partyOf(request).length === 1) return [];
      return partyOf(request).flatMap((_, n) => (member === null || member === n ? [without(n, service, request, need)] : []));
    default:
      return null;
  }
}

function without(member: number, service: ListedService, request: MatchRequest, need: AskedNeed): Question {
  const [person, ...companions] = partyOf(request).filter((_, n) => n !== member);
  const beds = Math.max(1, (need.beds ?? companions.length + 2) - 1);
  return [service, { ...request, person: person!, companions }, { ...need, beds }];
}

/** If the nearest service beyond the distance would fit, it must be named first. */
function tooFarProblems(misses: readonly AnsweredMiss[], listed: Listed, asked: Asked): Found[] {
  const { request, need, rules } = asked;
  const origin = countryOf(request.origin.point);
  const nearest = (service: ListedService) => Math.min(...service.locations.map((location) => metersTo(location, request)));
  const limit = (request.maxDistanceKm ?? 100) * 1000;
  const reachable = (service: ListedService) =>
    service.locations.every((location) => rules.country(location, origin, request, partyOf(request)));
  const beyond = [...listed.values()]
    .filter((service) => service.categories.includes(need.category) && rules.active(service) && isPlaced(service))
    .filter((service) => nearest(service) > limit + 1 && nearest(service) < rules.farthestKm * 1000 && reachable(service))
    .sort((a, b) => nearest(a) - nearest(b));
  const wider = { ...request, maxDistanceKm: rules.farthestKm };
  const fitting = beyond.slice(0, amongBeyond / 2).find((service) => fits(service, wider, need, asked) === 'YES');
  if (!fitting || misses[0]?.remedy === 'WIDEN_DISTANCE') return [];
  return [{ serviceId: fitting.id, problem: 'would fit with a greater distance, and no near miss says so' }];
}
