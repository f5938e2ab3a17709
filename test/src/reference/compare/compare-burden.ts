import type { AnsweredMatch } from './ask-matches.js';
import { confirmedAtOf, isStay, knowsBeds } from '../matcher/burden.js';
import type { AskedNeed, ListedService, MatchRequest, Point } from '../contract-types.js';
import { admissionsOf, childrenKm } from '../matcher/children.js';
import { fewestApart } from '../matcher/party.js';
import type { JudgedPool } from '../matcher/party.js';
import { admissionQuestions, needsReferral, placeQuestions } from '../matcher/questions.js';
import type { Judgement, Rules } from '../matcher/reference-matcher.js';
import { countryOfMatch, maxKilometres } from '../matcher/place.js';
import { partyIn } from '../matcher/standing.js';

const tolerance = 0.000_002;
const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= tolerance;

/** A need of a request, and the listed directory. */
export interface Asked {
  readonly request: MatchRequest;
  readonly need: AskedNeed;
  readonly asOf: string;
  readonly rules: Rules;
}

/** Problems of the burden, the score and the rooms of a match. */
export function burdenProblems(match: AnsweredMatch, service: ListedService, judgement: Judgement, asked: Asked): string[] {
  const { burden } = match;
  const { rules } = asked;
  const sum = burden.parts.reduce((km, part) => km + part.km, 0);
  const told = Object.fromEntries(burden.parts.map(({ code, km }) => [code, km]));
  const { distance, location } = match;
  const at = distance && location && { ...location, precision: distance.precision };
  const place = { km: (distance?.meters ?? 0) / 1000, country: countryOfMatch(location, service), at };
  const parts = expectedParts(service, place, match.rooms && roomsTaken(match.rooms, service, rules), judgement, asked);
  const wrong = Object.entries(parts).filter(([code, [least, most]]) => !isWithin(told[code] ?? 0, least, most));
  const unknown = Object.keys(told).filter((code) => !(code in parts));
  return [
    ...(isSame(sum, burden.km) && burden.parts.every(({ km }) => km >= 0)
      ? []
      : [`has parts that make ${sum} km, and a burden of ${burden.km}`]),
    ...(isSame(match.score, 20 / (20 + burden.km)) ? [] : [`has a score of ${match.score} with a burden of ${burden.km} km`]),
    ...wrong.map(([code, [least, most]]) => `has ${code} ${told[code] ?? 0}, by the reference ${least} to ${most}`),
    ...unknown.map((code) => `has ${code}, which the reference does not know`),
    ...(match.languageFit === gradeOf(parts['LANGUAGE']![0]) ? [] : [`has the language fit ${match.languageFit}`]),
    ...roomProblems(match, service, judgement, asked),
  ];
}

const isWithin = (km: number, least: number, most: number): boolean => km >= least - tolerance && km <= most + tolerance;

const gradeOf = (km: number): string => ({ 20: 'NONE', 12: 'UNKNOWN', 10: 'INTERPRETER', 8: 'INTERPRETER', 4: 'CLOSE' })[km] ?? 'DIRECT';

interface Place {
  readonly km: number;
  readonly country: string | null;
  /** Null: not known. */
  readonly at: (Point & { readonly precision: string }) | null;
}

/** The most that a match which is not shown can cost; null if the reference is not sure of its place. */
export function mostBurden(service: ListedService, judgement: Judgement, asked: Asked): number | null {
  const { location, meters } = judgement;
  if (!location || meters === null) return null;
  const place = location.isSomewhere ? { km: 0, at: null } : { km: meters / 1000, at: location };
  const parts = expectedParts(service, { ...place, country: location.country }, null, judgement, asked);
  return Object.values(parts).reduce((km, [, most]) => km + most, 0);
}

type Parts = Record<string, readonly [least: number, most: number]>;

