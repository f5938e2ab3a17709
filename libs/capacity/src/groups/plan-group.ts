import { canonicalJson, shortSearch, type Budget, type JudgedParty, type PlacingPool, type Reason } from '@haven/kernel';
import type { PartyMember } from '../placing/hold-request.js';
import { judgeMembers, placeJudgedHold, type BedsTaken } from '../placing/place-hold.js';

/** People who stay together, as a plan or a waiting list needs them. */
export interface GroupParty {
  readonly party: readonly PartyMember[];
  readonly beds?: number | null;
}

/** The pools of one shelter that takes people in. */
export interface GroupShelter {
  readonly serviceId: string;
  readonly pools: readonly PlacingPool[];
}

/** Where a party could go. `asks`: what to ask or know before. */
export interface Proposed {
  readonly serviceId: string;
  readonly asks: readonly Reason[];
}

/** PLACE: the search is about to try a party in a shelter. */
export type PlanStep = 'PLACE' | void;

/** One entry for each party, in the same order; null: no place. */
export type GroupPlan = readonly (Proposed | null)[];

/**
 * Steps that all searches for one group share: about 200 ms of one processor. When they are used up, nobody is moved for another party any
 * more, and each party takes the first place that admits all of them.
 */
export const groupSteps = 3_000_000;

/**
 * Finds a shelter for each party, and tries the earlier shelters first. The largest parties choose first, because they fit in the fewest
 * places. If a party then finds no place, one other party moves for it, if that one can go elsewhere. Deterministic. Yields on the way, so
 * that the caller can let other work run.
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
  /** The steps that are left. */
  readonly budget: Budget;
  place(party: number, shelter: number): Generator<PlanStep, BedsTaken | null>;
  /** Takes the beds (-1), or frees them again (1). */
  change(seat: Seat, sign: 1 | -1): void;
}

/** Takes the first place among some shelters. */
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

/** Would moving one placed party make enough room? Tries each in turn. Only the shelter that it leaves can gain room. */
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
      // Too few beds in total: no search can help.
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
