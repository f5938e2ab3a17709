import type { AnsweredNeed, AnsweredSplit } from './ask-matches.js';
import { isStay } from '../matcher/burden.js';
import { uncaredFor } from '../matcher/children.js';
import type { Asked } from './compare-burden.js';
import type { AskedNeed, AskedPerson, ListedService, MatchRequest } from '../contract-types.js';
import { isPlaced, metersTo } from '../matcher/place.js';
import { judgeNeed, type Rules } from '../matcher/reference-matcher.js';
import { vincentyMeters } from '../geometry/vincenty.js';
import { partyOf } from '../matcher/party.js';

type Listed = ReadonlyMap<string, ListedService>;
type Party = readonly AskedPerson[];

const mostSplits = 5;
const grain = 0.002;
/** Among so many services, a split must be found. */
const among = 100;

/** Problems of the splits of a party. */
export function splitProblems({ matches, splits }: AnsweredNeed, listed: Listed, asked: Asked): string[] {
  const { request, need, rules } = asked;
  const party = partyOf(request);
  if (!isStay(need) || matches.length > 0) return splits.length === 0 ? [] : ['is split, though there is no need'];
  const costs = splits.map(({ parts, apartMeters }) => parts.reduce((km, { match }) => km + match.burden.km, apartMeters / 1000));
  const isSorted = costs.every((km, i) => i === 0 || km >= costs[i - 1]! - grain / 1000);
  return [
    ...(isSorted && splits.length <= mostSplits ? [] : [`has splits that cost ${costs.join(', ')}`]),
    ...(splits.length > 0 && uncaredFor(party, rules).length > 0 ? ['is split, though nobody says who cares for a child'] : []),
    ...splits.flatMap((split) => problemsOf(split, party, listed, asked)),
    ...(splits.length === 0 && canBeSplit(party, listed, asked) ? ['is not split, though it can be'] : []),
  ];
}

function problemsOf({ parts, apartMeters }: AnsweredSplit, party: Party, listed: Listed, { request, need, rules }: Asked): string[] {
  const everybody = parts.flatMap(({ members }) => members).sort((a, b) => a - b);
  const isParted = party.some((person, n) => {
    const carer = rules.carer(person, party);
    return carer !== null && !parts.some(({ members }) => members.includes(n) && members.includes(party.indexOf(carer)));
  });
  const places = parts.map(({ match }) => match.location!);
  const apart = Math.max(...places.flatMap((a, i) => places.slice(i + 1).map((b) => (isSame(a, b) ? 0 : vincentyMeters(a, b)))));
  const unfit = parts.filter(({ members, match }) => {
    const service = listed.get(match.service.id);
    return !service || !fits(service, members, { request, need, rules });
  });
  const strangers = parts.some(({ members, match }) =>
    match.reasons.some(({ data }) => data['member'] !== undefined && !members.includes(data['member'] as number)),
  );
  return [
    ...(everybody.join() === party.map((_, n) => n).join() ? [] : [`is split into ${everybody.join()}`]),
    ...(isParted ? ['parts somebody from who cares for them'] : []),
    ...(new Set(parts.map(({ match }) => match.service.id)).size === parts.length ? [] : ['has two parts in one service']),
    ...(Math.abs(apart - apartMeters) <= grain ? [] : [`is ${apartMeters} m apart, by the reference ${apart}`]),
    ...unfit.map(({ members, match }) => `sends ${members.join()} to ${match.service.id}, which does not take them`),
    ...(strangers ? ['has reasons about somebody of another part'] : []),
  ];
}

const isSame = (a: object, b: object): boolean => JSON.stringify(positionOf(a)) === JSON.stringify(positionOf(b));
const positionOf = (place: object) => [(place as { latitude: number }).latitude, (place as { longitude: number }).longitude];

interface Question {
  readonly request: MatchRequest;
  readonly need: AskedNeed;
  readonly rules: Rules;
}

/** Whether a service takes some members of the party, with legal statuses as its country sees them. */
function fits(service: ListedService, members: readonly number[], { request, need, rules }: Question, surely = false): boolean {
  const party = partyOf(request);
  const [person, ...companions] = members.map((n) => party[n]!);
  const extra = (need.beds ?? party.length) - party.length;
  const beds = Math.max(1, members.length + Math.min(0, extra));
  const border = {
    ...rules,
    country: (...[location, origin, asked]: Parameters<Rules['country']>) => rules.country(location, origin, asked, party),
  };
  const part = { ...request, person: person!, companions };
  const found = judgeNeed([service], part, { ...need, beds }, border).judgements.get(service.id)?.fits ?? 'NO';
  return surely ? found === 'YES' : found !== 'NO';
}

/** Whether one adult without anybody in their care could go to one of the nearest services, and the others to another one. */
function canBeSplit(party: Party, listed: Listed, asked: Asked): boolean {
  const { request, need, rules } = asked;
  if (party.length < 2 || (need.beds ?? party.length) > party.length || uncaredFor(party, rules).length > 0) return false;
  const nearest = (service: ListedService) => Math.min(...service.locations.map((location) => metersTo(location, request)));
  const near = [...listed.values()]
    .filter((service) => service.categories.includes(need.category) && isPlaced(service))
    .sort((a, b) => nearest(a) - nearest(b))
    .slice(0, among / 2);
  const isBound = (person: AskedPerson) => rules.carer(person, party) !== null || party.some((one) => rules.carer(one, party) === person);
  return party.some((person, n) => {
    if (isBound(person)) return false;
    const others = party.flatMap((_, m) => (m === n ? [] : [m]));
    const taking = (members: readonly number[]) => near.filter((service) => fits(service, members, asked, true)).map(({ id }) => id);
    const [alone, together] = [taking([n]), taking(others)];
    return alone.some((id) => together.some((other) => other !== id));
  });
}
