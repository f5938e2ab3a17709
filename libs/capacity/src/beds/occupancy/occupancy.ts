import { freeBeds, type BedCounts } from '../bed-pool.js';
import type { Span } from './time-bucket.js';

/** The counts of a pool from one moment until its next change. */
export interface OccupancyChange extends BedCounts {
  readonly poolId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** One bucket of a history. */
export interface OccupancyPoint {
  readonly at: Date;
  /** Beds at the end of the bucket. */
  readonly total: number;
  readonly occupied: number;
  readonly held: number;
  readonly free: number;
}

/**
 * Averages of the beds of all pools together, one point for each bucket. `changes` are in order of time and include the last change of each
 * pool before the first bucket. A bucket averages only the part that has counts and is not in the future. Buckets before the first count
 * are all zero; future buckets are left out.
 */
export function occupancyPoints(changes: readonly OccupancyChange[], buckets: readonly Span[], now: number): OccupancyPoint[] {
  const state = new Map<string, BedCounts>();
  const firstCount = changes[0]?.at ?? Infinity;
  let next = 0;
  const advanceTo = (time: number): number => {
    for (let change = changes[next]; change && change.at <= time; change = changes[++next]) state.set(change.poolId, change);
    return changes[next]?.at ?? Infinity;
  };
  return buckets
    .filter(({ start }) => start < now)
    .map(({ start, end }) => {
      const span = { start: Math.max(start, firstCount), end: Math.min(end, now) };
      return pointOf(new Date(start), span, advanceTo, () => sumOf(state.values()));
    });
}

const nothing: BedCounts = { total: 0, occupied: 0, held: 0, outOfService: 0 };

function sumOf(pools: Iterable<BedCounts>): BedCounts {
  let sum = nothing;
  for (const pool of pools) {
    sum = {
      total: sum.total + pool.total,
      occupied: sum.occupied + pool.occupied,
      held: sum.held + pool.held,
      outOfService: sum.outOfService + pool.outOfService,
    };
  }
  return sum;
}

function pointOf(at: Date, { start, end }: Span, advanceTo: (time: number) => number, now: () => BedCounts): OccupancyPoint {
  if (start >= end) return { at, total: 0, occupied: 0, held: 0, free: 0 };
  const bedTime = { occupied: 0, held: 0, free: 0 };
  for (let from = start, until = start; from < end; from = until) {
    until = Math.min(advanceTo(from), end);
    const beds = now();
    bedTime.occupied += beds.occupied * (until - from);
    bedTime.held += beds.held * (until - from);
    bedTime.free += freeBeds(beds) * (until - from);
  }
  const time = end - start;
  return { at, total: now().total, occupied: bedTime.occupied / time, held: bedTime.held / time, free: bedTime.free / time };
}
