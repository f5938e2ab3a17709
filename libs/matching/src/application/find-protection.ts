import type { ServiceView } from '@haven/contracts';
import { judge } from '../domain/judge.js';
import { rank } from '../domain/ranking/rank.js';
import { askedFor, type MatchRequest, type Need } from '../domain/request.js';
import { judgeUntil } from './judge-until.js';
import type { MatchView } from './ports.js';

/** Child protection services, by the places in the party of those whom they take. */
export type Protection = ReadonlyMap<number, Pick<ServiceView, 'id' | 'name'>>;

/** The nearest child protection service within the distance that takes each of these; looked for among the nearest that are read at once. */
export async function findProtection(
  view: MatchView,
  request: MatchRequest,
  members: readonly number[],
  tie: (id: string) => string,
): Promise<Protection> {
  if (members.length === 0) return new Map();
  const nearby = await view.nearby(request, 'CHILD_PROTECTION');
  const nearest = new Map<number, string>();
  for (const member of members) {
    const need: Need = { category: 'CHILD_PROTECTION', beds: null, member, for: null, interpreter: null };
    const mine = askedFor(request, need);
    const { judged } = await judgeUntil(view, { request: mine, judgeAt: judge(mine, need) }, nearby, () => true);
    const [first] = rank(judged, ({ site: { meters } }) => ({ meters, parts: [] }), tie);
    if (first) nearest.set(member, first.judged.site.serviceId);
  }
  const entries = await view.entries([...new Set(nearest.values())]);
  return new Map([...nearest].map(([member, id]) => [member, entries.get(id)!.service]));
}
