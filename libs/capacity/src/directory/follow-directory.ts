import type { BedCounts } from '../beds/bed-pool.js';
import { reseed, type Seed } from './seed.js';

/** The facts about a stored pool that decide whether the directory may still change it. */
export interface FollowingPool {
  readonly id: string;
  readonly counts: BedCounts;
  /** A person has counted the pool, arrived, or added beds, so the directory no longer sets its counts. */
  readonly counted: boolean;
  /** The directory no longer gives the number of free beds. */
  readonly closed: boolean;
}

/** The changes of a directory update in the pools of a service. */
export interface DirectoryChanges {
  /** Pools to add, change or open again, each with its new counts. */
  readonly put: readonly { readonly seed: Seed; readonly counts: BedCounts }[];
  /** Pools that the directory withdrew, or for which it no longer gives free beds. */
  readonly close: readonly { readonly poolId: string; readonly counts: BedCounts }[];
}

/**
 * A pool that nobody has counted follows the directory in everything. Once a person has counted it, arrived there or added beds, only its
 * name and its admission rule follow the directory: staff know the counts better.
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
