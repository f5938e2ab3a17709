import { Inject } from '@nestjs/common';
import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Query, registerEnumType, Resolver } from '@nestjs/graphql';
import { BedPool, DateTimeScalar } from '@haven/graph-types';
import { answerUnion, IdempotencyConflict, IdempotencyKey, InvalidInput, NotFound, inGraph } from '@haven/graphql';
import { CurrentCaller, Operation, Role } from '@haven/security';
import type { Caller } from '@haven/security';
import { addSurgeBeds } from '../surges/add-surge-beds.js';
import { withOwnName } from '../beds/bed-pools.js';
import { reconcileBeds } from '../beds/reconcile-beds.js';
import { endSurge } from '../surges/end-surge.js';
import type { Capacity, SurgeView } from '../ports.js';
import { couldBeId } from '../commands/storable.js';
import { CAPACITY } from '../tokens.js';

// Another service may also extend `me`.
registerEnumType(Role, { name: 'Role' });

/** Temporary beds. */
@ObjectType({ description: 'Temporary beds until endsAt. After that each bed goes as soon as it is free.' })
export class Surge implements SurgeView {
  @Field(() => ID) id!: string;
  @Field(() => ID) poolId!: string;
  @Field(() => ID) serviceId!: string;
  @Field(() => Int) beds!: number;
  @Field(() => Int, { description: 'How many beds have gone.' }) removed!: number;
  @Field(() => DateTimeScalar) endsAt!: string;
}

/** Compares the staff count of a pool with its holds. */
@ObjectType({ description: 'Haven corrects nothing here. Look at the room, then set the count or check out the people who have left.' })
export class PoolReconciliation {
  @Field(() => ID) poolId!: string;
  @Field(() => String) name!: string;
  @Field(() => Int, { description: 'As counted.' }) occupied!: number;
  @Field(() => Role, { nullable: true, description: 'Role of the person who counted last. Null: the directory, or not known.' })
  countedBy!: Role | null;
  @Field(() => Int, { description: 'People who arrived on a hold and have not checked out.' }) placed!: number;
  @Field(() => Int, {
    description: 'occupied - placed. Below 0: somebody left without a check-out. Above 0: people who came without a hold.',
  })
  difference!: number;
}

/** Adds temporary beds. */
@InputType()
export class AddSurgeBedsInput {
  @IdempotencyKey() idempotencyKey!: string;
  @Field(() => ID) poolId!: string;
  @Field(() => Int, { description: '1 to 1,000.' }) beds!: number;
  @Field(() => DateTimeScalar, { description: 'Within a year.' }) endsAt!: Date;
}

/** Answer of `addSurgeBeds`. */
export const AddSurgeBedsResult = answerUnion('AddSurgeBedsResult', BedPool, [InvalidInput, NotFound, IdempotencyConflict]);

/** Answer of `endSurge`. */
export const EndSurgeResult = answerUnion('EndSurgeResult', Surge, [NotFound]);

/** Surges, and the comparison of counts with holds, in GraphQL. */
@Resolver()
export class SurgeResolver {
  constructor(@Inject(CAPACITY) private readonly capacity: Capacity) {}

  @Query(() => [Surge])
  @Operation('surges')
  async surges(@Args('serviceId', { type: () => ID }) serviceId: string): Promise<readonly Surge[]> {
    return couldBeId(serviceId) ? this.capacity.surges(serviceId) : [];
  }

  @Query(() => [PoolReconciliation], { description: 'Empty for a service that is unknown or not yours.' })
  @Operation('bedReconciliation')
  async bedReconciliation(
    @CurrentCaller() caller: Caller,
    @Args('serviceId', { type: () => ID }) serviceId: string,
  ): Promise<readonly PoolReconciliation[]> {
    const pools = await reconcileBeds(this.capacity, caller, serviceId);
    return pools.map((pool) => ({ ...pool, difference: pool.occupied - pool.placed }));
  }

  @Mutation(() => AddSurgeBedsResult, { description: 'Adds temporary beds until an end.' })
  @Operation('addSurgeBeds')
  async addSurgeBeds(@CurrentCaller() caller: Caller, @Args('input') input: AddSurgeBedsInput) {
    return inGraph(await addSurgeBeds(this.capacity, caller, input), (pool) => withOwnName(this.capacity, pool));
  }

  @Mutation(() => EndSurgeResult, { description: 'Ends the surge now. A bed that somebody sleeps in goes when it is free.' })
  @Operation('endSurge')
  async endSurge(@CurrentCaller() caller: Caller, @Args('id', { type: () => ID }) id: string) {
    return inGraph(await endSurge(this.capacity, caller, id), (surge) => surge);
  }
}
