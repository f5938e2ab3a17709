import type { AnsweredMatch, AnsweredNeed, AnsweredPlan, MatchAnswer, PlannedNeed } from './ask-matches.js';
import { isStay } from '../matcher/burden.js';
import type { MatchRequest } from '../contract-types.js';
import { vincentyMeters } from '../geometry/vincenty.js';

/** Both are sums of a few lengths in whole millimetres. */
const tolerance = 0.000_02;
const candidatesMost = 50;

/** Problems of the plan, found by trying every choice among the matches and every order of the stops. */
export function planProblems(answer: MatchAnswer, request: MatchRequest): string[] {
  const { needs, plan } = answer;
  const met = needs.filter(({ matches }) => matches.length > 0);
  if (!plan) return met.length === 0 ? [] : ['has no plan, though some needs have matches'];
  return [...needProblems(plan, needs), ...costProblems(plan, met, request.first >= candidatesMost || needs.length === 1)];
}

const namesOf = (list: readonly PlannedNeed[]): string => list.map((need) => `${need.category} for ${need.for}`).join();

/** Each need is met or missing; a single need is met by its first match. */
function needProblems({ items, missing, complete }: AnsweredPlan, needs: readonly AnsweredNeed[]): string[] {
  const [met, unmet] = [needs.filter(({ matches }) => matches.length > 0), needs.filter(({ matches }) => matches.length === 0)];
  const isFirst = needs.length > 1 || items[0]!.match.service.id === needs[0]!.matches[0]!.service.id;
  return [
    ...(namesOf(items) === namesOf(met) ? [] : ['has a plan for other needs']),
    ...(namesOf(missing) === namesOf(unmet) && complete === (unmet.length === 0) ? [] : ['has a plan that misses other needs']),
    ...(isFirst ? [] : ['has a plan that is not the first match of the only need']),
  ];
}

/** `isShown`: every candidate of the plan is among the matches. */
function costProblems(plan: AnsweredPlan, met: readonly AnsweredNeed[], isShown: boolean): string[] {
  const chosen = plan.items.map(({ match }) => match);
  const own = costOf(chosen, plan.items.find(isStay)?.match);
  const options = met.map(({ matches }) => matches);
  const best = isShown ? leastOf(options, met.findIndex(isStay)) : own;
  const isCut = !isShown || options.some(({ length }) => length >= candidatesMost);
  return [
    ...(Math.abs(plan.burdenKm - own) <= tolerance ? [] : [`has a plan of ${plan.burdenKm} km, which costs ${own} km`]),
    ...(own <= best + tolerance ? [] : [`has a plan of ${own} km, though there is one of ${best} km`]),
    ...(plan.gapKm === 0 || isCut ? [] : [`has a plan that could be ${plan.gapKm} km better, though all was tried`]),
    ...(plan.stops === new Set(chosen.map((match, n) => (match.location ? stopOf(match) : n))).size
      ? []
      : [`has a plan with ${plan.stops} stops`]),
  ];
}

const metersOf = ({ distance }: AnsweredMatch): number => distance?.meters ?? 0;
const besidesOf = (match: AnsweredMatch): number => match.burden.km - metersOf(match) / 1000;
/**
 * Confidential places of one cell are shown at one point but are several stops, and so are places of one town, and services without a
 * position.
 */
function stopOf({ location, distance, service }: AnsweredMatch): string {
  if (!location) return `somewhere ${service.id}`;
  return distance?.precision === 'EXACT' ? `${location.latitude} ${location.longitude}` : location.id;
}

const lengths = new Map<string, number>();
function metersBetween(a: AnsweredMatch, b: AnsweredMatch): number {
  const [from, to] = [a.location!, b.location!];
  const key = `${from.latitude} ${from.longitude} ${to.latitude} ${to.longitude}`;
  const known = lengths.get(key) ?? (from.latitude === to.latitude && from.longitude === to.longitude ? 0 : vincentyMeters(from, to));
  lengths.set(key, known);
  return known;
}

/**
 * What the providers cost besides their distance, plus the route: to the bed, then the shortest route on; without a bed, from the origin.
 */
function costOf(chosen: readonly AnsweredMatch[], bed: AnsweredMatch | undefined): number {
  const stops = [...new Map(chosen.map((match) => [stopOf(match), match])).values()];
  // The route skips services without a position.
  const placed = stops.filter(({ location }) => location !== null);
  const start = bed?.location ? bed : undefined;
  const others = start ? placed.filter((match) => stopOf(match) !== stopOf(start)) : placed;
  const onward = (from: AnsweredMatch | null, rest: readonly AnsweredMatch[]): number =>
    rest.length === 0
      ? 0
      : Math.min(
          ...rest.map(
            (to) =>
              (from ? metersBetween(from, to) : metersOf(to)) +
              onward(
                to,
                rest.filter((one) => one !== to),
              ),
          ),
        );
  const way = (start ? metersOf(start) : 0) + onward(start ?? null, others);
  return chosen.reduce((km, match) => km + besidesOf(match), way / 1000);
}

function leastOf(options: readonly (readonly AnsweredMatch[])[], bed: number, chosen: readonly AnsweredMatch[] = []): number {
  const next = options[chosen.length];
  if (!next) return costOf(chosen, chosen[bed]);
  return Math.min(...next.map((match) => leastOf(options, bed, [...chosen, match])));
}
