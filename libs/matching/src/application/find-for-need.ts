import { turnTaker } from '@haven/kernel';
import type { Spot } from '../domain/candidate.js';
import type { Judge } from '../domain/judge.js';
import type { Judged } from '../domain/judge-site.js';
import type { Weigh } from '../domain/ranking/burden.js';
import { nearMisses, nearMissesMax, rank } from '../domain/ranking/rank.js';
import type { Missed, Ranked } from '../domain/ranking/rank.js';
import type { MatchRequest, Need } from '../domain/request.js';
import { servicesAtOnce } from './ports.js';
import type { DirectoryEntry, MatchView, Nearby } from './ports.js';

/** What was found for one need. */
export interface FoundForNeed {
  readonly need: Need;
  readonly considered: number;
  /** The best, more than are shown where a plan may choose among them. */
  readonly candidates: readonly Ranked[];
  /** Least burden in metres of the matches that are not among the candidates; null: these are all. */
  readonly cutAt: number | null;
  readonly missed: readonly Missed[];
}

/** What was found for one need, with the entries of all that may be shown, as they were at that moment. */
export interface SoughtNeed {
  readonly found: FoundForNeed;
  readonly entries: ReadonlyMap<string, DirectoryEntry>;
}

/** A need of a request, and who judges for it. */
export interface NeedSearch {
  readonly request: MatchRequest;
  readonly need: Need;
  readonly judgeAt: Judge;
  readonly weigh: Weigh;
  readonly tie: (id: string) => string;
}

/** Candidates of each need among which a plan of several needs chooses, however many are shown. */
export const planCandidates = 50;

/** With one need a plan is the best match. */
const candidatesOf = ({ needs, first }: MatchRequest): number => (needs.length > 1 ? planCandidates : first);

/**
 * Judges the services from the nearest on, each at all of its places, and stops when none of the rest can change the answer:
 * exact, though it need not read every service in the radius.
 */
export async function findForNeed(view: MatchView, search: NeedSearch): Promise<FoundForNeed> {
  const { request, need, weigh, tie } = search;
  const count = candidatesOf(request);
  const nearby = await view.nearby(request, need.category);
  const considered = new Set(nearby.spots.filter(({ active }) => active).map(({ serviceId }) => serviceId)).size;
  const { judged: inside, isAll } = await judgeUntil(view, search, nearby, (judged, nextMeters) => {
    const last = rank(judged, weigh, tie)[count - 1];
    // No burden is less than the distance.
    const settled = last !== undefined && last.burden.meters < nextMeters;
    return settled && nearMisses(judged, tie).filter(({ judged: { site } }) => site.meters < nextMeters).length === nearMissesMax;
  });
  const ranked = rank(inside, weigh, tie);
  const candidates = ranked.slice(0, count);
  const cutAt = isAll && ranked.length <= count ? null : candidates.at(-1)!.burden.meters;
  return { need, considered, candidates, cutAt, missed: await findMissed(view, search, inside) };
}

/** Near misses inside the distance are nearer than any beyond it. */
async function findMissed(view: MatchView, search: NeedSearch, inside: readonly Judged[]): Promise<Missed[]> {
  const { request, need, tie } = search;
  const missed = nearMisses(inside, tie);
  if (missed.length === nearMissesMax) return missed;
  const spots = await view.spotsBeyond(request, need.category);
  const enough = (judged: readonly Judged[]) => nearMisses([...inside, ...judged], tie).length === nearMissesMax;
  const { judged: beyond } = await judgeUntil(view, search, { spots, providers: new Map() }, enough);
  return nearMisses([...inside, ...beyond], tie);
}

/** In batches, each twice as large as the one before; whether all of them were judged. */
async function judgeUntil(
  view: MatchView,
  { request, judgeAt }: NeedSearch,
  { spots, providers: atHand }: Nearby,
  isEnough: (judged: readonly Judged[], nextMeters: number) => boolean,
): Promise<{ readonly judged: readonly Judged[]; readonly isAll: boolean }> {
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
    if (after && isEnough(judged, after[1][0]!.meters)) return { judged, isAll: false };
  }
  return { judged, isAll: true };
}

/** In order of the nearest place. */
function byService(spots: readonly Spot[]): Map<string, Spot[]> {
  const services = new Map<string, Spot[]>();
  for (const spot of spots) services.set(spot.serviceId, [...(services.get(spot.serviceId) ?? []), spot]);
  return services;
}
