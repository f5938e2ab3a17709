import { FlowNetwork } from './flow-network.js';
import { careCost, costs, type Budget, type Rooms } from './rooms.js';

/** A pool for each member, and a lower bound of its cost. */
export interface CheapestSeats {
  readonly poolOf: readonly number[];
  readonly cost: number;
}

/** A way for one member into one pool: arcs up to the sink. */
interface Entry {
  readonly pool: number;
  readonly cost: number;
  readonly arcs: readonly number[];
}

const [sink, sharing] = [0, 1];

/**
 * Seats everybody in the open pools at the least cost, as if an adult could be in every pool that may still admit them. No assignment under
 * `admits` costs less. Null if there is none.
 */
export function cheapestSeats(rooms: Rooms, admits: readonly number[], open: readonly number[], budget: Budget): CheapestSeats | null {
  const { members } = rooms;
  const network = new FlowNetwork(2 + members + 2 * open.length, 1 + open.length * (3 + members + rooms.care.length));
  const entries = waysIn(network, rooms, admits, open);
  let cost = 0;
  entries.forEach((ways, member) => {
    // Usually there is room at the lowest possible cost, without a search.
    const least = ways.reduce((min, way) => Math.min(min, way.cost), Infinity);
    const direct = ways.find((way) => way.cost === least && way.arcs.every((arc) => network.room(arc) > 0));
    direct?.arcs.forEach((arc) => network.use(arc));
    cost += direct ? least : (network.send(2 + member, sink) ?? Infinity);
  });
  budget.left -= network.work + members * open.length;
  if (cost === Infinity) return null;
  return { cost, poolOf: entries.map((ways) => ways.find(({ arcs }) => network.room(arcs[0]!) === 0)!.pool) };
}

function waysIn(network: FlowNetwork, rooms: Rooms, admits: readonly number[], open: readonly number[]): Entry[][] {
  const { members, free, ownBeds } = rooms;
  const shared = members - ownBeds;
  const entries = Array.from({ length: members }, (): Entry[] => []);
  network.add(sharing, sink, shared);
  open.forEach((pool, at) => {
    const node = 2 + members + 2 * at;
    const bed = network.add(node, sink, free[pool]!);
    if (shared > 0) network.add(node, sharing, members);
    // An adult needs a place, too.
    const besideAdult = network.add(node + 1, node, isKeptByChild(rooms) ? members : free[pool]! + shared - 1);
    const enter = (member: number, cost: number, isKept: boolean) => {
      const asks = rooms.unsure[pool]! & (1 << member) ? costs.question : 0;
      const arc = network.add(2 + member, isKept ? node + 1 : node, 1, cost + asks);
      entries[member]!.push({ pool, cost: cost + asks, arcs: isKept ? [arc, besideAdult, bed] : [arc, bed] });
    };
    for (let member = 0; member < members; member += 1) {
      if ((admits[pool]! & (1 << member)) === 0) continue;
      const child = rooms.care.find((one) => one.child === member);
      const kept = child ? careCost(child, admits[pool]! & ~(1 << member)) : costs.apart;
      if (kept < costs.apart) enter(member, kept, true);
      enter(member, child ? costs.apart : 0, false);
    }
  });
  return entries;
}

const isKeptByChild = ({ care }: Rooms): boolean => care.some(({ best, also }) => care.some(({ child }) => (best | also) & (1 << child)));
