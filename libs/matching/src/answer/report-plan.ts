import { inTurns } from '@haven/kernel';
import { findPlan } from '../plan/find-plan.js';
import type { Site } from '../judging/candidate.js';
import type { PlanNeed, PlanOption } from '../plan/plan-option.js';
import type { Ranked } from '../ranking/rank.js';
import type { MatchRequest, Need } from '../request/request.js';
import type { SoughtNeed } from './find-for-need.js';
import type { FoundMatch } from './found-match.js';
import { matchOf } from './found-match.js';

/** A need, and the request's name for the person who has it. */
type PlannedNeed = Pick<Need, 'category' | 'for'>;

/** One provider for each need that has a match. */
export interface ReportedPlan {
  readonly items: readonly (PlannedNeed & { readonly match: FoundMatch })[];
  readonly complete: boolean;
  readonly missing: readonly PlannedNeed[];
  readonly stops: number;
  readonly travelMeters: number;
  readonly burdenKm: number;
  readonly gapKm: number;
}

/** The plan over all candidates; null if no need has any. */
export async function planFor(request: MatchRequest, sought: readonly SoughtNeed[]): Promise<ReportedPlan | null> {
  const plan = await inTurns(findPlan(sought.map(planNeedOf)));
  if (!plan) return null;
  const items = sought.flatMap(({ found, entries, peopleReasons }, i) => {
    const chosen = plan.choice[i] ?? null;
    if (chosen === null) return [];
    const candidate = found.candidates[chosen]!;
    const match = matchOf(request, found.need, candidate, entries.get(candidate.judged.site.serviceId)!, peopleReasons);
    return [{ ...plannedNeed(found.need), match }];
  });
  const missing = sought.filter((_, i) => plan.choice[i] === null).map(({ found }) => plannedNeed(found.need));
  return {
    items,
    complete: missing.length === 0,
    missing,
    stops: plan.stops,
    travelMeters: plan.travelMeters,
    burdenKm: plan.burdenMeters / 1000,
    gapKm: plan.gapMeters / 1000,
  };
}

const plannedNeed = ({ category, for: id }: Need): PlannedNeed => ({ category, for: id });

const planNeedOf = ({ found: { need, candidates, cutAt } }: SoughtNeed): PlanNeed => ({
  category: need.category,
  options: candidates.map(optionOf),
  cutAt,
});

function optionOf({ judged: { site }, burden }: Ranked): PlanOption {
  const meters = site.position ? site.meters : 0;
  return {
    organizationId: site.provider.organizationId,
    stop: stopOf(site),
    position: site.position,
    meters,
    drawbackMeters: burden.meters - meters,
  };
}

/** Public places at the same point are one stop. Two places that are only known by cell or town are not. */
function stopOf({ serviceId, locationId, position, precision }: Site): string {
  if (position === null) return `somewhere, ${serviceId}`;
  return precision === 'EXACT' ? `${position.latitude},${position.longitude}` : locationId;
}