/** `rooms`: the rooms that the party takes; null: none is needed, or the answer does not name them. */
function expectedParts(
  service: ListedService,
  { km, country, at }: Place,
  rooms: readonly TakenRoom[] | null,
  judgement: Judgement,
  asked: Asked,
): Parts {
  const { request, need, asOf, rules } = asked;
  const exactly = (one: number) => [one, one] as const;
  const { pools, ...others } = questionsOf(service, country, rooms, asked);
  const referral = (given: readonly JudgedPool[]) => rules.referralKm(needsReferral(service, given) === true);
  const travellers = rules.mustFit(need, partyIn(country, request, rules));
  const usable = usableBeds(service, country, request, rules);
  const talk = rules.talk(service, request, need, rules);
  const questions = { least: others.least + weighed(talk.asks), most: others.most + weighed(talk.asks) };
  return {
    DISTANCE: exactly(km),
    POSITION_UNKNOWN: exactly(rules.positionKm(at, maxKilometres(request))),
    LANGUAGE: exactly(talk.km),
    HOURS: exactly(rules.hoursKm(service, at, asOf, rules)),
    REFERRAL: rooms ? exactly(referral(rooms)) : [referral([]), referral(pools)],
    BORDER: exactly(rules.borderKm(country, request)),
    NOT_FOR_CHILDREN: childrenKm(need, travellers, admissionsOf(service, pools), rules),
    OPEN_QUESTIONS: [rules.questionsKm(questions.least), rules.questionsKm(questions.most)],
    ...(isStay(need) && {
      FRESHNESS: exactly(rules.freshnessKm(knowsBeds(service) ? confirmedAtOf(service) : null, asOf)),
      FEW_BEDS: rooms ? exactly(rules.lastBedsKm(usable, bedsIn(rooms))) : [0, knowsBeds(service) ? rules.lastBedsKm(usable, usable) : 0],
      CHILD_APART: exactly(rules.apartKm(judgement.apart ?? 0)),
      ASSESSMENT: exactly(rules.assessmentKm(service)),
    }),
  };
}

/** Unknown languages have their own cost. */
const weighed = (asks: readonly string[]): number => asks.filter((code) => code !== 'ASK_LANGUAGES').length;

const bedsIn = (rooms: readonly TakenRoom[]): number => rooms.reduce((sum, { given }) => sum + given, 0);
const poolsOf = ({ admission, pools }: ListedService, rules: Rules): JudgedPool[] =>
  pools.map((pool) => ({ ...pool, admits: rules.ofPool(admission, pool.admits) }));

function usableBeds(service: ListedService, country: string | null, request: MatchRequest, rules: Rules): number {
  const party = partyIn(country, request, rules);
  const usable = poolsOf(service, rules).filter((pool) => rules.usable(pool, party, rules));
  return usable.reduce((sum, { free }) => sum + free, 0);
}

/** A room of a match, and how many beds the party takes there. */
export type TakenRoom = JudgedPool & { readonly given: number };

/** The rooms that an answer names, with the rules that decide there. */
export const roomsTaken = (named: NonNullable<AnsweredMatch['rooms']>, service: ListedService, rules: Rules): TakenRoom[] =>
  poolsOf(service, rules).flatMap((pool) => named.filter(({ poolId }) => poolId === pool.id).map(({ beds }) => ({ ...pool, given: beds })));

function questionsOf(service: ListedService, country: string | null, rooms: readonly TakenRoom[] | null, { request, need, rules }: Asked) {
  const party = partyIn(country, request, rules);
  const pools = rooms ?? (isStay(need) && knowsBeds(service) ? poolsOf(service, rules).filter(({ free }) => free > 0) : []);
  const admission = admissionQuestions(service, pools, rules.mustFit(need, party), party, rules);
  const place = placeQuestions(service, country, request.origin.point, pools).size;
  return { least: admission.least + place, most: admission.most + place + (rooms || pools.length === 0 ? 0 : 1), pools };
}

/** The rooms must take the party, with no more children apart than necessary. */
function roomProblems(
  { rooms, location }: AnsweredMatch,
  service: ListedService,
  { apart }: Judgement,
  { request, need, rules }: Asked,
): string[] {
  const isKnown = isStay(need) && knowsBeds(service);
  if (!isKnown) return rooms === null ? [] : ['names rooms where no beds are known or needed'];
  if (rooms === null) return ['names no rooms'];
  const country = countryOfMatch(location, service);
  const party = partyIn(country, request, rules);
  const taken = roomsTaken(rooms, service, rules);
  const tooMany = taken.filter(({ given, free }) => given > free || given < 1);
  const asked = need.beds ?? party.length;
  const fewest = fewestApart(
    taken.map(({ given, ...pool }) => ({ ...pool, free: given })),
    party,
    Math.min(asked, party.length),
    rules,
  );
  return [
    ...(taken.length === rooms.length && tooMany.length === 0 ? [] : ['names rooms that it does not have, or too many beds of them']),
    ...(fewest === apart
      ? []
      : [`names rooms in which ${fewest ?? 'not all of the party, and so none'} sleep apart, by the reference ${apart}`]),
    ...(bedsIn(taken) >= asked || asked <= party.length ? [] : ['names too few beds']),
  ];
}
