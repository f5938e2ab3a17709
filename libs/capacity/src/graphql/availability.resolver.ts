import { Inject } from '@nestjs/common';
import { Args, ID, Query, Resolver, Subscription } from '@nestjs/graphql';
import { Availability, DateTimeScalar } from '@haven/graph-types';
import type { AvailabilitySnapshot } from '@haven/events';
import { orBadInput } from '@haven/graphql';
import type { EventBus } from '@haven/messaging';
import { Operation } from '@haven/security';
import { occupancyHistory } from '../beds/occupancy/occupancy-history.js';
import type { Capacity } from '../ports.js';
import { watchAvailability } from '../beds/watch-availability.js';
import { TimeBucket } from '../beds/occupancy/time-bucket.js';
import { CAPACITY, EVENT_BUS } from '../tokens.js';
import { AvailabilityFilter } from './inputs.js';
import { OccupancyPoint } from './results.js';
import { scopeOf } from './scope.js';
import { withFreshness } from './with-freshness.js';

/** Availability in GraphQL: the history, the current state, the changes. */
@Resolver()
export class AvailabilityResolver {
  constructor(
    @Inject(CAPACITY) private readonly capacity: Capacity,
    @Inject(EVENT_BUS) private readonly bus: EventBus,
  ) {}

  @Query(() => [OccupancyPoint], { description: 'A bucket that overlaps the period counts as a whole. At most 1,000 buckets.' })
  @Operation('occupancyHistory')
  async occupancyHistory(
    @Args('serviceId', { type: () => ID }) serviceId: string,
    @Args('from', { type: () => DateTimeScalar }) from: Date,
    @Args('to', { type: () => DateTimeScalar }) to: Date,
    @Args('bucket', { type: () => TimeBucket }) bucket: TimeBucket,
  ): Promise<readonly OccupancyPoint[]> {
    return orBadInput(await occupancyHistory(this.capacity, { serviceId, from, to, bucket }));
  }

  @Subscription(() => Availability, {
    description: 'Sends the current state of each service that the filter names, then every change.',
    resolve(this: AvailabilityResolver, state: AvailabilitySnapshot) {
      return withFreshness(state, this.capacity.clock);
    },
  })
  @Operation('availabilityChanged')
  availabilityChanged(@Args('filter', { type: () => AvailabilityFilter, nullable: true }) filter: AvailabilityFilter | null) {
    return watchAvailability(this.capacity, this.bus, orBadInput(scopeOf(filter)));
  }
}
