import { turnTaker } from '@haven/kernel';
import type { Judged } from '../judging/judge-site.js';
import { chooseMisses } from './choose-misses.js';
import { plainRemedy } from '../ranking/remedies.js';
import { remedyOf, type NearMiss } from './remedy-of.js';
import { fitsApart } from './without.js';
import { missedBy, type Missed } from '../ranking/rank.js';
import type { DirectoryEntry, MatchView } from '../ports.js';
import { judging, type NeedSearch, type Walk } from '../walk/walk.js';

/** Near misses are searched among so many of the nearest services within the distance, and beyond it. */
export const missesAmong = { within: 150, beyond: 50 } as const;

/** For so many of the nearest, it is tried whether other people or beds would help. */
const triedMost = 10;

/** Near misses, each with the remedy that is soonest possible. */
export async function findMisses(view: MatchView, search: NeedSearch, walk: Walk): Promise<NearMiss[]> {
  const { request, need, tie } = search;
  const near = walk.nearest(missesAmong.within);
  const inside = walk.judged.filter(({ site }) => near.has(site.serviceId));
  const beyond = await judgedBeyond(view, search);
  const missed = missedBy([...inside, ...beyond], tie);
  const tried = missed.filter(isTried).slice(0, triedMost);
  const full = tried.filter(({ failed }) => failed.code === 'NO_BEDS').map(idOf);
  const entries = full.length > 0 ? await view.entries(full) : new Map<string, DirectoryEntry>();
  const without = fitsApart(request, need, inside);
  const turn = turnTaker();
  const all: NearMiss[] = [];
  for (const one of missed.filter((miss) => !isTried(miss) || tried.includes(miss))) {
    all.push(remedyOf(request, need, one, entries.get(idOf(one))?.beds ?? null, without));
    const others = turn();
    if (others) await others;
  }
  return chooseMisses(all);
}

const isTried = ({ failed }: Missed): boolean => plainRemedy(failed.code) === null;

const idOf = ({ judged }: Missed): string => judged.site.serviceId;

/** The nearest services beyond the distance. None of them is a match, so their other places do not matter. */
async function judgedBeyond(view: MatchView, { request, need, judgeAt }: NeedSearch): Promise<Judged[]> {
  const judged: Judged[] = [];
  await judging(judgeAt)(await view.beyond(request, need.category, missesAmong.beyond), { found: (one) => judged.push(...one) });
  return judged;
}
