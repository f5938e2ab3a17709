/** `edges[member]`: indexes of the pools that may take the member. */
export type Edges = readonly (readonly number[])[];

/** Maximum assignment by augmenting paths; returns the pool index of each member, -1 where there is none. */
function assign(edges: Edges, capacity: readonly number[], start: readonly number[]): number[] {
  const poolOf = [...start];
  const inPool = capacity.map((_, pool) => poolOf.flatMap((p, member) => (p === pool ? [member] : [])));
  const take = (member: number, pool: number) => {
    inPool[pool]!.push(member);
    poolOf[member] = pool;
    return true;
  };
  const augment = (member: number, seen: Set<number>): boolean =>
    edges[member]!.some((pool) => {
      if (seen.has(pool)) return false;
      seen.add(pool);
      if (inPool[pool]!.length < capacity[pool]!) return take(member, pool);
      const moved = inPool[pool]!.find((other) => augment(other, seen));
      if (moved === undefined) return false;
      inPool[pool]!.splice(inPool[pool]!.indexOf(moved), 1);
      return take(member, pool);
    });
  edges.forEach((_, member) => {
    if (poolOf[member] === -1) augment(member, new Set());
  });
  return poolOf;
}

/** Fewest pools that can take every member when beds may be shared, or null. Breadth first over the sets of members covered. */
function fewestPools(edges: Edges, capacity: readonly number[]): number[] | null {
  const all = 2 ** edges.length - 1;
  const covers = capacity.map((free, pool) =>
    free > 0 ? edges.reduce((mask, of, m) => (of.includes(pool) ? mask | (1 << m) : mask), 0) : 0,
  );
  let frontier = new Map<number, number[]>([[0, []]]);
  for (let size = 0; size <= edges.length; size += 1) {
    const done = frontier.get(all);
    if (done) return done;
    const next = new Map<number, number[]>();
    for (const [mask, pools] of frontier) {
      covers.forEach((more, pool) => {
        if ((mask | more) !== mask && !next.has(mask | more)) next.set(mask | more, [...pools, pool]);
      });
    }
    frontier = next;
  }
  return null;
}

/** Spare beds beside those that members lie in, taken from the pools in order. */
function countBeds(poolOf: readonly number[], capacity: readonly number[], beds: number): number[] {
  const taken = capacity.map((_, pool) => poolOf.filter((p) => p === pool).length);
  let missing = beds - taken.reduce((sum, n) => sum + n, 0);
  return taken.map((n, pool) => {
    const extra = Math.max(0, Math.min(missing, capacity[pool]! - n));
    missing -= extra;
    return n + extra;
  });
}

/**
 * Everyone in a bed of their own, or, with fewer beds than people, that many beds and the rest sharing in the same pools: at least one bed in each pool
 * that somebody needs, also when fewer were asked for.
 */
export function seat(edges: Edges, capacity: readonly number[], beds: number): { poolOf: number[]; counts: number[] } | null {
  if (capacity.reduce((sum, free) => sum + free, 0) < beds) return null;
  const nobody = edges.map(() => -1);
  if (beds >= edges.length) {
    const poolOf = assign(edges, capacity, nobody);
    return poolOf.includes(-1) ? null : { poolOf, counts: countBeds(poolOf, capacity, beds) };
  }
  const shared = fewestPools(edges, capacity);
  return shared && seatSharing(edges, capacity, Math.max(beds, shared.length), shared);
}

function seatSharing(edges: Edges, capacity: readonly number[], beds: number, shared: readonly number[]) {
  // A smallest cover has for each pool a member that only it covers, so one bed in each can be filled; augmenting keeps it filled.
  const first = assign(
    edges,
    capacity.map((_, pool) => (shared.includes(pool) ? 1 : 0)),
    edges.map(() => -1),
  );
  const own = assign(edges, capacity, first);
  if (own.filter((pool) => pool !== -1).length < beds) return null;
  const kept = keepSome(own, beds, shared);
  const poolOf = kept.map((pool, member) => (pool !== -1 ? pool : edges[member]!.find((p) => shared.includes(p))!));
  return { poolOf, counts: capacity.map((_, pool) => kept.filter((p) => p === pool).length) };
}

/** Leaves beds to exactly `beds` members, one at least in each shared pool. */
function keepSome(own: readonly number[], beds: number, shared: readonly number[]): number[] {
  const needed = new Set(shared.map((pool) => own.indexOf(pool)));
  let others = beds - needed.size;
  return own.map((pool, member) => {
    if (pool === -1 || needed.has(member)) return pool;
    others -= 1;
    return others >= 0 ? pool : -1;
  });
}
