import { Inject } from '@nestjs/common';
import { Args, ID, Query, Resolver, Subscription } from '@nestjs/graphql';
import { Availability, DateTimeScalar } from '@haven/graph-types';
import type { AvailabilitySnapshot } from '@haven/events';
import { badUserInput, isFailure } from '@haven/graphql';
import type { Clock } from '@haven/kernel';
import type { EventBus } from '@haven/messaging';
import { Operation } from '@haven/security';
import { occupancyHistory } from '../beds/occupancy-history.js';
import type { Capacity } from '../ports.js';
import { watchAvailability } from '../beds/watch-availability.js';
import { TimeBucket } from '../beds/time-bucket.js';
import { CAPACITY, CLOCK, EVENT_BUS } from '../tokens.js';
import { AvailabilityFilter } from './inputs.js';
import { OccupancyPoint } from './results.js';
import { scopeOf } from './scope.js';
import { withFreshness } from './with-freshness.js';

/** Beds over time: what was, what is, what changes. */
@Resolver()
export class AvailabilityResolver {
  constructor(
    @Inject(CAPACITY) private readonly capacity: Capacity,
    @Inject(EVENT_BUS) private readonly bus: EventBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Query(() => [OccupancyPoint], { description: 'A bucket that the period touches counts whole; at most 1,000 buckets.' })
  @Operation('occupancyHistory')
  async occupancyHistory(
    @Args('serviceId', { type: () => ID }) serviceId: string,
    @Args('from', { type: () => DateTimeScalar }) from: Date,
    @Args('to', { type: () => DateTimeScalar }) to: Date,
    @Args('bucket', { type: () => TimeBucket }) bucket: TimeBucket,
  ): Promise<readonly OccupancyPoint[]> {
    const answer = await occupancyHistory(this.capacity, this.clock, { serviceId, from, to, bucket });
    if (isFailure(answer)) throw badUserInput(answer.fields);
    return answer;
  }

  @Subscription(() => Availability, {
    description: 'First the current state of each service that the filter names, then every change.',
    resolve(this: AvailabilityResolver, state: AvailabilitySnapshot) {
      return withFreshness(state, this.clock);
    },
  })
  @Operation('availabilityChanged')
  availabilityChanged(@Args('filter', { type: () => AvailabilityFilter, nullable: true }) filter: AvailabilityFilter | null) {
    const scope = scopeOf(filter);
    if (isFailure(scope)) throw badUserInput(scope.fields);
    return watchAvailability(this.capacity, this.bus, scope);
  }
}
