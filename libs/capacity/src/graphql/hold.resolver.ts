import { Inject } from '@nestjs/common';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { inGraph, orBadInput } from '@haven/graphql';
import type { EventBus } from '@haven/messaging';
import { CurrentCaller, Operation } from '@haven/security';
import type { Caller } from '@haven/security';
import { activeHoldsPage } from '../holds/active-holds.js';
import { changeHold, type HoldOperation } from '../holds/change-hold.js';
import { extendHold } from '../holds/extend-hold.js';
import { extendPlacement } from '../holds/extend-placement.js';
import { holdBeds } from '../holds/hold-beds.js';
import { seenHold } from '../holds/hold-access.js';
import { openHolds } from '../holds/open-holds.js';
import type { Capacity, GuestView, SeenHold, StoredHold } from '../ports.js';
import { readHold } from '../holds/read-hold.js';
import { watchHolds } from '../holds/watch-holds.js';
import { CAPACITY, EVENT_BUS } from '../tokens.js';
import { Guest, Hold, HoldBedsResult, HoldNotActive, HoldTransitionResult, NoBedsLeft, NotAdmitted, shownHold } from './hold-types.js';
import { ExtendHoldInput, ExtendPlacementInput, HoldBedsInput, HoldTransitionInput } from './inputs.js';
import { withFreshness } from './with-freshness.js';

const shownStep = (answer: Awaited<ReturnType<typeof extendHold>>) =>
  inGraph(answer, shownHold, { HoldNotActive: ({ held }) => new HoldNotActive(shownHold(held)) });

/** Guests that were read with their holds, so that no resolver reads each hold again. */
const shownWithParty = (held: StoredHold): Hold => ({ ...shownHold(seenHold(held)), party: held.party });

/** Holds in GraphQL. */
@Resolver(() => Hold)
export class HoldResolver {
  constructor(
    @Inject(CAPACITY) private readonly capacity: Capacity,
    @Inject(EVENT_BUS) private readonly bus: EventBus,
  ) {}

  @Query(() => Hold, { nullable: true, description: 'Null: it is unknown or not yours.' })
  @Operation('hold')
  async hold(@CurrentCaller() caller: Caller, @Args('id', { type: () => ID }) id: string): Promise<Hold | null> {
    const held = await readHold(this.capacity, caller, id);
    return held && shownHold(seenHold(held));
  }

  @Query(() => [Hold], {
    description:
      'Holds of a service that have not ended: people who are expected and people who are there. You see those of your organization, or at your shelter. Coordinators and auditors see all. In order of id, at most 1,000; after: the id of the last hold of the page before.',
  })
  @Operation('activeHolds')
  async activeHolds(
    @CurrentCaller() caller: Caller,
    @Args('serviceId', { type: () => ID }) serviceId: string,
    @Args('first', { type: () => Int, nullable: true }) first?: number | null,
    @Args('after', { type: () => ID, nullable: true }) after?: string | null,
  ): Promise<readonly Hold[]> {
    return orBadInput(await activeHoldsPage(this.capacity, caller, { serviceId, first, after })).map(shownWithParty);
  }

  @Query(() => [Hold], {
    description:
      'Holds at any service that have not ended, those that expire soonest first, at most 1,000. You see those of your organization, or at your shelters. Coordinators and auditors see all. holdChanged sends what changes.',
  })
  @Operation('activeHolds')
  async holds(@CurrentCaller() caller: Caller): Promise<readonly Hold[]> {
    return (await openHolds(this.capacity, caller)).map(shownWithParty);
  }

  @ResolveField(() => [Guest], { nullable: true, description: 'The people to prepare for. Null once the hold has ended.' })
  async party(@CurrentCaller() caller: Caller, @Parent() { id, party }: Hold): Promise<readonly GuestView[] | null> {
    if (party !== undefined) return party;
    return (await readHold(this.capacity, caller, id))?.party ?? null;
  }

