import type { AskedNeed, AskedPerson, ListedLocation, ListedService, MatchRequest } from '../contract-types.js';
import { couldAdmit, fewestApart, partyOf, peopleRules } from './party.js';
import type { JudgedPool, PeopleRules } from './party.js';
import { burdenRules } from './burden.js';
import { childrenRules } from './children.js';
import type { ChildrenRules } from './children.js';
import type { BurdenRules } from './burden.js';
import { hoursRules } from './hours.js';
import type { HoursRules } from './hours.js';
import { countryOf, maxKilometres, metersTo, placeRules } from './place.js';
import type { PlaceRules } from './place.js';
import { asksPersons } from './questions.js';
import { missRules } from './miss-rules.js';
import type { MissRules } from './miss-rules.js';
import { reasonRules } from './reasons.js';
import type { ReasonRules } from './reasons.js';
import { interpretation } from './interpreters.js';
import { interpretedFor } from './languages.js';
import { partyIn, standingRules } from './standing.js';
import type { StandingRules } from './standing.js';

/** Every hard constraint of a match, and the cost of each drawback. */
export interface Rules extends PeopleRules, PlaceRules, BurdenRules, HoursRules, ReasonRules, MissRules, StandingRules, ChildrenRules {
  active(service: ListedService): boolean;
  /** Whether a shelter takes new people. */
  door(service: ListedService): boolean;
  /** Whether a party can use a pool. */
  usable(pool: JudgedPool, party: readonly AskedPerson[], rules: PeopleRules): boolean;
}

/** By contract and design. */
export const rightRules: Rules = {
  ...peopleRules,
  ...placeRules,
  ...burdenRules,
  ...hoursRules,
  ...reasonRules,
  ...missRules,
  ...standingRules,
  ...childrenRules,
  active: (service) => service.status === 'ACTIVE',
  door: (service) => service.open,
  usable: ({ admits }, party, rules) => party.some((person) => couldAdmit(admits, person, party, rules)),
};

/** YES and NO are certain; EITHER: so close to the border of an area that both answers are right. */
export interface Judgement {
  readonly fits: 'YES' | 'NO' | 'EITHER';
  /** The first constraint that fails, in words. */
  readonly because: string;
  /** The nearest place that passes; null if a nearer one might pass. */
  readonly location: ListedLocation | null;
  readonly meters: number | null;
  /** The number of children who must sleep apart from everybody who could keep them; null if no beds are needed. */
  readonly apart: number | null;
  /** Whether the answer must say that the shelter has to be asked whom it takes; null: it may. */
  readonly asks: boolean | null;
}

/** The result of the reference for one need. */
export interface NeedVerdict {
  readonly considered: number;
  readonly judgements: ReadonlyMap<string, Judgement>;
}

const no = (because: string): Judgement => ({ fits: 'NO', because, location: null, meters: null, apart: null, asks: null });

/** Plain loops over the listed services: no index, no order, no score. */
export function judgeNeed(
  services: readonly ListedService[],
  request: MatchRequest,
  need: AskedNeed,
  rules: Rules = rightRules,
): NeedVerdict {
  const origin = countryOf(request.origin.point);
  const judgements = new Map<string, Judgement>();
  let considered = 0;
  for (const service of services) {
    if (!service.categories.includes(need.category) || !rules.active(service)) continue;
    const near = service.locations.filter(
      (location) =>
        rules.near(metersTo(location, request), maxKilometres(request)) &&
        (!location.isSomewhere || rules.somewhere(service, location, request.origin.point)),
    );
    if (near.length === 0) continue;
    considered += 1;
    judgements.set(service.id, judgeService(service, near, { request, need, rules, origin }));
  }
  return { considered, judgements };
}

interface Question {
  readonly request: MatchRequest;
  readonly need: AskedNeed;
  readonly rules: Rules;
  readonly origin: string | null;
}

/** Why people cannot stay at a place of a service, or be served there; null: they can. */
function refusalAt({ country }: ListedLocation, service: ListedService, { request, need, rules }: Question): string | null {
  const party = partyIn(country, request, rules);
  const travellers = rules.mustFit(need, party);
  const shutOut = travellers.find((person) => !couldAdmit([service.admission], person, party, rules));
  if (shutOut) return `does not admit ${JSON.stringify(shutOut)}`;
  if (need.category === 'INTERPRETATION' && !interpretation(service, interpretedFor(request, need, rules), need.interpreter, rules))
    return 'does not interpret the language, or not as wanted';
  if (need.category !== 'ACCOMMODATION') return null;
  if (!rules.door(service)) return 'takes nobody new';
  return rules.beds(poolsOf(service, rules), party, need.beds ?? party.length, rules) ? null : 'has no beds for all';
}

const poolsOf = ({ admission, pools }: ListedService, rules: Rules): JudgedPool[] =>
  pools.map((pool) => ({ ...pool, admits: rules.ofPool(admission, pool.admits) }));

function judgeService(service: ListedService, near: readonly ListedLocation[], question: Question): Judgement {
  const { request, need, rules, origin } = question;
  const told = partyOf(request);
  const refusals = near.map((location) => refusalAt(location, service, question));
  const admitting = near.filter((_, i) => refusals[i] === null);
  if (admitting.length === 0) return no(refusals[0]!);
  const covers = rules.covers(service, request.origin.point);
  if (covers === 'OUT') return no('has a service area that does not cover the origin');
  const reachable = admitting.filter((location) => rules.country(location, origin, request, told));
  if (reachable.length === 0) return no('lies in another country');
  const kept = reachable.map((location) => ({ location, avoided: rules.avoided(location, request), meters: metersTo(location, request) }));
  const open = kept.filter(({ avoided }) => avoided !== 'IN').sort((p, q) => p.meters - q.meters);
  if (!open[0]) return no('lies in an area to avoid');
  const sure = covers === 'IN' && open.some(({ avoided }) => avoided === 'OUT');
  const place = open[0].avoided === 'OUT' ? open[0] : { location: null, meters: null };
  const party = partyIn(open[0].location.country, request, rules);
  const travellers = rules.mustFit(need, party);
  const pools = poolsOf(service, rules);
  const apart = apartAt(pools, party, question);
  const asks = asksPersons(service, need.category === 'ACCOMMODATION' ? pools : [], travellers, party, rules);
  const { location, meters } = place;
  return { fits: sure ? 'YES' : 'EITHER', because: 'passes every constraint', location, meters, apart, asks };
}

const apartAt = (pools: readonly JudgedPool[], party: readonly AskedPerson[], { need, rules }: Question): number | null =>
  need.category === 'ACCOMMODATION' && pools.length > 0 ? fewestApart(pools, party, need.beds ?? party.length, rules) : null;
