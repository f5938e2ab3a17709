import type { ServiceView } from '@haven/events';
import { judge } from '../judging/judge.js';
import type { Weigh } from '../ranking/burden.js';
import { rank } from '../ranking/rank.js';
import { askedFor, type MatchRequest, type Need } from '../request/request.js';
import type { MatchView } from '../ports.js';
import { readOnce } from '../walk/read-once.js';
import { Walk } from '../walk/walk.js';

/** Child protection services, by the indexes of the members whom they take. */
export type Protection = ReadonlyMap<number, Pick<ServiceView, 'id' | 'name'>>;

/** The nearest child protection service within the distance that takes each of these. */
export async function findProtection(
  view: MatchView,
  request: MatchRequest,
  members: readonly number[],
  tie: (id: string) => string,
): Promise<Protection> {
  if (members.length === 0) return new Map();
  const shared = readOnce(view);
  const nearest = new Map<number, string>();
  for (const member of members) {
    const need: Need = { category: 'CHILD_PROTECTION', beds: null, member, for: null, interpreter: null };
    const mine = askedFor(request, need);
    const weigh: Weigh = ({ site: { meters } }) => ({ meters, parts: [] });
    const walk = new Walk(shared, { request: mine, need, judgeAt: judge(mine, need), weigh, talks: null }, true);
    await walk.until('OPEN', () => walk.burdenOf(1));
    const [first] = rank(walk.judged, weigh, tie);
    if (first) nearest.set(member, first.judged.site.serviceId);
  }
  const entries = await view.entries([...new Set(nearest.values())]);
  return new Map([...nearest].map(([member, id]) => [member, entries.get(id)!.service]));
}
