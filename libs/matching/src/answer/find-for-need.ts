import type { Reason } from '@haven/kernel';
import { funnelOf, type FunnelStep } from '../judging/funnel.js';
import type { Judged } from '../judging/judge-site.js';
import type { NearMiss } from '../misses/remedy-of.js';
import type { Cursor } from '../request/cursor.js';
import { pageOf, startOf } from './page.js';
import { rank } from '../ranking/rank.js';
import type { Ranked } from '../ranking/rank.js';
import type { MatchRequest, Need } from '../request/request.js';
import { findMisses, missesAmong } from '../misses/find-misses.js';
import { findSplits, type FoundSplit } from '../splits/find-splits.js';
import type { DirectoryEntry, MatchView } from '../ports.js';
import { Walk, type NeedSearch } from '../walk/walk.js';

/** What was found for one need. */
export interface FoundForNeed {
  readonly need: Need;
  /** Null: not requested. */
  readonly considered: number | null;
  /** Every place that was judged. */
  readonly judged: readonly Judged[];
  /** The best matches, from which a plan may choose, however many are shown. */
  readonly candidates: readonly Ranked[];
  /** The matches shown, and where the next page begins. */
  readonly shown: readonly Ranked[];
  readonly end: Cursor | null;
  /** The least burden, in metres, of matches that are not among the candidates; null if all are. */
  readonly cutAt: number | null;
  readonly missed: readonly NearMiss[];
  /** Null: not requested. */
  readonly funnel: readonly FunnelStep[] | null;
  /** Null: not requested. */
  readonly splits: readonly FoundSplit[] | null;
}

/** Which results a request wants for a need, besides its matches. */
export interface AskedOfNeed {
  readonly considered: boolean;
  readonly nearMisses: boolean;
  readonly funnel: boolean;
  readonly splits: boolean;
  /** Whether a plan chooses among the candidates; default: yes. */
  readonly plan?: boolean;
  /** The outcome of the need, even if nothing fits. */
  readonly outcome?: boolean;
}

/** The results for one need, with the entries of everything that may be shown, all of the same moment. */
export interface SoughtNeed {
  readonly found: FoundForNeed;
  readonly entries: ReadonlyMap<string, DirectoryEntry>;
  /** Reasons about the people, added to every match. */
  readonly peopleReasons: readonly Reason[];
}

/** The number of candidates for each need from which a plan of several needs chooses, however many are shown. */
export const planCandidates = 50;

/** With one need, the plan is the best match. */
const candidatesOf = ({ needs, first }: MatchRequest, { plan = true }: AskedOfNeed): number =>
  plan && needs.length > 1 ? planCandidates : first;

/**
 * Judges the services from the nearest on, each at all of its places, and stops when none of the rest can change the matches. The result is
 * exact, although it need not read every service in the radius. `asked`: further results to compute.
 */
export async function findForNeed(view: MatchView, search: NeedSearch, asked: AskedOfNeed): Promise<FoundForNeed> {
  const { request, need, weigh, tie } = search;
  const { after = null } = need;
  const count = candidatesOf(request, asked);
  const most = Math.max(count, request.first);
  // One more shows whether these are all.
  const walk = new Walk(view, search, !asked.outcome, after ? Infinity : most + 1);
  await meetEveryKind(walk, asked);
  const isAll = await walk.until('OPEN', () => {
    const start = after ? startOf(rank(walk.judged, weigh, tie), after) : 0;
    return walk.burdenOf(Math.max(count, start + request.first));
  });
  const ranked = rank(walk.judged, weigh, tie);
  const candidates = ranked.slice(0, count);
  const cutAt = isAll && ranked.length <= count ? null : candidates.at(-1)!.burden.meters;
  const { shown, end } = pageOf(ranked, after, request.first);
  const considered = asked.considered || asked.funnel ? (walk.active() ?? (await view.considered(request, need.category))) : null;
  return {
    ...{ need, judged: walk.judged, candidates, cutAt, shown, end },
    considered: asked.considered ? considered : null,
    missed: asked.nearMisses ? await findMisses(view, search, walk) : [],
    funnel: asked.funnel ? funnelOf(request, await view.listed(need.category), considered!, walk.judged) : null,
    splits: asked.splits ? (ranked.length > 0 ? [] : await findSplits(view, search)) : null,
  };
}

/** Near misses, funnel and outcome also need services that are no matches. */
async function meetEveryKind(walk: Walk, { funnel, nearMisses, outcome }: AskedOfNeed): Promise<void> {
  if (funnel) await walk.until('ALL', () => Infinity);
  else if (nearMisses || outcome) await walk.until('ALL', () => walk.distanceOf(missesAmong.within));
}
