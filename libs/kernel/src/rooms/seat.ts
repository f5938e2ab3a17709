import { seatsInFewer } from './fewest-pools.js';
import { keepTogether, type Seats } from './keep-together.js';
import { careCost, careOf, careOfApart, everybody, type Budget, type Care, type Rooms } from './rooms.js';

/** Steps of one search. After that the best placement so far stands: everybody has a place, in perhaps one pool more than necessary. */
export const mostSteps = 300_000;

/**
 * Puts everybody in a pool with a free bed that may admit them: first with as few children as possible apart from the adults of their
 * party, then in as few pools as possible. If that takes more pools than `mostPools`, children come before beds.
 */
export function seat(rooms: Rooms, mostPools = Infinity, budget: Budget = { left: mostSteps }): Seats | null {
  const open = rooms.free.flatMap((beds, pool) => (beds > 0 && rooms.admits[pool] !== 0 ? [pool] : []));
  const single = open.find((pool) => rooms.admits[pool] === everybody(rooms.members) && rooms.free[pool]! >= rooms.ownBeds);
  if (single !== undefined) return { poolOf: new Array<number>(rooms.members).fill(single), care: 0 };
  const together = keepTogether(rooms, open, budget);
  if (!together) return null;
  const seats = inFewest(rooms, open, together, budget);
  return poolsIn(seats.poolOf) <= mostPools ? seats : (withLessCare(rooms, open, seats, mostPools, budget) ?? seats);
}

/** How many pools are used. */
export const poolsIn = (poolOf: Seats['poolOf']): number => new Set(poolOf).size;

function inFewest(rooms: Rooms, open: readonly number[], first: Seats, budget: Budget): Seats {
  const tight = withoutWaste(rooms, open, first.care);
  let best = first;
  for (let pools = poolsIn(best.poolOf) - 1; pools > 0; pools = poolsIn(best.poolOf) - 1) {
    const fewer = seatsInFewer(tight, open, { care: best.care, pools }, budget);
    if (!fewer) break;
    best = fewer;
  }
  return best;
}

/** As few children apart as this many pools allow. */
function withLessCare(rooms: Rooms, open: readonly number[], { care }: Seats, pools: number, budget: Budget): Seats | null {
  const least = Math.floor(care / careOfApart(1));
  for (let apart = least; apart <= rooms.care.length; apart += 1) {
    const seats = seatsInFewer(rooms, open, { care: careOfApart(apart + 1) - 1, pools }, budget);
    if (seats) return seats;
  }
  return null;
}

/** Without the pools in which one child would cost more than all children together may. */
function withoutWaste(rooms: Rooms, open: readonly number[], care: number): Rooms {
  const inPool = ({ child, ...one }: Care, pool: number) => careOf(careCost({ child, ...one }, rooms.admits[pool]! & ~(1 << child)));
  const least = rooms.care.map((one) =>
    Math.min(...open.filter((pool) => rooms.admits[pool]! & (1 << one.child)).map((pool) => inPool(one, pool))),
  );
  const spare = care - least.reduce((sum, one) => sum + one, 0);
  const isWaste = (pool: number) =>
    rooms.care.reduce((set, one, at) => (inPool(one, pool) > least[at]! + spare ? set | (1 << one.child) : set), 0);
  return { ...rooms, admits: rooms.admits.map((admitted, pool) => admitted & ~isWaste(pool)) };
}
