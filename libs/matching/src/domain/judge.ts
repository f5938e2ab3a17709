import { avoidedAs } from './avoid.js';
import type { Provider, Spot } from './candidate.js';
import { serviceJudge } from './judge-service.js';
import { judgeSite } from './judge-site.js';
import type { Judged } from './judge-site.js';
import type { MatchRequest, Need } from './request.js';

/** Judges a service at each of its places. */
export type Judge = (provider: Provider, spots: readonly Spot[]) => Judged[];

/** What belongs to the service is judged once, and nothing is weighed twice that is the same. */
export function judge(request: MatchRequest, need: Need): Judge {
  const avoided = avoidedAs(request.avoid);
  const judgeService = serviceJudge(request, need);
  return (provider, spots) => {
    const service = judgeService(provider);
    return spots.map((spot) => judgeSite(request, service, { ...spot, provider }, avoided));
  };
}
