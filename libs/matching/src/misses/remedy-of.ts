import type { AvailabilitySnapshot } from '@haven/events';
import type { Reason } from '@haven/kernel';
import { judgeBeds } from '../judging/judge-beds.js';
import type { Judged } from '../judging/judge-site.js';
import type { Missed } from '../ranking/rank.js';
import type { MatchRequest, Need } from '../request/request.js';
import { plainRemedy, type Remedy } from '../ranking/remedies.js';
import { whoFails } from './who-fails.js';
import type { FitsWithout } from './without.js';

/** A service that fails only one constraint, who does not fit, and the remedy. */
export interface NearMiss {
  readonly judged: Judged;
  readonly failed: Reason;
  /** The first who does not fit; null: it is not about a person. */
  readonly member: number | null;
  /** All who do not fit. */
  readonly members: readonly number[];
  readonly remedy: Remedy;
}

/** The remedy for a near miss; `beds` are those of its service. */
export function remedyOf(
  request: MatchRequest,
  need: Need,
  { judged, failed }: Missed,
  beds: AvailabilitySnapshot | null,
  without: FitsWithout,
): NearMiss {
  const ofNobody = { judged, failed, member: null, members: [] };
  const remedy = plainRemedy(failed.code);
  if (remedy) return { ...ofNobody, remedy };
  if (failed.code === 'NO_BEDS') return { ...ofNobody, remedy: forBeds(request, need, { judged, failed }, beds, without) };
  const who = whoFails(judged);
  if (!who) return { ...ofNobody, remedy: 'CALL_AND_ASK' };
  const member = who.members[0]!;
  return { judged, ...who, member, remedy: without(judged, member) ? 'SPLIT_PARTY' : 'CALL_AND_ASK' };
}

type Pool = AvailabilitySnapshot['pools'][number];

/** Held beds become free within hours unless the people arrive; other beds when somebody leaves. */
function forBeds(
  request: MatchRequest,
  need: Need,
  { judged, failed }: Missed,
  beds: AvailabilitySnapshot | null,
  without: FitsWithout,
): Remedy {
  const { admission } = judged.site.provider;
  const wouldDo = (free: (pool: Pool) => number): boolean => {
    const pools = (beds?.pools ?? []).map((pool) => ({ admits: pool.admits, free: free(pool) }));
    return judgeBeds(request, need.beds ?? 1, pools, admission, []).failed.length === 0;
  };
  if (wouldDo(({ free, held }) => free + held)) return 'WAIT_FOR_BED';
  // Without one person, the party needs at most one bed less.
  const isNearlyEnough = Number(failed.data['free']) >= Number(failed.data['needed']) - 1;
  if (isNearlyEnough && request.party.some((_, member) => without(judged, member))) return 'SPLIT_PARTY';
  return wouldDo(({ total, outOfService }) => total - outOfService) ? 'JOIN_WAITLIST' : 'NONE';
}
