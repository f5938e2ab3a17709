import type { BedPoolView } from '@haven/contracts';
import type { PartyMember } from './hold-request.js';
import { placeHold, type BedsTaken } from './place-hold.js';

/** People who stay together. */
export interface GroupParty {
  readonly party: readonly PartyMember[];
  readonly beds?: number | null;
}

/** The pools of one shelter that takes people in. */
export interface GroupShelter {
  readonly serviceId: string;
  readonly pools: readonly BedPoolView[];
}

/** Where each party could go, in the order of the parties; null: nowhere. */
export type GroupPlan = readonly (string | null)[];

/**
 * Finds a shelter for each party, the earlier shelters first. The largest parties choose first, since they fit in the fewest
 * places; who then finds nothing has one other party moved for them, if that one has another place to go. Deterministic.
 */
export function planGroup(parties: readonly GroupParty[], shelters: readonly GroupShelter[]): GroupPlan {
  const free = new Map(shelters.map(({ serviceId, pools }) => [serviceId, pools]));
  const chosen: (Seat | null)[] = parties.map(() => null);
  const order = parties.map((_, index) => index).sort((a, b) => parties[b]!.party.length - parties[a]!.party.length || a - b);
  for (const index of order) chosen[index] = seatIn(parties[index]!, free) ?? seatByMoving(index, parties, chosen, free);
  return chosen.map((seat) => seat?.serviceId ?? null);
}

interface Seat {
  readonly serviceId: string;
  readonly beds: BedsTaken['beds'];
}

type Free = Map<string, readonly BedPoolView[]>;

/** Takes the first seat there is. */
function seatIn({ party, beds }: GroupParty, free: Free): Seat | null {
  for (const [serviceId, pools] of free) {
    const placed = placeHold(party, pools, beds);
    if (placed.kind !== 'TAKEN') continue;
    const seat = { serviceId, beds: placed.beds };
    change(free, seat, -1);
    return seat;
  }
  return null;
}

function change(free: Free, { serviceId, beds }: Seat, sign: 1 | -1): void {
  const taken = (poolId: string) => beds.find((held) => held.poolId === poolId)?.beds ?? 0;
  free.set(
    serviceId,
    free.get(serviceId)!.map((pool) => ({ ...pool, free: pool.free + sign * taken(pool.id) })),
  );
}

/** Tries each party that has a seat: would it, elsewhere, leave room enough? */
function seatByMoving(index: number, parties: readonly GroupParty[], chosen: (Seat | null)[], free: Free): Seat | null {
  for (const [other, seat] of chosen.entries()) {
    if (!seat) continue;
    change(free, seat, 1);
    const mine = seatIn(parties[index]!, free);
    const theirs = mine && seatIn(parties[other]!, free);
    if (mine && theirs) {
      chosen[other] = theirs;
      return mine;
    }
    if (mine) change(free, mine, 1);
    change(free, seat, -1);
  }
  return null;
}
