import type { BurdenWeights, Freshness } from '@haven/kernel';
import type { Provider, Spot } from '../judging/candidate.js';
import { judgeHours, type HoursJudgement } from '../hours/judge-hours.js';
import type { Standing } from '../hours/opening-at.js';
import { hoursAt, type HoursByKind } from '../hours/place-hours.js';
import { countOf, knownBeds } from '../judging/judge-service.js';
import type { Judged } from '../judging/judge-site.js';
import { crossesBorder } from '../judging/judge-site.js';
import { wayOf } from '../languages/interpreter.js';
import { talkJudge } from '../judging/talk/judge-talk.js';
import type { LanguageFit } from '../languages/language-fit.js';
import { once } from '../once.js';
import type { MatchRequest, Need } from '../request/request.js';

/** Kinds of drawbacks, the distance first. */
export type BurdenCode =
  | 'DISTANCE'
  | 'POSITION_UNKNOWN'
  | 'LANGUAGE'
  | 'FRESHNESS'
  | 'FEW_BEDS'
  | 'CHILD_APART'
  | 'NOT_FOR_CHILDREN'
  | 'ASSESSMENT'
  | 'HOURS'
  | 'REFERRAL'
  | 'BORDER'
  | 'OPEN_QUESTIONS';

/** The cost of one drawback. */
export interface BurdenPart {
  readonly code: BurdenCode;
  readonly km: number;
}

/** The cost of a match: the distance, and its drawbacks. No part is below 0, so a match costs at least its distance. */
export interface Burden {
  /** Rounded to millimetres, so that rounding errors of the sum decide nothing. */
  readonly meters: number;
  /** The distance if it is known, and every drawback that costs something. */
  readonly parts: readonly BurdenPart[];
}

/** Weighs a service that passes. */
export type Weigh = (judged: Judged) => Burden;

/** Weighs the matches of a need, each once. */
export function weighing(request: MatchRequest, withBeds: boolean, weights: BurdenWeights): Weigh {
  const known = new WeakMap<Judged, Burden>();
  return (judged) => {
    const burden = known.get(judged) ?? burdenOf(request, judged, withBeds, weights);
    known.set(judged, burden);
    return burden;
  };
}

function burdenOf(request: MatchRequest, judged: Judged, withBeds: boolean, weights: BurdenWeights): Burden {
  const { site, service } = judged;
  const drawbacks: BurdenPart[] = [
    { code: 'LANGUAGE', km: languageKm(service.talk.fit, weights) },
    ...(withBeds ? bedParts(judged, weights) : []),
    { code: 'NOT_FOR_CHILDREN', km: service.isForChildren === false ? weights.notForChildren : 0 },
    { code: 'HOURS', km: hoursKm(judged.hours, weights) },
    { code: 'REFERRAL', km: service.needsReferral ? weights.referral : 0 },
    { code: 'BORDER', km: crossesBorder(request, site) ? weights.border : 0 },
    { code: 'OPEN_QUESTIONS', km: Math.min(openQuestions(judged) * weights.question, weights.questionsMost) },
  ];
  const parts = [...wayParts(site, weights), ...drawbacks.filter(({ km }) => km > 0)];
  return { meters: Math.round(parts.reduce((sum, { km }) => sum + km, 0) * 1e6) / 1e3, parts };
}

/** A service without a position may be as far away as the greatest distance of the request. */
function wayParts({ position, precision, meters }: Spot, { positionByCity }: BurdenWeights): BurdenPart[] {
  if (position === null) return [{ code: 'POSITION_UNKNOWN', km: meters / 1000 }];
  const byCity = precision === 'CITY' && positionByCity > 0;
  return [{ code: 'DISTANCE', km: meters / 1000 }, ...(byCity ? [{ code: 'POSITION_UNKNOWN' as const, km: positionByCity }] : [])];
}

const languageWeight = { CLOSE: 'languageClose', UNKNOWN: 'languageNotSaid', NONE: 'languageNone' } as const;

function languageKm(fit: LanguageFit, weights: BurdenWeights): number {
  if (fit.grade === 'INTERPRETER') return wayOf(fit.interpreter) === 'THERE' ? weights.interpreterThere : weights.interpreterByPhone;
  if (fit.grade !== 'DIRECT') return weights[languageWeight[fit.grade]];
  return Math.min(fit.rank * weights.languageFurtherDown, weights.languageFurtherDownMost);
}

const hoursWeight = { OPEN: null, SOON: 'opensSoon', CLOSED: 'closed', UNKNOWN: 'hoursNotSaid' } as const satisfies Record<
  Standing,
  keyof BurdenWeights | null
>;

/** 0 if somebody answers the phone at any hour. */
function hoursKm({ standing, isAnsweredAlways }: HoursJudgement, weights: BurdenWeights): number {
  const weight = hoursWeight[standing];
  return weight === null || isAnsweredAlways ? 0 : weights[weight];
}

const countWeight = { LIVE: null, AGING: 'countAging', STALE: 'countStale', UNKNOWN: 'noCount' } as const satisfies Record<
  Freshness,
  keyof BurdenWeights | null
>;

function countKm(freshness: Freshness, weights: BurdenWeights): number {
  const age = countWeight[freshness];
  return age === null ? 0 : weights[age];
}

function bedParts({ service: { beds, assessment } }: Judged, weights: BurdenWeights): BurdenPart[] {
  return [
    { code: 'FRESHNESS', km: countKm(beds?.freshness ?? 'UNKNOWN', weights) },
    { code: 'FEW_BEDS', km: beds && beds.free === beds.needed ? weights.lastBeds : 0 },
    { code: 'CHILD_APART', km: (beds?.apart.length ?? 0) * weights.childApart },
    { code: 'ASSESSMENT', km: assessment ? weights.assessment : 0 },
  ];
}

/** The least burden of a match at a service, in metres; its nearest place first. */
export type LeastBurden = (provider: Provider, spots: readonly Spot[]) => number;

/** Computed before a service is judged: by distance, language, age of the count, and hours. */
export function leastBurden(request: MatchRequest, need: Need, weights: BurdenWeights): LeastBurden {
  const talkTo = talkJudge(request, need);
  const closedKm = once((hours: HoursByKind) => hoursKm(judgeHours(hours, request.at), weights));
  return (provider, [nearest, ...others]) => {
    const count = need.beds === null ? 0 : countKm(countedAt(provider, request.at), weights);
    const closed = others.length > 0 ? 0 : closedKm(hoursAt(provider.hours, nearest!.locationId));
    return nearest!.meters + (languageKm(talkTo(provider).fit, weights) + count + closed) * 1_000;
  };
}

function countedAt(provider: Provider, at: Date): Freshness {
  const beds = knownBeds(provider);
  return beds ? countOf(beds, at).freshness : 'UNKNOWN';
}

/** Questions that are weighed otherwise. Who cares for a child is not a question to the place. */
const weighedAlready = ['ASK_CARER', 'ASK_BEDS', 'ASK_LANGUAGES', 'ASK_PAPERS', 'ASK_HOURS'];

/** How many questions a match leaves open, without those that are weighed otherwise. */
export const openQuestions = ({ asks }: Judged): number => asks.filter(({ code }) => !weighedAlready.includes(code)).length;

/** The burden at which a score is one half. */
const halfwayKm = 20;

/** 1 is best; the score falls towards 0 with every kilometre. */
export const scoreOf = ({ meters }: Burden): number => halfwayKm / (halfwayKm + meters / 1000);
