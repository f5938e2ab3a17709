import type { Reason } from '@haven/kernel';
import type { Judged } from './judge-site.js';
import type { MatchRequest, Need } from './request.js';
import { scoreOf } from './score.js';

/** A service that passes, at the nearest of its places that does. */
export interface Ranked {
  readonly judged: Judged;
  readonly score: number;
}

/** A service that one constraint alone keeps out, at the nearest place where it is so. */
export interface Missed {
  readonly judged: Judged;
  readonly failed: Reason;
}

const nearestFirst =
  (tie: (id: string) => string) =>
  (a: Judged, b: Judged): number =>
    a.site.meters - b.site.meters ||
    compare(tie(a.site.provider.serviceId), tie(b.site.provider.serviceId)) ||
    compare(a.site.locationId, b.site.locationId);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function oncePerService(judged: readonly Judged[]): Judged[] {
  const seen = new Set<string>();
  return judged.filter(({ site }) => !seen.has(site.provider.serviceId) && seen.add(site.provider.serviceId));
}

/** The services that pass everything, best score first, then nearest, then by the keyed hash. */
export function rank(request: MatchRequest, need: Need, judged: readonly Judged[], tie: (id: string) => string): Ranked[] {
  const nearest = nearestFirst(tie);
  const passing = oncePerService(judged.filter(({ failed }) => failed.length === 0).sort(nearest));
  return passing
    .map((one) => ({ judged: one, score: scoreOf(request, one, need.beds !== null) }))
    .sort((a, b) => b.score - a.score || nearest(a.judged, b.judged));
}

/** Near misses that a report names. */
export const nearMissesMax = 3;

/** The nearest services that fail one constraint only; not those that match at another place. */
export function nearMisses(judged: readonly Judged[], tie: (id: string) => string): Missed[] {
  const matching = new Set(judged.filter(({ failed }) => failed.length === 0).map(({ site }) => site.provider.serviceId));
  const missed = judged.filter(({ site, failed }) => failed.length === 1 && !matching.has(site.provider.serviceId));
  return oncePerService([...missed].sort(nearestFirst(tie)))
    .slice(0, nearMissesMax)
    .map((one) => ({ judged: one, failed: one.failed[0]! }));
}
