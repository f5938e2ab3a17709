import type { Freshness } from '@haven/kernel';
import { languageFit } from './languages.js';
import type { LanguageFit } from './languages.js';
import type { Judged } from './judge-site.js';
import type { MatchRequest } from './request.js';

/**
 * Weights of the parts of a score, each part in [0,1]. For a need without beds the weights of the first two are scaled
 * up to 1. Room for specialisation, opening hours and verification is made by adding a part here.
 */
export const scoreWeights = { proximity: 0.5, language: 0.2, freshness: 0.15, beds: 0.15 } as const;

/** Each open question takes this share off: what is sure comes before what must be asked. */
export const openQuestionShare = 0.05;

/** Distance at which proximity is one half. */
export const halfwayMeters = 20_000;

const freshnessScore: Record<Freshness, number> = { LIVE: 1, AGING: 0.7, STALE: 0.3, UNKNOWN: 0 };

const proximityScore = (meters: number): number => halfwayMeters / (halfwayMeters + meters);

/** A language farther down the person's list counts less, but any shared language beats none. */
function languageScore(fit: LanguageFit, said: boolean): number {
  if (fit.kind === 'NONE') return said ? 0 : 0.3;
  return (fit.kind === 'SAME' ? 1 : 0.9) * Math.max(0.5, 1 - fit.rank * 0.1);
}

/** From 1/2 for the last beds towards 1. */
const bedScore = (free: number, needed: number): number => (free - needed + 1) / (free - needed + 2);

/** 0 (worst) to 1 (best), rounded so that the last bits of a sum decide nothing. */
export function scoreOf(request: MatchRequest, judged: Judged, withBeds: boolean): number {
  const { site, service, asks } = judged;
  const language = languageScore(languageFit(request.languages, site.provider.languages), site.provider.languages.length > 0);
  const base = scoreWeights.proximity * proximityScore(site.meters) + scoreWeights.language * language;
  const sum = withBeds ? base + bedPart(service.beds) : base / (scoreWeights.proximity + scoreWeights.language);
  return Math.round(sum * (1 - openQuestionShare) ** asks.length * 1e6) / 1e6;
}

function bedPart(beds: Judged['service']['beds']): number {
  return beds ? scoreWeights.freshness * freshnessScore[beds.freshness] + scoreWeights.beds * bedScore(beds.free, beds.needed) : 0;
}

/** No place that far can score more: everything but the distance is at its best. The search stops by it. */
export function bestScoreAt(meters: number, withBeds: boolean): number {
  const { proximity, language, freshness, beds } = scoreWeights;
  const rest = withBeds ? language + freshness + beds : language;
  const total = withBeds ? 1 : proximity + language;
  return (proximity * proximityScore(meters) + rest) / total;
}
