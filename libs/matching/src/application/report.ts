import type { ServiceView } from '@haven/contracts';
import type { NeedCategory, Reason } from '@haven/kernel';
import type { Missed } from '../domain/ranking/rank.js';
import type { MatchRequest } from '../domain/request.js';
import type { SoughtNeed } from './find-for-need.js';
import { distanceOf, matchOf, type FoundMatch, type MatchDistance } from './found-match.js';
import { planFor, type ReportedPlan } from './report-plan.js';

/** A service that one constraint alone keeps out. */
export interface FoundNearMiss {
  readonly service: ServiceView;
  readonly distance: MatchDistance;
  readonly failed: Reason;
}

/** The answer to `match`. */
export interface MatchReport {
  readonly needs: readonly {
    readonly category: NeedCategory;
    readonly considered: number;
    readonly matches: readonly FoundMatch[];
    readonly nearMisses: readonly FoundNearMiss[];
  }[];
  readonly plan: ReportedPlan | null;
  readonly asOf: Date;
}

/** Puts together what was found. */
export async function reportOf(request: MatchRequest, sought: readonly SoughtNeed[]): Promise<MatchReport> {
  const needs = sought.map(({ found: { need, considered, candidates, missed }, entries }) => ({
    category: need.category,
    considered,
    matches: candidates.slice(0, request.first).map((one) => matchOf(request, one, entries.get(one.judged.site.serviceId)!)),
    nearMisses: missed.map((one) => missOf(one, entries)),
  }));
  return { needs, plan: await planFor(request, sought), asOf: request.at };
}

const missOf = ({ judged, failed }: Missed, entries: SoughtNeed['entries']): FoundNearMiss => ({
  service: entries.get(judged.site.serviceId)!.service,
  distance: distanceOf(judged.site),
  failed,
});
