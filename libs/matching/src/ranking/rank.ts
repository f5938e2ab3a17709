import type { Reason } from '@haven/kernel';
import type { Judged } from '../judging/judge-site.js';
import { plainRemedy, rankOf } from './remedies.js';
import { openQuestions, type Burden, type Weigh } from './burden.js';

/** A service that passes, at the nearest of its places that does. */
export interface Ranked {
  readonly judged: Judged;
  readonly burden: Burden;
}

/** A service that fails only one constraint, at the nearest place where that is so. */
export interface Missed {
  readonly judged: Judged;
  readonly failed: Reason;
}

type Tie = (id: string) => string;

const byHash =
  (tie: Tie) =>
  (a: Judged, b: Judged): number =>
    compare(tie(a.site.provider.serviceId), tie(b.site.provider.serviceId)) || compare(a.site.locationId, b.site.locationId);

const nearestFirst =
  (tie: Tie) =>
  (a: Judged, b: Judged): number =>
    a.site.meters - b.site.meters || byHash(tie)(a, b);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function oncePerService(judged: readonly Judged[]): Judged[] {
  const seen = new Set<string>();
  return judged.filter(({ site }) => !seen.has(site.provider.serviceId) && seen.add(site.provider.serviceId));
}

/**
 * The services that pass everything, the least burden first; among equals the nearest, the surest, the most specialised, then by the keyed
 * hash.
 */
export function rank(judged: readonly Judged[], weigh: Weigh, tie: Tie): Ranked[] {
  const passing = oncePerService(judged.filter(({ failed }) => failed.length === 0).sort(nearestFirst(tie)));
  return passing
    .map((one) => ({ judged: one, burden: weigh(one) }))
    .sort(
      (a, b) =>
        a.burden.meters - b.burden.meters ||
        a.judged.site.meters - b.judged.site.meters ||
        openQuestions(a.judged) - openQuestions(b.judged) ||
        b.judged.service.special - a.judged.service.special ||
        byHash(tie)(a.judged, b.judged),
    );
}

/**
 * The services that fail one constraint only, the nearest first, without those that match at another place. Among several places, the one
 * with the sooner remedy.
 */
export function missedBy(judged: readonly Judged[], tie: Tie): Missed[] {
  const matching = new Set(judged.filter(({ failed }) => failed.length === 0).map(({ site }) => site.provider.serviceId));
  const missed = judged.filter(({ site, failed }) => failed.length === 1 && !matching.has(site.provider.serviceId));
  const nearest = [...missed].sort(nearestFirst(tie));
  const best = oncePerService([...nearest].sort((a, b) => soonest(a) - soonest(b)));
  return best.sort(nearestFirst(tie)).map((one) => ({ judged: one, failed: one.failed[0]! }));
}

/** Constraints about people or beds are the same at every place of a service. */
const soonest = ({ failed }: Judged): number => rankOf(plainRemedy(failed[0]!.code) ?? 'WAIT_FOR_BED');
