import { freeBeds, type BedCounts } from './bed-pool.js';
import { usualIntake, type Intake } from '../placing/intake.js';

/** FHIR SDOHCC capacity status, as far as the counts and the intake decide it. */
export type CountStatus = 'CAPACITY' | 'NO_CAPACITY' | 'WAITLIST' | 'ADDITIONAL_ASSESSMENT_REQUIRED' | 'UNKNOWN';

/** What may keep a newcomer from a free bed. `awaited`: parties are on the waiting list. */
export type Door = Pick<Intake, 'open' | 'requiresAcceptance'> & { readonly awaited: boolean };
const openDoor: Door = { ...usualIntake, awaited: false };

/** A pool with the time of its last count; null: unknown. ISO 8601 in UTC, so that text order is time order. */
export interface CountedPool extends BedCounts {
  readonly confirmedAt: string | null;
}

/** All beds of a service at one moment. */
export interface BedsInAll {
  readonly free: number;
  readonly total: number;
  readonly status: CountStatus;
  readonly confirmedAt: string | null;
}

/** Adds up the pools. The oldest count dates the sum; if one count has no date, the sum has none. */
export function bedsInAll(pools: readonly CountedPool[], door: Door = openDoor): BedsInAll {
  const free = pools.reduce((sum, pool) => sum + freeBeds(pool), 0);
  const total = pools.reduce((sum, pool) => sum + pool.total, 0);
  return { free, total, status: statusOf(free, total, door), confirmedAt: oldest(pools.map(({ confirmedAt }) => confirmedAt)) };
}

/** A shelter with no beds on record may still have room. */
function statusOf(free: number, total: number, { open, requiresAcceptance, awaited }: Door): CountStatus {
  if (!open) return 'NO_CAPACITY';
  if (free > 0) return requiresAcceptance ? 'ADDITIONAL_ASSESSMENT_REQUIRED' : 'CAPACITY';
  if (awaited) return 'WAITLIST';
  return total > 0 ? 'NO_CAPACITY' : 'UNKNOWN';
}

const oldest = (times: readonly (string | null)[]): string | null =>
  times.reduce((a, b) => (a === null || b === null ? null : a < b ? a : b), times[0] ?? null);
