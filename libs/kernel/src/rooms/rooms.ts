/** Which members may sleep in which pool: bit `m` of a set is member `m` of the party, of at most 30. No rule is consulted from here on. */
export interface Rooms {
  readonly members: number;
  /** Members that may sleep in each pool. */
  readonly admits: readonly number[];
  /** Those of them about whom somebody has to be asked first. */
  readonly unsure: readonly number[];
  /** Free beds of each pool. */
  readonly free: readonly number[];
  /** How many members need a bed of their own; the others share one in the same pool. */
  readonly ownBeds: number;
  readonly care: readonly Care[];
}

/** A child and who has to be in their pool: somebody of `best`, else of `also`. */
export interface Care {
  readonly child: number;
  readonly best: number;
  readonly also: number;
}

/** What it costs that a child is not with the best of its people, that it is with none of them, and that somebody has to be asked. */
export const costs = { question: 1, otherAdult: 32, apart: 1024 } as const;

/** The part of a cost that counts how children sleep; the rest counts questions. */
export const careOf = (cost: number): number => Math.floor(cost / costs.otherAdult);

/** A cost of nothing but so many children who are apart. */
export const careOfApart = (children: number): number => children * (costs.apart / costs.otherAdult);

/** What it costs that a child sleeps where `others` sleep. */
export function careCost({ best, also }: Care, others: number): number {
  if (others & best) return 0;
  return others & also ? costs.otherAdult : costs.apart;
}

/** How many members are in a set. */
export function sizeOf(set: number): number {
  const pairs = set - ((set >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** The members of a set. */
export function membersOf(set: number): number[] {
  const members: number[] = [];
  for (let rest = set; rest !== 0; rest &= rest - 1) members.push(31 - Math.clz32(rest & -rest));
  return members;
}

/** Everybody of a party. */
export const everybody = (members: number): number => 2 ** members - 1;

/** Arcs of flows that a search may still look at: a party is placed in bounded time, whatever the rules are. */
export interface Budget {
  left: number;
  /** No single search takes more of it; left out: as many as a party that is placed alone. */
  readonly each?: number;
}

/** Members of each pool, as bits. */
export function occupants(rooms: Rooms, poolOf: readonly number[]): number[] {
  const sets = rooms.free.map(() => 0);
  poolOf.forEach((pool, member) => (sets[pool]! |= 1 << member));
  return sets;
}

/** The care that children have in an assignment. */
export function careIn(rooms: Rooms, poolOf: readonly number[]): number {
  const sets = occupants(rooms, poolOf);
  return careOf(rooms.care.reduce((sum, care) => sum + careCost(care, sets[poolOf[care.child]!]! & ~(1 << care.child)), 0));
}
