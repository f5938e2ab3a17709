import type { AvailabilitySnapshot } from '@haven/events';
import { freshnessOf, type Clock } from '@haven/kernel';

/** The beds of a service as the graph shows them: how far their count can be trusted at this moment. */
export const withFreshness = (state: AvailabilitySnapshot, clock: Clock) => ({
  ...state,
  freshness: freshnessOf(state.confirmedAt === null ? null : new Date(state.confirmedAt), clock.now()),
});
