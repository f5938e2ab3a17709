import { turnTaker } from '@haven/kernel';
import type { Spot } from '../domain/candidate.js';
import type { Judge } from '../domain/judge.js';
import type { Judged } from '../domain/judge-site.js';
import type { Weigh } from '../domain/ranking/burden.js';
import type { MatchRequest, Need } from '../domain/request.js';
import { servicesAtOnce } from './ports.js';
import type { MatchView, Nearby } from './ports.js';

/** A need of a request, and who judges for it. */
export interface NeedSearch {
  readonly request: MatchRequest;
  readonly need: Need;
  readonly judgeAt: Judge;
  readonly weigh: Weigh;
  readonly tie: (id: string) => string;
}

/** In batches, each twice as large as the one before; whether all of them were judged. */
export async function judgeUntil(
  view: MatchView,
  { request, judgeAt }: Pick<NeedSearch, 'request' | 'judgeAt'>,
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
export function byService(spots: readonly Spot[]): Map<string, Spot[]> {
  const services = new Map<string, Spot[]>();
  for (const spot of spots) services.set(spot.serviceId, [...(services.get(spot.serviceId) ?? []), spot]);
  return services;
}