  @Mutation(() => HoldBedsResult, {
    description: 'Holds beds for the whole party or for nobody, within the rules of the service and its pools.',
  })
  @Operation('holdBeds')
  async holdBeds(@CurrentCaller() caller: Caller, @Args('input') input: HoldBedsInput) {
    return inGraph(await holdBeds(this.capacity, caller, input), shownHold, {
      NotAdmitted: ({ reasons }) => new NotAdmitted(reasons),
      NoBedsLeft: ({ availability }) => new NoBedsLeft(withFreshness(availability, this.capacity.clock)),
    });
  }

  @Mutation(() => HoldTransitionResult, { description: 'The shelter will take the party.' })
  @Operation('acceptHold')
  acceptHold(@CurrentCaller() caller: Caller, @Args('input') input: HoldTransitionInput) {
    return this.change(caller, 'acceptHold', input);
  }

  @Mutation(() => HoldTransitionResult, {
    description: 'Takes the beds that the waiting list offered and holds them for the usual time of the shelter.',
  })
  @Operation('takeOffer')
  takeOffer(@CurrentCaller() caller: Caller, @Args('input') input: HoldTransitionInput) {
    return this.change(caller, 'takeOffer', input);
  }

  @Mutation(() => HoldTransitionResult, { description: 'The person arrived.' })
  @Operation('confirmHold')
  confirmHold(@CurrentCaller() caller: Caller, @Args('input') input: HoldTransitionInput) {
    return this.change(caller, 'confirmHold', input);
  }

  @Mutation(() => HoldTransitionResult, { description: 'The beds are not needed any more and become free for others.' })
  @Operation('releaseHold')
  releaseHold(@CurrentCaller() caller: Caller, @Args('input') input: HoldTransitionInput) {
    return this.change(caller, 'releaseHold', input);
  }

  @Mutation(() => HoldTransitionResult, { description: 'The shelter cannot take the party.' })
  @Operation('declineHold')
  declineHold(@CurrentCaller() caller: Caller, @Args('input') input: HoldTransitionInput) {
    return this.change(caller, 'declineHold', input);
  }

  @Query(() => [Hold], {
    description:
      'Holds of people who have arrived and stay at the service. You see those of your organization, or at your shelter. Coordinators and auditors see all.',
  })
  @Operation('activeHolds')
  async placements(@CurrentCaller() caller: Caller, @Args('serviceId', { type: () => ID }) serviceId: string): Promise<readonly Hold[]> {
    return (await this.activeHolds(caller, serviceId)).filter(({ state }) => state === 'CONFIRMED');
  }

  @Mutation(() => HoldTransitionResult, { description: 'Holds the beds longer for somebody who is late. A hold never becomes shorter.' })
  @Operation('extendHold')
  async extendHold(@CurrentCaller() caller: Caller, @Args('input') input: ExtendHoldInput) {
    return shownStep(await extendHold(this.capacity, caller, input));
  }

  @Mutation(() => HoldTransitionResult, { description: 'Sets the day on which a stay should end.' })
  @Operation('extendPlacement')
  async extendPlacement(@CurrentCaller() caller: Caller, @Args('input') input: ExtendPlacementInput) {
    return shownStep(await extendPlacement(this.capacity, caller, { ...input, expectedEnd: input.expectedEnd ?? null }));
  }

  @Mutation(() => HoldTransitionResult, { description: 'The person left.' })
  @Operation('checkOut')
  checkOut(@CurrentCaller() caller: Caller, @Args('input') input: HoldTransitionInput) {
    return this.change(caller, 'checkOut', input);
  }

  @Subscription(() => Hold, {
    description:
      'Sends each hold that has not ended, then every change. You see your own holds, those of your colleagues, or those at your shelter. Coordinators and auditors see all.',
    resolve: (held: SeenHold) => shownHold(held),
  })
  @Operation('holdChanged')
  holdChanged(@CurrentCaller() caller: Caller, @Args('serviceId', { type: () => ID, nullable: true }) serviceId: string | null) {
    return watchHolds(this.capacity, this.bus, caller, serviceId ?? null);
  }

  private async change(caller: Caller, operation: HoldOperation, input: HoldTransitionInput) {
    return shownStep(await changeHold(operation)(this.capacity, caller, input));
  }
}
