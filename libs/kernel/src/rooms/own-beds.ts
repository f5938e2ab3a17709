import { everybody, membersOf, sizeOf, type Rooms } from './rooms.js';

/** Members in beds of their own in some pools, as many as possible. */
export interface OwnBeds {
  /** Members of each pool, as bits. */
  readonly inPool: ReadonlyMap<number, number>;
  readonly without: number;
}

/** Nobody in any pool. */
export const nobodyInBed = (members: number): OwnBeds => ({ inPool: new Map(), without: everybody(members) });

/** Adds one pool: people without a bed take one there, or the bed of somebody who can move there. */
export function withPool(rooms: Rooms, before: OwnBeds, pool: number): OwnBeds {
  const inPool = new Map(before.inPool).set(pool, 0);
  let { without } = before;
  for (const member of membersOf(without)) if (findsBed(rooms, inPool, member)) without &= ~(1 << member);
  return { inPool, without };
}

function findsBed({ admits, free }: Rooms, inPool: Map<number, number>, member: number): boolean {
  const seen = new Set<number>();
  const put = (one: number): boolean => {
    for (const pool of inPool.keys()) {
      if (seen.has(pool) || (admits[pool]! & (1 << one)) === 0) continue;
      seen.add(pool);
      const there = inPool.get(pool)!;
      const moves = sizeOf(there) < free[pool]! ? null : membersOf(there).find(put);
      if (moves === undefined) continue;
      inPool.set(pool, (moves === null ? there : there & ~(1 << moves)) | (1 << one));
      return true;
    }
    return false;
  };
  return put(member);
}

/** Members without a bed, and members who would have to move for them. Only a pool for one of these helps. */
export function stuck({ admits }: Rooms, { inPool }: OwnBeds, members: number): number {
  let set = members;
  for (let before = 0; before !== set;) {
    before = set;
    for (const [pool, there] of inPool) if (admits[pool]! & set) set |= there;
  }
  return set;
}
