import { cheapestSeats } from './cheapest-seats.js';
import { careCost, careIn, careOf, careOfApart, costs, membersOf, occupants, sizeOf, type Budget, type Rooms } from './rooms.js';

/** A pool for each member, and how the children sleep: 0 is best. */
export interface Seats {
  readonly poolOf: readonly number[];
  readonly care: number;
}

/**
 * Seats everybody in the open pools so that as few children as possible are apart from the adults of their party. Branch and bound: if the
 * cheapest seats rely on an adult who is not in the pool, that adult is either put there or ruled out. Null if nothing is as good as
 * `atMost`, or was found within the budget.
 */
export function keepTogether(rooms: Rooms, open: readonly number[], budget: Budget, atMost = Infinity): Seats | null {
  let best: Seats | null = null;
  const isBetter = (care: number) => (best ? care < best.care : care <= atMost);
  const least = leastCare(rooms, rooms.admits, open);
  /** Returns whether nothing better can follow. */
  const search = (admits: readonly number[]): boolean => {
    if (budget.left <= 0) return true;
    if (!isBetter(leastCare(rooms, admits, open))) return false;
    const cheapest = cheapestSeats(rooms, admits, open, budget);
    if (!cheapest || !isBetter(careOf(cheapest.cost))) return false;
    const care = careIn(rooms, cheapest.poolOf);
    if (isBetter(care)) best = { poolOf: cheapest.poolOf, care };
    if (care === careOf(cheapest.cost) || care === least) return care === least;
    const { pool, keeper } = missingKeeper(rooms, admits, cheapest.poolOf);
    return search(putIn(admits, keeper, pool)) || search(ruleOut(rooms, admits, keeper, pool));
  };
  search(rooms.admits);
  return best;
}

/** A pool where somebody is needed who is not there. */
function missingKeeper(rooms: Rooms, admits: readonly number[], poolOf: readonly number[]): { pool: number; keeper: number } {
  const sets = occupants(rooms, poolOf);
  for (const care of rooms.care) {
    const pool = poolOf[care.child]!;
    const others = ~(1 << care.child);
    const hoped = careCost(care, admits[pool]! & others);
    if (hoped < careCost(care, sets[pool]! & others))
      return { pool, keeper: membersOf(admits[pool]! & others & (hoped < costs.otherAdult ? care.best : care.also))[0]! };
  }
  throw new Error('Nobody is counted on who is not there.');
}

const putIn = (admits: readonly number[], member: number, pool: number): number[] =>
  admits.map((admitted, other) => (other === pool ? admitted : admitted & ~(1 << member)));

/** Not in this pool, nor anybody who could replace them anywhere. */
function ruleOut(rooms: Rooms, admits: readonly number[], member: number, pool: number): number[] {
  const alike = membersOf(admits[pool]!).filter((other) => isAlike(rooms, admits, member, other));
  const out = alike.reduce((set, other) => set & ~(1 << other), -1);
  return admits.map((admitted, other) => (other === pool ? admitted & out : admitted));
}

/** Two people who may use the same pools and count the same for every child. */
function isAlike({ care }: Rooms, admits: readonly number[], one: number, other: number): boolean {
  if (one === other) return true;
  const [a, b] = [1 << one, 1 << other];
  const same = (set: number) => ((set & a) === 0) === ((set & b) === 0);
  return care.every(({ child, best, also }) => child !== one && child !== other && same(best) && same(also)) && admits.every(same);
}

/** A lower bound of the cost of care: an adult is in one pool only, and has only so many places beside them. */
function leastCare({ care, free, members, ownBeds }: Rooms, admits: readonly number[], open: readonly number[]): number {
  const children = care.reduce((set, { child }) => set | (1 << child), 0);
  const keepers = care.reduce((set, { best, also }) => set | best | also, 0);
  if (children & keepers) return 0;
  let [once, twice] = [0, 0];
  for (const pool of open) [once, twice] = [once | (admits[pool]! & keepers), twice | (once & admits[pool]! & keepers)];
  const places = (pool: number) => Math.min(free[pool]! + members - ownBeds - 1, sizeOf(admits[pool]! & children));
  const withAdult = open.filter((pool) => admits[pool]! & once & ~twice);
  const perhaps = open.filter((pool) => (admits[pool]! & once & ~twice) === 0 && admits[pool]! & twice).map(places);
  const most = perhaps.sort((a, b) => b - a).slice(0, sizeOf(twice));
  const kept = [...withAdult.map(places), ...most].reduce((sum, one) => sum + one, 0);
  return careOfApart(Math.max(0, care.length - kept));
}
