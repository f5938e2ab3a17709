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
    'WAITING: no offer yet. OFFERED: beds are held for it. TAKEN: the party took the offer. MISSED: the offer expired, the shelter declined it, or the service was withdrawn. LEFT: the party left the list. EXPIRED: 24 hours passed.',
});

/** A party on the waiting list of a service. */
@ObjectType({
  description: 'A waitlist entry: a party that waits for beds at a service. The first entry that a free bed admits gets the offer.',
})
export class Waiting implements WaitingView {
  @Field(() => ID) id!: string;
  @Field(() => ID) serviceId!: string;
  @Field(() => WaitingState) state!: WaitingState;
  @Field(() => Int, { description: 'How many entries are before this one.' }) ahead!: number;
  @Field(() => DateTimeScalar) joinedAt!: string;
  @Field(() => DateTimeScalar, { description: 'The entry expires then. If the party still needs a bed, join again.' }) waitsUntil!: string;
  @Field(() => ID, { nullable: true, description: 'The hold that Haven offers. Take it with takeOffer before it expires.' })
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
  @Field(() => Int, { nullable: true, description: 'Default: one for each person.' }) beds?: number | null;
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

/** Waiting lists in GraphQL. */
@Resolver()
export class WaitlistResolver {
  constructor(@Inject(CAPACITY) private readonly capacity: Capacity) {}

  @Query(() => [Waiting], {
    description:
      'Waitlist entries of a service that wait or have an offer, the oldest first. You see those of your organization, or at your shelter. Coordinators and auditors see all.',
  })
  @Operation('waitlist')
  async waitlist(@CurrentCaller() caller: Caller, @Args('serviceId', { type: () => ID }) serviceId: string): Promise<readonly Waiting[]> {
    return waitlistOf(this.capacity, caller, serviceId);
  }

  @Query(() => [Waiting], {
    description:
      'Waitlist entries of any service that wait or have an offer, the oldest first, at most 1,000. You see those of your organization, or at your shelters. Coordinators and auditors see all. holdChanged sends offers.',
  })
  @Operation('waitlist')
  async waits(@CurrentCaller() caller: Caller): Promise<readonly Waiting[]> {
    return openWaits(this.capacity, caller);
  }

  @Mutation(() => JoinWaitlistResult, {
    description:
      'Adds a waitlist entry. Haven offers beds that become free as a hold of 20 minutes, which holdChanged sends. NotAdmitted: no bed could ever be offered.',
  })
  @Operation('joinWaitlist')
  async joinWaitlist(@CurrentCaller() caller: Caller, @Args('input') input: JoinWaitlistInput) {
    return inGraph(await joinWaitlist(this.capacity, caller, input), (waiting) => waiting, {
      NotAdmitted: ({ reasons }) => new NotAdmitted(reasons),
    });
  }

  @Mutation(() => LeaveWaitlistResult, { description: 'Ends the waitlist entry. An offer that it has goes to the next in line.' })
  @Operation('leaveWaitlist')
  async leaveWaitlist(@CurrentCaller() caller: Caller, @Args('input') input: LeaveWaitlistInput) {
    return inGraph(await leaveWaitlist(this.capacity, caller, input), (waiting) => waiting);
  }
}
