import { Inject } from '@nestjs/common';
import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Query, registerEnumType, Resolver } from '@nestjs/graphql';
import { DateTimeScalar } from '@haven/graph-types';
import { answerUnion, IdempotencyConflict, IdempotencyKey, InvalidInput, NotFound, inGraph, VersionConflict } from '@haven/graphql';
import { CurrentCaller, Operation } from '@haven/security';
import type { Caller } from '@haven/security';
import type { Capacity } from '../ports.js';
import { setIntake } from '../intake/set-intake.js';
import { ClosedBecause } from '../placing/closed-door.js';
import { couldBeId } from '../commands/storable.js';
import { usualIntake, type Intake as IntakeValue } from '../placing/intake.js';
import { CAPACITY } from '../tokens.js';

registerEnumType(ClosedBecause, {
  name: 'ClosedBecause',
  description: 'Why a shelter takes nobody new. Being full is not a reason here: the counts say that.',
});

/** How a shelter takes people in. */
@ObjectType({ description: 'How a shelter takes people in. Version 0: the shelter has not set anything; these are the defaults.' })
export class Intake implements IntakeValue {
  @Field(() => Boolean, { description: 'False: the shelter takes nobody new for now.' }) open!: boolean;
  @Field(() => ClosedBecause, { nullable: true, description: 'Null: the shelter is open, or gives no reason.' })
  closedBecause!: ClosedBecause | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The shelter opens by itself then. Null: it is open, or stays closed until somebody opens it.',
  })
  closedUntil!: string | null;
  @Field(() => Boolean, { description: 'Whether the shelter accepts each hold itself.' }) requiresAcceptance!: boolean;
  @Field(() => Int, { description: 'Minutes in which the shelter has to accept a hold; after that the hold ends.' })
  acceptanceMinutes!: number;
  @Field(() => Int, { description: 'Length of a hold that gives no minutes.' }) usualMinutes!: number;
  @Field(() => Int, { nullable: true, description: 'The most beds that one organization may hold at a time. Null: no limit.' })
  mostBedsPerOrganization!: number | null;
  @Field(() => Int) version!: number;
}

/** Sets how a shelter takes people in. */
@InputType({ description: 'Fields that you leave out stay.' })
export class SetIntakeInput {
  @IdempotencyKey() idempotencyKey!: string;
  @Field(() => ID) serviceId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => Boolean, { nullable: true }) open?: boolean | null;
  @Field(() => ClosedBecause, { nullable: true, description: 'With open: false.' }) closedBecause?: ClosedBecause | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'With open: false, at most a year ahead. The shelter opens by itself then. Default: it stays closed.',
  })
  closedUntil?: Date | null;
  @Field(() => Boolean, { nullable: true }) requiresAcceptance?: boolean | null;
  @Field(() => Int, { nullable: true, description: '5 to 120.' }) acceptanceMinutes?: number | null;
  @Field(() => Int, { nullable: true, description: '15 to 240.' }) usualMinutes?: number | null;
  @Field(() => Int, { nullable: true, description: '1 to 1,000.' }) mostBedsPerOrganization?: number | null;
  @Field(() => Boolean, { nullable: true, description: 'True removes the limit on beds.' }) noBedLimit?: boolean | null;
}

/** Answer of `setIntake`. */
export const SetIntakeResult = answerUnion('SetIntakeResult', Intake, [InvalidInput, NotFound, VersionConflict, IdempotencyConflict]);

/** The intake of shelters in GraphQL. */
@Resolver()
export class IntakeResolver {
  constructor(@Inject(CAPACITY) private readonly capacity: Capacity) {}

  @Query(() => Intake, { description: 'The defaults (version 0) for a service that is unknown or has not set anything.' })
  @Operation('intake')
  async intake(@Args('serviceId', { type: () => ID }) serviceId: string): Promise<Intake> {
    return couldBeId(serviceId) ? this.capacity.intake(serviceId) : usualIntake;
  }

  @Mutation(() => SetIntakeResult, {
    description: 'Opens or closes the shelter, requires its acceptance of each hold, or limits the beds of one organization.',
  })
  @Operation('setIntake')
  async setIntake(@CurrentCaller() caller: Caller, @Args('input') input: SetIntakeInput) {
    return inGraph(await setIntake(this.capacity, caller, input), (intake) => intake);
  }
}
