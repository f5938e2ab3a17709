import { canonicalJson, shortSearch, type Budget, type JudgedParty, type PlacingPool, type Reason } from '@haven/kernel';
import type { PartyMember } from '../placing/hold-request.js';
import { judgeMembers, placeJudgedHold, type BedsTaken } from '../placing/place-hold.js';

/** People who stay together, as a plan and a waiting list know them. */
export interface GroupParty {
  readonly party: readonly PartyMember[];
  readonly beds?: number | null;
}

/** The pools of one shelter that takes people in. */
export interface GroupShelter {
  readonly serviceId: string;
  readonly pools: readonly PlacingPool[];
}

/** Where a party could go; `asks`: what to ask or to know before. */
export interface Proposed {
  readonly serviceId: string;
  readonly asks: readonly Reason[];
}

/** PLACE: a party is about to be tried in a shelter. */
export type PlanStep = 'PLACE' | void;

/** Of each party, in their order; null: nowhere. */
export type GroupPlan = readonly (Proposed | null)[];

/**
 * Steps that all searches for one group may take together, some 200 ms of one processor. After that nobody is moved for another
 * any more, and each party takes the first place that admits them all.
 */
export const groupSteps = 3_000_000;

/**
 * Finds a shelter for each party, the earlier shelters first. The largest parties choose first, since they fit in the fewest
 * places; who then finds nothing has one other party moved for them, if that one has another place to go. Deterministic. Yields
 * on the way, so that whoever runs it can let others have a turn.
 */
export function* planGroup(
  parties: readonly GroupParty[],
  shelters: readonly GroupShelter[],
  budget: Budget = { left: groupSteps, each: shortSearch },
): Generator<PlanStep, GroupPlan> {
  const rooms = freeRooms(parties, shelters, budget);
  const chosen: (Seat | null)[] = parties.map(() => null);
  const order = parties.map((_, index) => index).sort((a, b) => parties[b]!.party.length - parties[a]!.party.length || a - b);
  for (const index of order) chosen[index] = (yield* seatIn(rooms, index, rooms.shelters)) ?? (yield* seatByMoving(rooms, index, chosen));
  return chosen.map((seat) => seat && { serviceId: shelters[seat.shelter]!.serviceId, asks: seat.taken.asks });
}

interface Seat {
  readonly shelter: number;
  readonly taken: BedsTaken;
}

interface FreeRooms {
  readonly shelters: readonly number[];
  /** What searches may still use. */
  readonly budget: Budget;
  place(party: number, shelter: number): Generator<PlanStep, BedsTaken | null>;
  /** The beds are taken (-1), or free again (1). */
  change(seat: Seat, sign: 1 | -1): void;
}

/** Takes the first seat there is among some shelters. */
function* seatIn(rooms: FreeRooms, party: number, shelters: Iterable<number>): Generator<PlanStep, Seat | null> {
  for (const shelter of shelters) {
    yield 'PLACE';
    const taken = yield* rooms.place(party, shelter);
    if (!taken) continue;
    rooms.change({ shelter, taken }, -1);
    return { shelter, taken };
  }
  return null;
}

/** Tries each party that has a seat: would it, elsewhere, leave room enough? Only its own shelter can have room then that had none. */
function* seatByMoving(rooms: FreeRooms, party: number, chosen: (Seat | null)[]): Generator<PlanStep, Seat | null> {
  for (const [other, seat] of chosen.entries()) {
    if (rooms.budget.left <= 0) return null;
    if (!seat) continue;
    rooms.change(seat, 1);
    const mine = yield* seatIn(rooms, party, [seat.shelter]);
    const theirs = mine && (yield* seatIn(rooms, other, rooms.shelters));
    if (mine && theirs) {
      chosen[other] = theirs;
      return mine;
    }
    if (mine) rooms.change(mine, 1);
    rooms.change(seat, -1);
  }
  return null;
}

/** The pools as they are at each moment. Equal parties are judged once for a shelter, and placed once in equal pools. */
function freeRooms(parties: readonly GroupParty[], shelters: readonly GroupShelter[], budget: Budget): FreeRooms {
  const names = parties.map(canonicalJson);
  const known = shelters.map(() => new Map<string, BedsTaken | null>());
  const judged = shelters.map(() => new Map<string, JudgedParty>());
  const now = shelters.map(({ pools }) => pools);
  const freeBeds = now.map(freeIn);
  return {
    shelters: [...shelters.keys()],
    budget,
    *place(party, shelter) {
      const name = `${freeBeds[shelter]!} ${names[party]!}`;
      const before = known[shelter]!.get(name);
      if (before !== undefined) return before;
      // Without beds for all of them there is nothing to search.
      if (bedsOfParty(parties[party]!) > sumOf(now[shelter]!)) return null;
      const { party: members, beds } = parties[party]!;
      const mine = judged[shelter]!.get(names[party]!) ?? (yield* judgeMembers(members, now[shelter]!, budget));
      judged[shelter]!.set(names[party]!, mine);
      const placed = yield* placeJudgedHold(mine, now[shelter]!, beds, budget);
      const taken = placed.kind === 'TAKEN' ? placed : null;
      known[shelter]!.set(name, taken);
      return taken;
    },
    change({ shelter, taken }, sign) {
      const beds = new Map(taken.beds.map((held) => [held.poolId, held.beds]));
      now[shelter] = now[shelter]!.map((pool) => ({ ...pool, free: pool.free + sign * (beds.get(pool.id) ?? 0) }));
      freeBeds[shelter] = freeIn(now[shelter]);
    },
  };
}

const bedsOfParty = ({ party, beds }: GroupParty): number => beds ?? party.length;
const sumOf = (pools: readonly PlacingPool[]): number => pools.reduce((sum, { free }) => sum + Math.max(0, free), 0);
const freeIn = (pools: readonly PlacingPool[]): string => pools.map(({ free }) => free).join();
