import type { AvailabilitySnapshot } from '@haven/events';
import { freshnessOf, type Clock } from '@haven/kernel';

/** The beds of a service with the freshness of their count at this moment. */
export const withFreshness = (state: AvailabilitySnapshot, clock: Clock) => ({
  ...state,
  freshness: freshnessOf(state.confirmedAt === null ? null : new Date(state.confirmedAt), clock.now()),
});
