import { turnTaker } from '@haven/kernel';
import type { Spot } from '../domain/candidate.js';
import type { Judge } from '../domain/judge.js';
import type { Judged } from '../domain/judge-site.js';
import { nearMisses, nearMissesMax, rank } from '../domain/rank.js';
import type { Missed, Ranked } from '../domain/rank.js';
import type { MatchRequest, Need } from '../domain/request.js';
import { bestScoreAt } from '../domain/score.js';
import { servicesAtOnce } from './ports.js';
import type { MatchView, Nearby } from './ports.js';

/** What was found for one need. */
export interface FoundForNeed {
  readonly need: Need;
  readonly considered: number;
  readonly ranked: readonly Ranked[];
  readonly missed: readonly Missed[];
}

/** A need of a request, and who judges for it. */
export interface NeedSearch {
  readonly request: MatchRequest;
  readonly need: Need;
  readonly judgeAt: Judge;
  readonly tie: (id: string) => string;
}

/**
 * Judges the services from the nearest on, each at all of its places, and stops when none of the rest can change the answer:
 * exact, though it need not read every service in the radius.
 */
export async function findForNeed(view: MatchView, search: NeedSearch): Promise<FoundForNeed> {
  const { request, need, tie } = search;
  const nearby = await view.nearby(request, need.category);
  const considered = new Set(nearby.spots.filter(({ active }) => active).map(({ serviceId }) => serviceId)).size;
  const inside = await judgeUntil(view, search, nearby, (judged, nextMeters) => {
    const ranked = rank(request, need, judged, tie);
    const last = ranked[request.first - 1];
    const settled = last !== undefined && last.score > bestScoreAt(nextMeters, need.beds !== null);
    return settled && nearMisses(judged, tie).filter(({ judged: { site } }) => site.meters < nextMeters).length === nearMissesMax;
  });
  const ranked = rank(request, need, inside, tie).slice(0, request.first);
  return { need, considered, ranked, missed: await findMissed(view, search, inside) };
}

/** Near misses inside the distance are nearer than any beyond it. */
async function findMissed(view: MatchView, search: NeedSearch, inside: readonly Judged[]): Promise<Missed[]> {
  const { request, need, tie } = search;
  const missed = nearMisses(inside, tie);
  if (missed.length === nearMissesMax) return missed;
  const spots = await view.spotsBeyond(request, need.category);
  const enough = (judged: readonly Judged[]) => nearMisses([...inside, ...judged], tie).length === nearMissesMax;
  return nearMisses([...inside, ...(await judgeUntil(view, search, { spots, providers: new Map() }, enough))], tie);
}

/** In batches, each twice as large as the one before. */
async function judgeUntil(
  view: MatchView,
  { request, judgeAt }: NeedSearch,
  { spots, providers: atHand }: Nearby,
  isEnough: (judged: readonly Judged[], nextMeters: number) => boolean,
): Promise<Judged[]> {
  const services = [...byService(spots)];
  const judged: Judged[] = [];
  const turn = turnTaker();
  for (let done = 0, batch = servicesAtOnce; done < services.length; done += batch / 2) {
    const next = services.slice(done, done + batch);
    const ids = next.map(([serviceId]) => serviceId);
    const providers = done === 0 && atHand.size > 0 ? atHand : await view.providers(request, ids);
    for (const [serviceId, places] of next) {
      const provider = providers.get(serviceId);
      // It may be gone since its places were read.
      if (provider) judged.push(...judgeAt(provider, places));
      const others = turn();
      if (others) await others;
    }
    batch *= 2;
    const after = services[done + next.length];
    if (after && isEnough(judged, after[1][0]!.meters)) break;
  }
  return judged;
}

/** In order of the nearest place. */
function byService(spots: readonly Spot[]): Map<string, Spot[]> {
  const services = new Map<string, Spot[]>();
  for (const spot of spots) services.set(spot.serviceId, [...(services.get(spot.serviceId) ?? []), spot]);
  return services;
}
