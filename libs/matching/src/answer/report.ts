import { mapInTurns } from '@haven/kernel';
import type { NeedCategory, Reason } from '@haven/kernel';
import type { FunnelStep } from '../judging/funnel.js';
import type { Remedy } from '../ranking/remedies.js';
import type { NearMiss } from '../misses/remedy-of.js';
import { writeCursor } from '../request/cursor.js';
import type { MatchRequest } from '../request/request.js';
import type { SoughtNeed } from './find-for-need.js';
import { availabilityAt, distanceOf, locationOf, matchOf, phonesOf, type FoundMatch } from './found-match.js';
import type { DirectoryEntry } from '../ports.js';
import { planFor, type ReportedPlan } from './report-plan.js';
import { splitsOf, type ReportedSplit } from './report-splits.js';

/** A service that fails only one constraint. */
export interface FoundNearMiss extends Pick<FoundMatch, 'service' | 'location' | 'distance' | 'phones' | 'availability'> {
  readonly failed: Reason;
  readonly member: number | null;
  readonly remedy: Remedy;
}

/** The answer to `match`. */
export interface MatchReport {
  readonly needs: readonly {
    readonly category: NeedCategory;
    readonly for: string | null;
    readonly considered: number | null;
    readonly matches: readonly FoundMatch[];
    readonly endCursor: string | null;
    readonly nearMisses: readonly FoundNearMiss[];
    readonly funnel: readonly FunnelStep[] | null;
    readonly splits: readonly ReportedSplit[] | null;
  }[];
  readonly plan: ReportedPlan | null;
  readonly asOf: Date;
}

/** Builds the report from the results. */
export async function reportOf(request: MatchRequest, sought: readonly SoughtNeed[], withPlan: boolean): Promise<MatchReport> {
  const needs: MatchReport['needs'][number][] = [];
  for (const one of sought) needs.push(await needReport(request, one));
  return { needs, plan: withPlan ? await planFor(request, sought) : null, asOf: request.at };
}

async function needReport(request: MatchRequest, sought: SoughtNeed): Promise<MatchReport['needs'][number]> {
  const { found, entries, peopleReasons } = sought;
  const { need, considered, shown, end, missed, funnel } = found;
  const entryOf = ({ judged }: Pick<NearMiss, 'judged'>) => entries.get(judged.site.serviceId)!;
  return {
    ...{ category: need.category, for: need.for },
    ...{ considered, funnel },
    endCursor: end && writeCursor(end),
    matches: await mapInTurns(shown, (one) => matchOf(request, need, one, entryOf(one), peopleReasons)),
    nearMisses: missed.map((one) => missOf(request, one, entryOf(one))),
    splits: splitsOf(sought),
  };
}

const missOf = (request: MatchRequest, { judged, failed, member, remedy }: NearMiss, { service, beds }: DirectoryEntry): FoundNearMiss => ({
  ...{ failed, member, remedy },
  service,
  location: locationOf(service, judged.site),
  distance: distanceOf(judged.site),
  phones: phonesOf(service, judged.site, request.at),
  availability: beds && availabilityAt(beds, request.at),
});
