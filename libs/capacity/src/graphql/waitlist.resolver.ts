import { Inject } from '@nestjs/common';
import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Query, registerEnumType, Resolver } from '@nestjs/graphql';
import { DateTimeScalar } from '@haven/graph-types';
import { answerUnion, IdempotencyConflict, IdempotencyKey, InvalidInput, NotFound, inGraph, VersionConflict } from '@haven/graphql';
import { CurrentCaller, Operation } from '@haven/security';
import type { Caller } from '@haven/security';
import { joinWaitlist } from '../waitlist/join-waitlist.js';
import { leaveWaitlist } from '../waitlist/leave-waitlist.js';
import { openWaits, waitlistOf } from '../waitlist/open-waits.js';
import type { Capacity, WaitingView } from '../ports.js';
import { WaitingState } from '../offers/waiting.js';
import { CAPACITY } from '../tokens.js';
import { caseReferenceShown, NotAdmitted } from './hold-types.js';
import { CaseReference, PartyMemberInput } from './inputs.js';

registerEnumType(WaitingState, {
  name: 'WaitingState',
  description:
    'WAITING until beds are OFFERED as a hold; TAKEN, or MISSED when the offer ran out, the shelter declined it or the service was withdrawn; LEFT: went off the list; EXPIRED: waited for a day.',
});

/** A party on the waiting list of a service. */
@ObjectType({ description: 'A party on the waiting list of a service: first come, first served within what a free bed admits.' })
export class Waiting implements WaitingView {
  @Field(() => ID) id!: string;
  @Field(() => ID) serviceId!: string;
  @Field(() => WaitingState) state!: WaitingState;
  @Field(() => Int, { description: 'How many wait before it.' }) ahead!: number;
  @Field(() => DateTimeScalar) joinedAt!: string;
  @Field(() => DateTimeScalar, { description: 'Then it is over: who still needs a bed joins again.' }) waitsUntil!: string;
  @Field(() => ID, { nullable: true, description: 'The hold that is offered: take it with takeOffer before it expires.' })
  holdId!: string | null;
  @Field(() => String, { nullable: true, description: caseReferenceShown }) caseReference!: string | null;
  @Field(() => Int) version!: number;
}

/** Puts a party on the list. */
@InputType()
export class JoinWaitlistInput {
  @IdempotencyKey() idempotencyKey!: string;
  @Field(() => ID) serviceId!: string;
  @Field(() => [PartyMemberInput], { description: 'Everyone who needs a bed, 1 to 21.' }) party!: PartyMemberInput[];
  @Field(() => Int, { nullable: true, description: 'Default: one for each.' }) beds?: number | null;
  @CaseReference() caseReference?: string | null;
}

/** Takes a party off the list. */
@InputType()
export class LeaveWaitlistInput {
  @IdempotencyKey() idempotencyKey!: string;
  @Field(() => ID) waitingId!: string;
  @Field(() => Int) expectedVersion!: number;
}

/** Answer of `joinWaitlist`. */
export const JoinWaitlistResult = answerUnion('JoinWaitlistResult', Waiting, [InvalidInput, NotFound, NotAdmitted, IdempotencyConflict]);

/** Answer of `leaveWaitlist`. */
export const LeaveWaitlistResult = answerUnion('LeaveWaitlistResult', Waiting, [
  InvalidInput,
  NotFound,
  VersionConflict,
  IdempotencyConflict,
]);

/** Waiting lists. */
@Resolver()
export class WaitlistResolver {
  constructor(@Inject(CAPACITY) private readonly capacity: Capacity) {}

  @Query(() => [Waiting], {
    description:
      'Who waits at a service or has an offer there, first come first. Those of your organization, or at your shelter; for coordinators and auditors all.',
  })
  @Operation('waitlist')
  async waitlist(@CurrentCaller() caller: Caller, @Args('serviceId', { type: () => ID }) serviceId: string): Promise<readonly Waiting[]> {
    return waitlistOf(this.capacity, caller, serviceId);
  }

  @Query(() => [Waiting], {
    description:
      'Who waits or has an offer at any service, the longest first, 1,000 at the most: those of your organization, or at your shelters; for coordinators and auditors all. holdChanged tells of offers.',
  })
  @Operation('waitlist')
  async waits(@CurrentCaller() caller: Caller): Promise<readonly Waiting[]> {
    return openWaits(this.capacity, caller);
  }

  @Mutation(() => JoinWaitlistResult, {
    description:
      'Beds that become free are offered as a hold of 20 minutes; holdChanged tells of it. NotAdmitted where none could ever be offered.',
  })
  @Operation('joinWaitlist')
  async joinWaitlist(@CurrentCaller() caller: Caller, @Args('input') input: JoinWaitlistInput) {
    return inGraph(await joinWaitlist(this.capacity, caller, input), (waiting) => waiting, {
      NotAdmitted: ({ reasons }) => new NotAdmitted(reasons),
    });
  }

  @Mutation(() => LeaveWaitlistResult, { description: 'An offer that was made goes to the next in line.' })
  @Operation('leaveWaitlist')
  async leaveWaitlist(@CurrentCaller() caller: Caller, @Args('input') input: LeaveWaitlistInput) {
    return inGraph(await leaveWaitlist(this.capacity, caller, input), (waiting) => waiting);
  }
}
