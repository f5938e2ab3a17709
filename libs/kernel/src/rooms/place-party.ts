import type { AdmissionRule, EffectiveRule } from '../admission/admission.js';
import { admitting } from '../admission/admits.js';
import { adultAge } from '../admission/person.js';
import type { Person } from '../admission/person.js';
import { leftOpen, type PartVerdict } from '../admission/part-verdicts.js';
import { isWithoutCompany } from './company.js';
import { judgePartyInSteps, type JudgedParty } from './judge-party.js';
import type { Seats } from './keep-together.js';
import { careCost, costs, everybody, occupants, sizeOf, type Budget, type Care, type Rooms } from './rooms.js';
import { mostSteps, poolsIn, seat } from './seat.js';
import { atOnce } from '../turns.js';

/** Beds in which the party could sleep. A null part of the rule is unknown: Haven asks about the people whom it could refuse. */
export interface PlacingPool {
  readonly id: string;
  readonly admits: AdmissionRule | EffectiveRule;
  readonly free: number;
}

/** Beds to take, all or nothing, and the pool of each member in the order of the party. */
export interface Placed {
  readonly kind: 'PLACED';
  readonly beds: readonly { readonly poolId: string; readonly beds: number }[];
  readonly pools: readonly string[];
  /** Members who are children and would sleep without any adult of their party. */
  readonly apart: readonly number[];
}

/** A placement that depends on unknown facts; `open` are the questions about them. */
export interface PlacedIf extends Omit<Placed, 'kind'> {
  readonly kind: 'ASK';
  readonly open: readonly PartVerdict[];
}

/** NOT_ADMITTED: for somebody, no pool has a rule that could admit them. NO_ROOM: the rules admit everybody, but too few beds are free. */
export type Placement = Placed | PlacedIf | { readonly kind: 'NOT_ADMITTED' } | { readonly kind: 'NO_ROOM' };

/** From this age on a child can sleep apart from the adults of their party. */
export const ageToSleepApart = 13;

/**
 * Who sleeps where: each person gets a pool whose own rule admits them, all at once. This is an assignment, not a sum: two free women's
 * beds do not take a couple. As few children as possible are apart from the adults of their party, and the party is in as few pools as that
 * allows. If `beds` exceeds the size of the party, it takes spare beds of any pool. If it is smaller, at least `beds` members have a bed of
 * their own, and every other member shares one in a pool that admits both. If no such sharing can place everyone, it takes as few more beds
 * as possible: nobody is turned away for requesting too few. It takes no more than `most` if that many are enough for all. If many parties
 * share a `budget` and it is used up, everybody still gets a place if there is one, but perhaps not the best.
 */
export const placeParty = (
  party: readonly Person[],
  pools: readonly PlacingPool[],
  beds?: number,
  most?: number,
  budget?: Budget,
): Placement => atOnce(placeJudgedInSteps(atOnce(judgePartyInSteps(party, pools, budget)), pools, beds, most, budget));

/**
 * {@link placeParty} for people who were judged for the same pools; the free beds may differ. It yields on the way, because with many
 * parties in one request each may take some 10 ms.
 */
export function* placeJudgedInSteps(
  judged: JudgedParty,
  pools: readonly PlacingPool[],
  beds = judged.party.length,
  most = Infinity,
  budget: Budget = { left: Infinity },
): Generator<void, Placement> {
  const free = pools.map((pool) => Math.max(0, pool.free));
  const care = careFor(judged.party);
  const seatWhere = (admits: readonly number[]) => {
    if (free.reduce((sum, one) => sum + one, 0) < beds) return null;
    const members = judged.party.length;
    const rooms: Rooms = { members, admits, unsure: judged.unsure, free, ownBeds: Math.min(beds, members), care };
    const seats = within(budget, (mine) => seat(rooms, Math.max(most, beds), mine));
    return seats && { rooms, ...seats };
  };
  const sure = seatWhere(judged.fits);
  yield;
  const isBest = sure?.care === 0 && poolsIn(sure.poolOf) <= Math.max(most, beds);
  const maybe = isBest ? null : seatWhere(judged.fits.map((sure, pool) => sure | judged.unsure[pool]!));
  const found = sure && (!maybe || isAsGood(sure, maybe, Math.max(most, beds))) ? sure : maybe;
  if (!found) return { kind: someoneIsRefused(judged) ? 'NOT_ADMITTED' : 'NO_ROOM' };
  const counts = bedsTaken(found.rooms, found.poolOf, beds);
  const placed = {
    beds: pools.map(({ id }, pool) => ({ poolId: id, beds: counts[pool]! })).filter((taken) => taken.beds > 0),
    pools: found.poolOf.map((pool) => pools[pool]!.id),
    apart: apartIn(found.rooms, found.poolOf),
  };
  const open = openIn(judged.party, pools, found.poolOf, found === sure);
  return open.length === 0 && found === sure ? { kind: 'PLACED', ...placed } : { kind: 'ASK', ...placed, open: unique(open) };
}

