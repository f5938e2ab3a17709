import { enumOf } from './enum-of.js';

/** How far a bed count can be trusted, by its age. */
export const Freshness = enumOf('LIVE', 'AGING', 'STALE', 'UNKNOWN');
/** {@link Freshness} */
export type Freshness = (typeof Freshness)[keyof typeof Freshness];

const hour = 3_600_000;
/** Ages in milliseconds up to which a count is live and aging; one night shift is about 12 hours. */
export const freshnessLimits = { live: 4 * hour, aging: 24 * hour } as const;

/** Freshness of a count that was confirmed at `confirmedAt` (null: never). A limit belongs to the better side. */
export function freshnessOf(confirmedAt: Date | null, now: Date): Freshness {
  if (!confirmedAt) return 'UNKNOWN';
  const age = now.getTime() - confirmedAt.getTime();
  if (age <= freshnessLimits.live) return 'LIVE';
  return age <= freshnessLimits.aging ? 'AGING' : 'STALE';
}
