import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { BedPool } from '@haven/graph-types';
import type { BedPoolView } from '@haven/events';
import { inGraph } from '@haven/graphql';
import { CurrentCaller, Operation } from '@haven/security';
import type { Caller } from '@haven/security';
import { bedPoolsFor, withOwnName } from '../beds/bed-pools.js';
import { defineBedPool } from '../beds/define-bed-pool.js';
import type { Capacity } from '../ports.js';
import { setBedCounts } from '../beds/set-bed-counts.js';
import { CAPACITY } from '../tokens.js';
import { DefineBedPoolInput, SetBedCountsInput } from './inputs.js';
import { DefineBedPoolResult, SetBedCountsResult } from './results.js';

/** Bed pools in GraphQL. */
@Resolver()
export class BedPoolResolver {
  constructor(@Inject(CAPACITY) private readonly capacity: Capacity) {}

  @Query(() => [BedPool], { description: 'Empty for a service that is unknown, withdrawn, or has no beds on record.' })
  @Operation('bedPools')
  bedPools(@CurrentCaller() caller: Caller, @Args('serviceId', { type: () => ID }) serviceId: string): Promise<readonly BedPoolView[]> {
    return bedPoolsFor(this.capacity, caller, serviceId);
  }

  @Mutation(() => DefineBedPoolResult, { description: 'Adds a pool. Counts that you leave out are 0.' })
  @Operation('defineBedPool')
  async defineBedPool(@CurrentCaller() caller: Caller, @Args('input') input: DefineBedPoolInput) {
    return inGraph(await defineBedPool(this.capacity, caller, input), (pool) => withOwnName(this.capacity, pool));
  }

  @Mutation(() => SetBedCountsResult, { description: 'Absolute counts, as seen in the room.' })
  @Operation('setBedCounts')
  async setBedCounts(@CurrentCaller() caller: Caller, @Args('input') input: SetBedCountsInput) {
    return inGraph(await setBedCounts(this.capacity, caller, input), (pool) => withOwnName(this.capacity, pool));
  }
}
