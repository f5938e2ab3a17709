import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { inGraph } from '@haven/graphql';
import type { EventBus } from '@haven/messaging';
import { CurrentCaller, Operation } from '@haven/security';
import type { Caller } from '@haven/security';
import { activeHolds } from '../holds/active-holds.js';
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

/** With whom to prepare for, so that nobody has to read each hold anew for it. */
const shownWithParty = (held: StoredHold): Hold => ({ ...shownHold(seenHold(held)), party: held.party });

/** Promised beds. */
@Resolver(() => Hold)
export class HoldResolver {
  constructor(
    @Inject(CAPACITY) private readonly capacity: Capacity,
    @Inject(EVENT_BUS) private readonly bus: EventBus,
  ) {}

  @Query(() => Hold, { nullable: true, description: 'Null when it is unknown or not yours to know.' })
  @Operation('hold')
  async hold(@CurrentCaller() caller: Caller, @Args('id', { type: () => ID }) id: string): Promise<Hold | null> {
    const held = await readHold(this.capacity, caller, id);
    return held && shownHold(seenHold(held));
  }

  @Query(() => [Hold], {
    description:
      'Holds of a service that have not ended: who is expected, and who is there. Those of your organization, or at your shelter; for coordinators and auditors all.',
  })
  @Operation('activeHolds')
  async activeHolds(@CurrentCaller() caller: Caller, @Args('serviceId', { type: () => ID }) serviceId: string): Promise<readonly Hold[]> {
    const active: Hold[] = [];
    for await (const held of activeHolds(this.capacity, caller, serviceId, 'activeHolds')) active.push(shownWithParty(held));
    return active;
  }

  @Query(() => [Hold], {
    description:
      'Holds at any service that have not ended, what ends by itself first, 1,000 at the most: those of your organization, or at your shelters; for coordinators and auditors all. holdChanged tells how they go on.',
  })
  @Operation('activeHolds')
  async holds(@CurrentCaller() caller: Caller): Promise<readonly Hold[]> {
    return (await openHolds(this.capacity, caller)).map(shownWithParty);
  }

  @ResolveField(() => [Guest], { nullable: true, description: 'Whom to prepare for; null once the hold has ended.' })
  async party(@CurrentCaller() caller: Caller, @Parent() { id, party }: Hold): Promise<readonly GuestView[] | null> {
    if (party !== undefined) return party;
    return (await readHold(this.capacity, caller, id))?.party ?? null;
  }

  @Mutation(() => HoldBedsResult, { description: 'Beds for the whole party or for nobody, as the rule of each pool admits them.' })
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
    description: 'The beds that the waiting list offered are wanted: they are held for the usual time of the shelter.',
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

  @Mutation(() => HoldTransitionResult, { description: 'Not needed any more: the beds are free for others.' })
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
      'Who arrived on a hold and stays at the service. Those of your organization, or at your shelter; for coordinators and auditors all.',
  })
  @Operation('activeHolds')
  async placements(@CurrentCaller() caller: Caller, @Args('serviceId', { type: () => ID }) serviceId: string): Promise<readonly Hold[]> {
    return (await this.activeHolds(caller, serviceId)).filter(({ state }) => state === 'CONFIRMED');
  }

  @Mutation(() => HoldTransitionResult, { description: 'Somebody is late: the beds are held longer. A hold never becomes shorter.' })
  @Operation('extendHold')
  async extendHold(@CurrentCaller() caller: Caller, @Args('input') input: ExtendHoldInput) {
    return shownStep(await extendHold(this.capacity, caller, input));
  }

  @Mutation(() => HoldTransitionResult, { description: 'Says when a stay should end.' })
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
      "First each hold that has not ended, then every change: of your own holds, of your colleagues', or at your shelter; for coordinators and auditors of all.",
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
