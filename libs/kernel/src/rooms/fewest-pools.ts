import { cheapestSeats } from './cheapest-seats.js';
import { keepTogether, type Seats } from './keep-together.js';
import { nobodyInBed, stuck, withPool, type OwnBeds } from './own-beds.js';
import { everybody, membersOf, sizeOf, type Budget, type Rooms } from './rooms.js';

/** The target for a set of pools: how well the children must sleep at least, and the maximum number of pools. */
export interface Wanted {
  readonly care: number;
  readonly pools: number;
}

/** The cost of checking a set of pools, for each pool, in arcs of a flow. */
const stepsOfNode = 5;

/** A set of pools from which the search continues. Pools in `out` have been tried. */
interface Node {
  readonly own: OwnBeds;
  readonly out: ReadonlySet<number>;
}

/** What the pools still lack: members that none of them admits, and the number of beds of their own. */
interface Lack {
  readonly missing: number;
  readonly beds: number;
}

/**
 * Seats everybody in at most this many of the open pools; null if that is impossible, or was not found within the budget. Branch and bound
 * over sets of pools: the member with the fewest remaining pools decides which to try.
 */
export function seatsInFewer(rooms: Rooms, open: readonly number[], wanted: Wanted, budget: Budget): Seats | null {
  const better = betterPools(rooms, open);
  const search = ({ own, out }: Node): Seats | null => {
    budget.left -= stepsOfNode * open.length;
    if (budget.left < 0) return null;
    const chosen = [...own.inPool.keys()];
    const lack = lackOf(rooms, own);
    const seats = lack.missing === 0 && lack.beds <= 0 ? seatsIn(rooms, chosen, wanted.care, budget) : null;
    if (seats || chosen.length === wanted.pools) return seats;
    const others = open.filter((pool) => !out.has(pool) && !own.inPool.has(pool));
    if (poolsMore(rooms, others, lack) > wanted.pools - chosen.length) return null;
    const candidates = others.filter((pool) => better.get(pool)!.every((other) => own.inPool.has(other)));
    const tried = new Set(out);
    for (const pool of toTry(rooms, candidates, own, lack)) {
      const found = search({ own: withPool(rooms, own, pool), out: tried });
      if (found) return found;
      tried.add(pool);
    }
    return null;
  };
  return search({ own: nobodyInBed(rooms.members), out: new Set() });
}

const seatsIn = (rooms: Rooms, pools: readonly number[], care: number, budget: Budget): Seats | null =>
  rooms.care.length > 0
    ? keepTogether(rooms, pools, budget, care)
    : { poolOf: cheapestSeats(rooms, rooms.admits, pools, budget)!.poolOf, care: 0 };

/** For each pool, the pools that admit the same members and have at least as many beds: it is only worth trying in addition to them. */
function betterPools({ admits, free }: Rooms, open: readonly number[]): Map<number, readonly number[]> {
  const isBetter = (pool: number, other: number) => {
    if (pool === other || (admits[pool]! & ~admits[other]!) !== 0 || free[pool]! > free[other]!) return false;
    return admits[pool] !== admits[other] || free[pool] !== free[other] || other < pool;
  };
  return new Map(open.map((pool) => [pool, open.filter((other) => isBetter(pool, other))]));
}

function lackOf({ members, ownBeds, admits }: Rooms, { inPool, without }: OwnBeds): Lack {
  let missing = everybody(members);
  for (const pool of inPool.keys()) missing &= ~admits[pool]!;
  return { missing, beds: ownBeds - (members - sizeOf(without)) };
}

/** A lower bound for the number of further pools. */
function poolsMore(rooms: Rooms, candidates: readonly number[], { missing, beds }: Lack): number {
  const { admits, free, members, ownBeds } = rooms;
  const gains = candidates.map((pool) => Math.min(free[pool]! + members - ownBeds, sizeOf(admits[pool]! & missing)));
  // Each member pays their share of the pool that serves the most. No pool is paid more than once.
  let paid = 0;
  for (const member of membersOf(missing))
    paid += 1 / candidates.reduce((most, pool, at) => (admits[pool]! & (1 << member) ? Math.max(most, gains[at]!) : most), 0);
  return Math.max(Math.ceil(paid - 1e-9), poolsForBeds(rooms, candidates, beds));
}

function poolsForBeds({ admits, free }: Rooms, candidates: readonly number[], beds: number): number {
  if (beds <= 0) return 0;
  let rest = beds;
  const most = candidates.map((pool) => Math.min(free[pool]!, sizeOf(admits[pool]!))).sort((a, b) => b - a);
  const enough = most.findIndex((one) => (rest -= one) <= 0);
  return enough === -1 ? Infinity : enough + 1;
}

/** One of these pools must be included. If everybody has a bed and children are apart, any. */
function toTry(rooms: Rooms, candidates: readonly number[], own: OwnBeds, { missing, beds }: Lack): readonly number[] {
  const { admits, members, ownBeds } = rooms;
  const forAny = (set: number) => candidates.filter((pool) => admits[pool]! & set);
  const fewest = (sets: readonly number[]) => sets.map(forAny).reduce((a, b) => (b.length < a.length ? b : a));
  if (missing !== 0) return mostFirst(rooms, fewest(membersOf(missing).map((member) => 1 << member)), missing);
  if (beds <= 0) return candidates;
  const waiting = ownBeds < members ? [own.without] : membersOf(own.without).map((member) => 1 << member);
  return mostFirst(rooms, fewest(waiting.map((set) => stuck(rooms, own, set))), own.without);
}

const mostFirst = ({ admits }: Rooms, pools: readonly number[], members: number): number[] =>
  [...pools].sort((a, b) => sizeOf(admits[b]! & members) - sizeOf(admits[a]! & members));
