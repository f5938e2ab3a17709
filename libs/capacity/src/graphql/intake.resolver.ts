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
  description: 'Why a shelter takes nobody new. Full is none of them: the counts say that.',
});

/** How a shelter takes people in. */
@ObjectType({ description: 'How a shelter takes people in; version 0: it has said nothing yet.' })
export class Intake implements IntakeValue {
  @Field(() => Boolean, { description: 'false: it takes nobody new for now.' }) open!: boolean;
  @Field(() => ClosedBecause, { nullable: true, description: 'Null: it is open, or has not said.' }) closedBecause!: ClosedBecause | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'It opens by itself then; null: it is open, or stays closed until somebody opens it.',
  })
  closedUntil!: string | null;
  @Field(() => Boolean, { description: 'Whether it says yes to each hold itself.' }) requiresAcceptance!: boolean;
  @Field(() => Int, { description: 'Minutes in which it says so; afterwards the hold is over.' }) acceptanceMinutes!: number;
  @Field(() => Int, { description: 'Minutes of a hold that names none.' }) usualMinutes!: number;
  @Field(() => Int, { nullable: true, description: 'Most beds that one organization may hold at a time; null: no limit.' })
  mostBedsPerOrganization!: number | null;
  @Field(() => Int) version!: number;
}

/** Says how the shelter takes people in. */
@InputType({ description: 'What is left out stays.' })
export class SetIntakeInput {
  @IdempotencyKey() idempotencyKey!: string;
  @Field(() => ID) serviceId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => Boolean, { nullable: true }) open?: boolean | null;
  @Field(() => ClosedBecause, { nullable: true, description: 'With open: false.' }) closedBecause?: ClosedBecause | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'With open: false, at most a year ahead. It opens by itself then; left out: it stays closed.',
  })
  closedUntil?: Date | null;
  @Field(() => Boolean, { nullable: true }) requiresAcceptance?: boolean | null;
  @Field(() => Int, { nullable: true, description: '5 to 120.' }) acceptanceMinutes?: number | null;
  @Field(() => Int, { nullable: true, description: '15 to 240.' }) usualMinutes?: number | null;
  @Field(() => Int, { nullable: true, description: '1 to 1,000.' }) mostBedsPerOrganization?: number | null;
  @Field(() => Boolean, { nullable: true, description: 'Takes the limit on beds away.' }) noBedLimit?: boolean | null;
}

/** Answer of `setIntake`. */
export const SetIntakeResult = answerUnion('SetIntakeResult', Intake, [InvalidInput, NotFound, VersionConflict, IdempotencyConflict]);

/** The doors of shelters. */
@Resolver()
export class IntakeResolver {
  constructor(@Inject(CAPACITY) private readonly capacity: Capacity) {}

  @Query(() => Intake, { description: 'The usual (version 0) for a service that is unknown or has said nothing.' })
  @Operation('intake')
  async intake(@Args('serviceId', { type: () => ID }) serviceId: string): Promise<Intake> {
    return couldBeId(serviceId) ? this.capacity.intake(serviceId) : usualIntake;
  }

  @Mutation(() => SetIntakeResult, { description: 'Opens or closes the door, asks to be asked, limits how much one organization holds.' })
  @Operation('setIntake')
  async setIntake(@CurrentCaller() caller: Caller, @Args('input') input: SetIntakeInput) {
    return inGraph(await setIntake(this.capacity, caller, input), (intake) => intake);
  }
}
