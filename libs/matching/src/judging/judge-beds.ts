import { atOnce, effectiveRule, judgePartyInSteps, placeJudgedInSteps, reason, shortSearch } from '@haven/kernel';
import type { AdmissionRule, EffectiveRule, JudgedParty, PartVerdict, Placement, PlacingPool, Reason } from '@haven/kernel';
import type { WeighedPool } from './candidate.js';
import type { MatchRequest } from '../request/request.js';

/** Whether the party can sleep in the pools of one service, and how. */
export interface BedJudgement {
  /** Free beds in rooms that could take somebody of the party. */
  readonly free: number;
  /** The requested beds, or more if the party must sleep in more pools than that. */
  readonly needed: number;
  readonly failed: readonly Reason[];
  readonly open: readonly PartVerdict[];
  /** Indexes in the party of children who would sleep without any adult of it. */
  readonly apart: readonly number[];
  /** Beds that the party would take, by the index of the pool among those of the service. */
  readonly taken: readonly { readonly pool: number; readonly beds: number }[];
  /** The rule of each member's room, in the order of the party; empty if they have no rooms. */
  readonly rules: readonly EffectiveRule[];
}

/** Places the party in the pools under their rules; `verdicts` are those on the service's own rule. */
export function judgeBeds(
  request: MatchRequest,
  asked: number,
  pools: readonly WeighedPool[],
  admission: AdmissionRule,
  verdicts: readonly PartVerdict[],
): BedJudgement {
  const said = saidByService(admission, verdicts);
  const rooms = pools.map((pool, i) => ({ id: String(i), free: pool.free, admits: effectiveRule(said, pool.admits) }));
  const judged = atOnce(judgePartyInSteps(request.party, rooms));
  const placement = atOnce(placeJudgedInSteps(judged, rooms, asked, undefined, { left: Infinity, each: shortSearch }));
  const isPlaced = 'beds' in placement;
  const taken = isPlaced ? placement.beds.map(({ poolId, beds }) => ({ pool: Number(poolId), beds })) : [];
  const needed = isPlaced ? taken.reduce((sum, { beds }) => sum + beds, 0) : asked;
  const free = usableBeds(judged, rooms);
  const open = placement.kind === 'ASK' ? placement.open : [];
  const rules = isPlaced ? placement.pools.map((id) => rooms[Number(id)]!.admits) : [];
  return { free, needed, failed: failureOf(placement, free, needed), open, apart: isPlaced ? placement.apart : [], taken, rules };
}

const usableBeds = ({ fits, unsure }: JudgedParty, rooms: readonly PlacingPool[]): number =>
  rooms.reduce((sum, { free }, room) => sum + ((fits[room]! | unsure[room]!) === 0 ? 0 : free), 0);

function failureOf(placement: Placement, free: number, needed: number): Reason[] {
  if (placement.kind === 'NOT_ADMITTED') return [reason('NOT_ADMITTED_TO_BEDS')];
  return placement.kind === 'NO_ROOM' ? [reason('NO_BEDS', { free, needed })] : [];
}

/** Leaves out parts that already turn somebody away: one cause must not count as two failures. */
const saidByService = (service: AdmissionRule, verdicts: readonly PartVerdict[]): AdmissionRule => ({
  ...service,
  ...Object.fromEntries(verdicts.filter(({ verdict }) => verdict === 'FAILS').map(({ part }) => [part, null])),
});
