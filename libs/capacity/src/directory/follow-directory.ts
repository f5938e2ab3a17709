import type { BedCounts } from '../beds/bed-pool.js';
import { reseed, type Seed } from './seed.js';

/** A stored pool, as far as it decides what the directory may still change. */
export interface FollowingPool {
  readonly id: string;
  readonly counts: BedCounts;
  /** A person has given its counts, arrived or brought beds, so the directory no longer gives them. */
  readonly counted: boolean;
  /** The directory no longer says how many beds are free. */
  readonly closed: boolean;
}

/** What the directory's newest word does to the pools of a service. */
export interface DirectoryChanges {
  /** Pools to add, change or open again, each with the counts that it has from now on. */
  readonly put: readonly { readonly seed: Seed; readonly counts: BedCounts }[];
  /** Pools that the directory took back, or of which it no longer knows what is free. */
  readonly close: readonly { readonly poolId: string; readonly counts: BedCounts }[];
}

/**
 * A pool that nobody has counted is what the directory says and nothing else. Of one that a person has counted, or where somebody
 * has arrived or brought beds, only the name and whom it admits follow the directory: for those nobody else has the word.
 */
export function followDirectory(pools: readonly FollowingPool[], seeds: readonly Seed[]): DirectoryChanges {
  const stored = new Map(pools.map((pool) => [pool.id, pool]));
  const told = new Set(seeds.map(({ poolId }) => poolId));
  return {
    put: seeds.map((seed) => ({ seed, counts: countsOf(seed, stored.get(seed.poolId)) })),
    close: pools
      .filter(({ id, counted, closed }) => !counted && !closed && !told.has(id))
      .map(({ id, counts }) => ({ poolId: id, counts: reseed(counts, { total: 0, occupied: 0 }) })),
  };
}

const nothing: BedCounts = { total: 0, occupied: 0, held: 0, outOfService: 0 };

const countsOf = (seed: Seed, pool: FollowingPool | undefined): BedCounts =>
  pool?.counted ? pool.counts : reseed(pool?.counts ?? nothing, seed);
