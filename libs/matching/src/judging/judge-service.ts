import { admitsAll, askAbout, askCarers, freshnessOf, needsReferral, notAdmitted, overall, reason, termsAskedAbout } from '@haven/kernel';
import type { AdmissionRule, Freshness, PartVerdict, Person, PersonClause, Reason, Ruled } from '@haven/kernel';
import type { Provider, WeighedBeds, WeighedPool } from './candidate.js';
import { forChildren } from '../request/for-children.js';
import { judgeBeds } from './judge-beds.js';
import type { BedJudgement } from './judge-beds.js';
import { talkJudge, type TalkJudgement } from './talk/judge-talk.js';
import { once } from '../once.js';
import type { MatchRequest, Need } from '../request/request.js';

/** The part of a judgement that is the same at every place of a service in one country. */
export interface ServiceJudgement {
  /** Hard constraints that fail; a match has none. */
  readonly failed: readonly Reason[];
  /** Open questions. */
  readonly asks: readonly Reason[];
  readonly admitted: boolean;
  /** The party as the country of the place sees it. */
  readonly party: readonly Person[];
  /** The members to admit, each with the rule of their room, or otherwise of the service. */
  readonly ruled: readonly Ruled[];
  /** Null: unknown. */
  readonly needsReferral: boolean | null;
  /** Null: beds do not matter here, or are unknown. */
  readonly beds: {
    readonly free: number;
    readonly needed: number;
    readonly apart: readonly number[];
    readonly taken: BedJudgement['taken'];
    readonly freshness: Freshness;
    readonly confirmedAt: string | null;
  } | null;
  readonly assessment: boolean;
  readonly talk: TalkJudgement;
  /** False: somebody may be a child, and the place is not for children. Null: nobody is of unknown age and perhaps under 18. */
  readonly isForChildren: boolean | null;
  /** How many parts of its rule name this person's form of exploitation or age range. Breaks ties only. */
  readonly special: number;
}

/** Judges a service in one country, for all of its places there. */
export interface ServiceJudge {
  judge(provider: Provider): ServiceJudgement;
  /** Whether the service's own rule turns away somebody who has the need. */
  refuses(provider: Provider): boolean;
}

/** Judges services against a need: service area, admission, beds. A rule object that several services share is judged once. */
export function serviceJudge(request: MatchRequest, need: Need): ServiceJudge {
  // Where people stay, every member must fit; elsewhere the others only come along.
  const members = need.beds === null ? [request.party[need.member]!] : request.party;
  const verdictsOn = once((admission: AdmissionRule) => admitsAll(admission, members, request.party));
  const placedUnder = once((admission: AdmissionRule) =>
    once((pools: readonly WeighedPool[]) => judgeBeds(request, need.beds ?? 0, pools, admission, verdictsOn(admission))),
  );
  const talkTo = talkJudge(request, need);
  const carers = need.beds === null ? [] : askCarers(request.party);
  const specialOf = once((admission: AdmissionRule) => specialisation(admission, request.party[need.member]!));
  const isRefused = once((admission: AdmissionRule) => overall(verdictsOn(admission)) === 'FAILS');
  const judge = (provider: Provider): ServiceJudgement => {
    const verdicts = verdictsOn(provider.admission);
    const known = need.beds === null ? null : knownBeds(provider);
    const placed = known && (isShut(provider) ? shutOut(need) : placedUnder(provider.admission)(known.pools));
    const ruled = members.map((person, member) => ({ person, rule: placed?.rules[member] ?? provider.admission }));
    const referral = needsReferral([...new Set(ruled.map(({ rule }) => rule))]);
    const talk = talkTo(provider);
    const open = asksAbout(provider, verdicts, placed, need.beds !== null);
    return {
      failed: [...failuresOf(provider, verdicts, placed), ...talk.failed],
      asks: [...open, ...carers, ...(referral === null ? [reason('ASK_REFERRAL')] : []), ...talk.asks],
      talk,
      party: request.party,
      ruled,
      needsReferral: referral,
      admitted: placed ? placed.open.length === 0 : overall(verdicts) === 'FITS',
      beds: placed && { ...roomsOf(placed), ...countOf(known!, request.at) },
      assessment: known?.status === 'ADDITIONAL_ASSESSMENT_REQUIRED',
      isForChildren: forChildren(need, ruled),
      special: specialOf(provider.admission),
    };
  };
  return { judge, refuses: ({ admission }) => isRefused(admission) };
}

/** A shelter without pools or counts stays and is asked about, unless it says that it takes nobody. */
export const knownBeds = (provider: Provider): WeighedBeds | null => {
  const { beds } = provider;
  return beds && beds.status !== 'UNKNOWN' && (beds.pools.length > 0 || isShut(provider)) ? beds : null;
};

/**
 * Beds are not available while intake is closed. A service that is not active counts as closed for that reason alone: one cause must not
 * count as two failures.
 */
const isShut = ({ status, beds }: Provider): boolean => status === 'ACTIVE' && beds !== null && isBehindDoor(beds);

/** A service that is full without a closed intake has pools, and none of them has a free bed. */
const isBehindDoor = ({ status, pools }: WeighedBeds): boolean =>
  status === 'NO_CAPACITY' && (pools.length === 0 || pools.some(({ free }) => free > 0));

const shutOut = (need: Need): BedJudgement => ({
  free: 0,
  needed: need.beds ?? 0,
  failed: [reason('INTAKE_CLOSED')],
  open: [],
  apart: [],
  taken: [],
  rules: [],
});

const roomsOf = ({ free, needed, apart, taken }: BedJudgement) => ({ free, needed, apart, taken });

/** How many parts of the rule name this person's form of exploitation or age range. */
function specialisation({ exploitation, persons }: AdmissionRule, { exploitation: told, age }: Person): number {
  const isAged = ({ minimumAge, maximumAge }: PersonClause): boolean =>
    (minimumAge !== null || maximumAge !== null) && age !== null && age >= (minimumAge ?? 0) && age <= (maximumAge ?? Infinity);
  return Number(exploitation?.some((type) => told?.includes(type)) ?? false) + Number(persons?.some(isAged) ?? false);
}

/** The age of a count at an instant. */
export const countOf = ({ confirmedAt }: WeighedBeds, at: Date) => ({
  freshness: freshnessOf(confirmedAt === null ? null : new Date(confirmedAt), at),
  confirmedAt,
});

const failuresOf = (provider: Provider, verdicts: readonly PartVerdict[], placed: BedJudgement | null): Reason[] => [
  ...(provider.coversOrigin === 'NO' ? [reason('OUTSIDE_SERVICE_AREA')] : []),
  ...verdicts.filter(({ verdict }) => verdict === 'FAILS').map(({ part }) => notAdmitted(part)),
  ...(placed?.failed ?? []),
];

function asksAbout(provider: Provider, verdicts: readonly PartVerdict[], placed: BedJudgement | null, stays: boolean): Reason[] {
  // The rule of a room may answer questions that the service's rule leaves open.
  const asks = (placed?.open ?? verdicts).flatMap(({ part, verdict, silent }) =>
    verdict === 'UNKNOWN' && silent ? [askAbout(part, silent, part === 'persons' ? termsAskedAbout(provider.admission) : {})] : [],
  );
  if (provider.coversOrigin === 'ASK') asks.push(reason('ASK_SERVICE_AREA'));
  if (stays && !placed) asks.push(reason('ASK_BEDS'));
  return asks.filter((ask, i) => asks.findIndex(({ code }) => code === ask.code) === i);
}
