/**
 * Which members may sleep in which pool: bit `m` of a set is member `m` of the party, of at most 30. The search uses only these sets and no
 * rules.
 */
export interface Rooms {
  readonly members: number;
  /** Members that may sleep in each pool. */
  readonly admits: readonly number[];
  /** Members of `admits` about whom somebody has to ask first. */
  readonly unsure: readonly number[];
  /** Free beds of each pool. */
  readonly free: readonly number[];
  /** How many members need a bed of their own. The others share one in the same pool. */
  readonly ownBeds: number;
  readonly care: readonly Care[];
}

/** A child, and who has to be in the same pool: somebody of `best`, otherwise of `also`. */
export interface Care {
  readonly child: number;
  readonly best: number;
  readonly also: number;
}

/** The costs of a child who is not with the best of its people, of one who is with none of them, and of a question. */
export const costs = { question: 1, otherAdult: 32, apart: 1024 } as const;

/** The part of a cost for how children sleep; the rest counts questions. */
export const careOf = (cost: number): number => Math.floor(cost / costs.otherAdult);

/** The cost of this many children who are apart, and nothing else. */
export const careOfApart = (children: number): number => children * (costs.apart / costs.otherAdult);

/** The cost of a child who sleeps where `others` sleep. */
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

/** Arcs of flows that a search may still check. It bounds the time to place a party, whatever the rules. */
export interface Budget {
  left: number;
  /** The most that a single search may take; left out: as much as a party that is placed alone. */
  readonly each?: number;
}

/** Members of each pool, as bits. */
export function occupants(rooms: Rooms, poolOf: readonly number[]): number[] {
  const sets = rooms.free.map(() => 0);
  poolOf.forEach((pool, member) => (sets[pool]! |= 1 << member));
  return sets;
}

/** The care of the children in an assignment. */
export function careIn(rooms: Rooms, poolOf: readonly number[]): number {
  const sets = occupants(rooms, poolOf);
  return careOf(rooms.care.reduce((sum, care) => sum + careCost(care, sets[poolOf[care.child]!]! & ~(1 << care.child)), 0));
}
