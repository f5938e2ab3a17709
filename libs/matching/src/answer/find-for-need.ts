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
  /** null: not asked. */
  readonly considered: number | null;
  /** All that were judged. */
  readonly judged: readonly Judged[];
  /** The best, among which a plan may choose, whatever is shown. */
  readonly candidates: readonly Ranked[];
  /** What is shown of the matches, and up to where they reach then. */
  readonly shown: readonly Ranked[];
  readonly end: Cursor | null;
  /** Least burden in metres of the matches that are not among the candidates; null: these are all. */
  readonly cutAt: number | null;
  readonly missed: readonly NearMiss[];
  /** null: not asked. */
  readonly funnel: readonly FunnelStep[] | null;
  /** null: not asked. */
  readonly splits: readonly FoundSplit[] | null;
}

/** What an answer says of a need besides its matches. */
export interface AskedOfNeed {
  readonly considered: boolean;
  readonly nearMisses: boolean;
  readonly funnel: boolean;
  readonly splits: boolean;
  /** Whether a plan is chosen among the candidates; left out: yes. */
  readonly plan?: boolean;
  /** What became of the need, also where nothing fits. */
  readonly outcome?: boolean;
}

/** What was found for one need, with the entries of all that may be shown, as they were at that moment. */
export interface SoughtNeed {
  readonly found: FoundForNeed;
  readonly entries: ReadonlyMap<string, DirectoryEntry>;
  /** What each match says besides: it is about the people. */
  readonly besides: readonly Reason[];
}

/** Candidates of each need among which a plan of several needs chooses, however many are shown. */
export const planCandidates = 50;

/** With one need a plan is the best match. */
const candidatesOf = ({ needs, first }: MatchRequest, { plan = true }: AskedOfNeed): number =>
  plan && needs.length > 1 ? planCandidates : first;

/**
 * Judges the services from the nearest on, each at all of its places, and stops when none of the rest can change the matches:
 * exact, though it need not read every service in the radius. `asked`: what is worked out besides.
 */
export async function findForNeed(view: MatchView, search: NeedSearch, asked: AskedOfNeed): Promise<FoundForNeed> {
  const { request, need, weigh, tie } = search;
  const { after = null } = need;
  const count = candidatesOf(request, asked);
  const most = Math.max(count, request.first);
  // With one more it is known whether these are all.
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

/** Near misses and the like need services that are no matches, too. */
async function meetEveryKind(walk: Walk, { funnel, nearMisses, outcome }: AskedOfNeed): Promise<void> {
  if (funnel) await walk.until('ALL', () => Infinity);
  else if (nearMisses || outcome) await walk.until('ALL', () => walk.distanceOf(missesAmong.within));
}
