import { admitsAll, freshnessOf, overall, placeParty } from '@haven/kernel';
import type { AdmissionRule, Freshness, PartVerdict, Placement } from '@haven/kernel';
import type { Provider } from './candidate.js';
import { askAbout, notAdmitted, reason } from './reasons.js';
import type { MatchReason } from './reasons.js';
import type { MatchRequest, Need } from './request.js';

/** What is the same at every place of a service. */
export interface ServiceJudgement {
  /** Hard constraints that fail; a match has none. */
  readonly failed: readonly MatchReason[];
  /** What is left open. */
  readonly asks: readonly MatchReason[];
  readonly admitted: boolean;
  /** null: the service's beds do not matter, or are not known. */
  readonly beds: {
    readonly free: number;
    readonly needed: number;
    readonly freshness: Freshness;
    readonly confirmedAt: string | null;
  } | null;
  readonly assessment: boolean;
}

/** Weighs a service against a need: service area, admission, beds. */
export function judgeService(request: MatchRequest, need: Need, provider: Provider): ServiceJudgement {
  // Where people stay every member must fit; elsewhere companions only come along.
  const members = need.category === 'ACCOMMODATION' ? request.party : request.party.slice(0, 1);
  const verdicts = admitsAll(provider.admission, members, request.party);
  const beds = need.beds === null ? nothingAboutBeds : judgeBeds(request, need.beds, provider, verdicts);
  const failed = [
    ...(provider.coversOrigin ? [] : [reason('OUTSIDE_SERVICE_AREA')]),
    ...verdicts.filter((v) => v.verdict === 'FAILS').map((v) => notAdmitted(v.part)),
    ...beds.failed,
  ];
  const asks = [...asksOf(verdicts), ...(provider.admission.referralRequired === null ? [reason('ASK_REFERRAL')] : []), ...beds.asks];
  return { failed, asks: distinct(asks), admitted: overall(verdicts) === 'FITS', beds: beds.beds, assessment: beds.assessment };
}

type BedJudgement = Pick<ServiceJudgement, 'failed' | 'asks' | 'beds' | 'assessment'>;
const nothingAboutBeds: BedJudgement = { failed: [], asks: [], beds: null, assessment: false };

const asksOf = (verdicts: readonly PartVerdict[]): MatchReason[] =>
  verdicts.flatMap((v) => (v.verdict === 'UNKNOWN' && v.silent ? [askAbout(v.part, v.silent)] : []));

const distinct = (asks: readonly MatchReason[]): MatchReason[] =>
  asks.filter((ask, i) => asks.findIndex((other) => other.code === ask.code) === i);

/** A shelter without pools or counts stays and is asked about. */
function judgeBeds(request: MatchRequest, needed: number, { beds, admission }: Provider, verdicts: readonly PartVerdict[]): BedJudgement {
  if (!beds || beds.pools.length === 0 || beds.status === 'UNKNOWN') return { ...nothingAboutBeds, asks: [reason('ASK_BEDS')] };
  const pools = beds.pools.map((pool) => ({ id: pool.id, free: pool.free, admits: inherited(pool.admits, admission, verdicts) }));
  const placement = placeParty(request.party, pools, needed);
  const free = pools.reduce((sum, pool) => sum + pool.free, 0);
  return {
    failed: failureOf(placement, free, needed),
    asks: placement.kind === 'ASK' ? asksOf(placement.open) : [],
    beds: {
      free,
      needed,
      freshness: freshnessOf(beds.confirmedAt === null ? null : new Date(beds.confirmedAt), request.at),
      confirmedAt: beds.confirmedAt,
    },
    assessment: beds.status === 'ADDITIONAL_ASSESSMENT_REQUIRED',
  };
}

function failureOf(placement: Placement, free: number, needed: number): MatchReason[] {
  if (placement.kind === 'NOT_ADMITTED') return [reason('NOT_ADMITTED_TO_BEDS')];
  return placement.kind === 'NO_ROOM' ? [reason('NO_BEDS', { free, needed })] : [];
}

/**
 * What a pool leaves unsaid, the service's rule says, unless that part of it shuts somebody out already: one cause must
 * not count as two failures.
 */
function inherited(pool: AdmissionRule, service: AdmissionRule, verdicts: readonly PartVerdict[]): AdmissionRule {
  const said = Object.fromEntries(verdicts.filter((v) => v.verdict !== 'FAILS').map((v) => [v.part, service[v.part]]));
  const spoken = Object.fromEntries(Object.entries(pool).filter(([, part]) => part !== null));
  return { ...pool, ...said, ...spoken };
}
