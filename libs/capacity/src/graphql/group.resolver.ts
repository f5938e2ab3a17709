import { Inject } from '@nestjs/common';
import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Reason } from '@haven/graph-types';
import { answerUnion, IdempotencyConflict, IdempotencyKey, InvalidInput, inGraph, orBadInput, UserError } from '@haven/graphql';
import { CurrentCaller, Operation } from '@haven/security';
import type { Caller } from '@haven/security';
import { holdGroup, proposeGroup, type GroupChange, type GroupPlanItem } from '../groups/hold-group.js';
import type { Capacity } from '../ports.js';
import { CAPACITY } from '../tokens.js';
import { Hold, shownHold } from './hold-types.js';
import { CaseReference, PartyMemberInput } from './inputs.js';

/** People who stay together. */
@InputType()
export class GroupPartyInput {
  @Field(() => [PartyMemberInput], { description: 'Everyone who needs a bed, 1 to 21.' }) party!: PartyMemberInput[];
  @Field(() => Int, { nullable: true, description: 'Default: one for each person.' }) beds?: number | null;
}

/** Asks where a group could go. */
@InputType()
export class PlanGroupInput {
  @Field(() => [GroupPartyInput], { description: '1 to 60. People who belong together are one party.' }) parties!: GroupPartyInput[];
  @Field(() => [ID], { description: '1 to 50 services that match found, the preferred ones first.' }) serviceIds!: string[];
}

/** The proposal for one party. */
@ObjectType()
export class GroupPlacement implements GroupPlanItem {
  @Field(() => Int, { description: 'Index of the party in the input, from 0.' }) party!: number;
  @Field(() => ID, { nullable: true, description: 'Null: none of the services has room for the party.' }) serviceId!: string | null;
  @Field(() => [Reason], { description: 'What to ask or know before you hold, as Hold.asks.' }) asks!: readonly Reason[];
}

/** One party of a group with the service it goes to. */
@InputType()
export class GroupHoldInput extends GroupPartyInput {
  @Field(() => ID) serviceId!: string;
  @CaseReference() caseReference?: string | null;
}

/** Accepts a proposal. */
@InputType()
export class HoldGroupInput {
  @IdempotencyKey() idempotencyKey!: string;
  @Field(() => [GroupHoldInput], { description: '1 to 60. Haven holds all or none.' }) holds!: GroupHoldInput[];
  @Field(() => Int, { nullable: true, description: '15 to 240; default: Intake.usualMinutes of each shelter.' }) minutes?: number | null;
}

/** One hold for each party. */
@ObjectType()
export class GroupHeld {
  @Field(() => [Hold], { description: 'In the order of the input.' }) holds!: Hold[];
}

/** One party whose place is gone. */
@ObjectType()
export class GroupProblem implements GroupChange {
  @Field(() => Int, { description: 'Index of the hold in the input, from 0.' }) party!: number;
  @Field(() => ID) serviceId!: string;
  @Field(() => String, { description: 'NO_BEDS_LEFT, NOT_ADMITTED or NOT_FOUND.' }) code!: GroupChange['code'];
  @Field(() => [Reason]) reasons!: readonly Reason[];
}

/** Some of the places are gone. */
@ObjectType({ implements: () => UserError })
export class GroupChanged implements UserError {
  code = 'GROUP_CHANGED';
  message =
    'Nothing was held: some of the places cannot take their party; changes says which and why. Leave those services out and plan the group again.';
  @Field(() => [GroupProblem]) changes: readonly GroupProblem[];
  constructor(changes: readonly GroupProblem[]) {
    this.changes = changes;
  }
}

/** Answer of `holdGroup`. */
export const HoldGroupResult = answerUnion('HoldGroupResult', GroupHeld, [InvalidInput, GroupChanged, IdempotencyConflict]);

/** Holds for many people at once, for example after a raid. */
@Resolver()
export class GroupResolver {
  constructor(@Inject(CAPACITY) private readonly capacity: Capacity) {}

  @Query(() => [GroupPlacement], {
    description: 'Where each party could go with the beds that are free now. Holds nothing. In the order of the parties.',
  })
  @Operation('planGroup')
  async planGroup(@Args('input') input: PlanGroupInput): Promise<readonly GroupPlacement[]> {
    return orBadInput(await proposeGroup(this.capacity, input));
  }

  @Mutation(() => HoldGroupResult, { description: 'Makes a hold for each party, or none and says what stood in the way.' })
  @Operation('holdGroup')
  async holdGroup(@CurrentCaller() caller: Caller, @Args('input') input: HoldGroupInput) {
    return inGraph(await holdGroup(this.capacity, caller, input), ({ holds }) => ({ holds: holds.map(shownHold) }), {
      GroupChanged: ({ changes }) => new GroupChanged(changes),
    });
  }
}
