import { avoidedAs } from './avoid.js';
import type { Provider, Spot } from './candidate.js';
import { serviceJudge, type ServiceJudge } from './judge-service.js';
import { judgeSite } from './judge-site.js';
import type { Judged } from './judge-site.js';
import { once } from '../once.js';
import type { MatchRequest, Need } from '../request/request.js';
import { seenWith, standingIn } from './standing.js';

/** Judges a service at each of its places. `sparingly`: not if its rule refuses somebody, because then it is no match anyway. */
export type Judge = (provider: Provider, spots: readonly Spot[], sparingly?: boolean) => Judged[];

/** The service is judged once for all its places, and equal objects are judged once. */
export function judge(request: MatchRequest, need: Need): Judge {
  const avoided = avoidedAs(request.avoid);
  const judgeServiceIn = judgesByCountry(request, need);
  return (provider, spots, sparingly = false) => {
    const serviceAs = once((service: ServiceJudge) => (sparingly && service.refuses(provider) ? null : service.judge(provider)));
    return spots.flatMap((spot) => {
      const service = serviceAs(judgeServiceIn(spot.country));
      return service ? [judgeSite(request, service, { ...spot, provider }, avoided)] : [];
    });
  };
}

/** Countries that see the party alike share the judgements. */
function judgesByCountry(request: MatchRequest, need: Need): (country: string | null) => ServiceJudge {
  const judges = new Map<string, ServiceJudge>();
  return once((country) => {
    const standing = standingIn(country, request.party);
    const key = standing.join();
    const judgeService = judges.get(key) ?? serviceJudge({ ...request, party: seenWith(standing, request.party) }, need);
    judges.set(key, judgeService);
    return judgeService;
  });
}