const openIn = (party: readonly Person[], pools: readonly PlacingPool[], poolOf: readonly number[], isSure: boolean) => [
  ...(isWithoutCompany(party, pools, poolOf) ? [leftOpen('persons', 'PLACE')] : []),
  ...(isSure ? [] : openQuestions(party, pools, poolOf)),
];

/**
 * Steps for one of many parties of an answer, some 1.5 ms of one processor: nothing interrupts a search. A party of ten in ten pools needs
 * fewer to be placed in the best way.
 */
export const shortSearch = 20_000;

/** Runs a search of bounded length, and charges its steps to a shared budget. Even one step finds out whether there is a place at all. */
function within<T>(shared: Budget, search: (mine: Budget) => T): T {
  const most = Math.max(1, Math.min(shared.each ?? mostSteps, shared.left));
  const mine = { left: most };
  const found = search(mine);
  shared.left -= most - mine.left;
  return found;
}

/** Asking is better than a child who sleeps alone, or than a bed too many. */
function isAsGood(sure: Seats, maybe: Seats, most: number): boolean {
  const [surePools, maybePools] = [poolsIn(sure.poolOf), poolsIn(maybe.poolOf)];
  return surePools <= most === maybePools <= most ? sure.care <= maybe.care : surePools <= most;
}

/** Whether every pool refuses some member. */
const someoneIsRefused = ({ party, fits, unsure }: JudgedParty): boolean =>
  fits.reduce((some, sure, pool) => some | sure | unsure[pool]!, 0) !== everybody(party.length);

/** The children of a party who came with somebody: their carer first, of whatever age, otherwise any adult. */
function careFor(party: readonly Person[]): Care[] {
  const adults = party.reduce((set, { age }, member) => (age !== null && age >= adultAge ? set | (1 << member) : set), 0);
  return party.flatMap(({ age, carer }, child) => {
    if (age === null || age >= ageToSleepApart) return [];
    const best = carer === null || carer === child ? adults : 1 << carer;
    return best === 0 ? [] : [{ child, best, also: adults }];
  });
}

const apartIn = (rooms: Rooms, poolOf: readonly number[]): number[] => {
  const sets = occupants(rooms, poolOf);
  return rooms.care.filter((care) => careCost(care, sets[poolOf[care.child]!]!) === costs.apart).map(({ child }) => child);
};

/** At least one bed in each pool where somebody sleeps; further beds where people are, and spare beds anywhere, in order. */
function bedsTaken(rooms: Rooms, poolOf: readonly number[], wanted: number): number[] {
  const people = occupants(rooms, poolOf).map(sizeOf);
  const counts = people.map((here) => Math.min(here, 1));
  let missing = Math.max(wanted, poolsIn(poolOf)) - counts.reduce((sum, one) => sum + one, 0);
  const take = (most: (pool: number) => number) =>
    counts.forEach((taken, pool) => {
      const more = Math.max(0, Math.min(missing, most(pool) - taken));
      counts[pool] = taken + more;
      missing -= more;
    });
  take((pool) => Math.min(people[pool]!, rooms.free[pool]!));
  take((pool) => rooms.free[pool]!);
  return counts;
}

function openQuestions(party: readonly Person[], pools: readonly PlacingPool[], poolOf: readonly number[]): PartVerdict[] {
  const judges = new Map([...new Set(poolOf)].map((pool) => [pool, admitting(pools[pool]!.admits, party)]));
  const open = poolOf.flatMap((pool, member) =>
    judges
      .get(pool)!
      .partsOn(party[member]!)
      .filter(({ verdict }) => verdict === 'UNKNOWN'),
  );
  return open;
}

const unique = (open: readonly PartVerdict[]): readonly PartVerdict[] =>
  open.filter((v, i) => open.findIndex((other) => other.part === v.part && other.silent === v.silent) === i);
