import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Availability, DateTimeScalar, HeldBeds, Reason } from '@haven/graph-types';
import { HoldState } from '@haven/events';
import { answerUnion, IdempotencyConflict, InvalidInput, NotFound, UserError, VersionConflict } from '@haven/graphql';
import { Gender } from '@haven/kernel';
import type { GuestView, SeenHold } from '../ports.js';
import { AgeBand } from '../placing/age-band.js';

registerEnumType(HoldState, {
  name: 'HoldState',
  description: 'HELD until it is CONFIRMED (arrived), RELEASED, DECLINED by the shelter or EXPIRED; CONFIRMED until CHECKED_OUT.',
});
registerEnumType(AgeBand, { name: 'AgeBand', description: 'INFANT to 2, CHILD to 12, TEENAGER to 17, ADULT to 59, OLDER from 60.' });

/** Describes the case reference in every answer. */
export const caseReferenceShown =
  'Code of the case to say on the phone, like K7M-4QX-7. Haven issued it, or it comes from your own system.';

/** One person that a shelter prepares for. */
@ObjectType()
export class Guest {
  @Field(() => Gender) gender!: Gender;
  @Field(() => AgeBand) ageBand!: AgeBand;
  @Field(() => ID) poolId!: string;
}

/** A promise of beds. */
@ObjectType({
  description: 'Beds promised to a party until expiresAt, by the clock of the database. After that they are occupied or free again.',
})
export class Hold {
  @Field(() => ID) id!: string;
  @Field(() => ID) serviceId!: string;
  @Field(() => HoldState) state!: HoldState;
  @Field(() => [HeldBeds]) beds!: HeldBeds[];
  @Field(() => DateTimeScalar) createdAt!: string;
  @Field(() => DateTimeScalar) expiresAt!: string;
  @Field(() => Int) version!: number;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The shelter has to accept by then. Null: it has accepted, it need not, or nobody has taken the offer yet.',
  })
  acceptBy!: string | null;
  @Field(() => Boolean, { description: 'The hold is an offer to a waitlist entry that has not taken it yet.' }) isOffer!: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'The day on which the stay should end, like 2026-12-24. Null: no end. The stay does not end by itself.',
  })
  expectedEnd!: string | null;
  @Field(() => String, { nullable: true, description: caseReferenceShown }) caseReference!: string | null;
  @Field(() => [Reason], {
    description:
      'What to ask or know before anybody travels: questions that the rules of the beds leave open, and children who would sleep apart from their adults (CHILD_APART).',
  })
  asks!: readonly Reason[];
  /** Set if it was read with the hold; otherwise the resolver looks it up, if the caller may see it. */
  party?: readonly GuestView[] | null;
}

/** The hold as GraphQL shows it. */
export const shownHold = ({ hold, ...rest }: SeenHold): Hold => ({ ...hold, ...rest });

/** The free beds are not enough for the whole party. */
@ObjectType({ implements: () => UserError })
export class NoBedsLeft implements UserError {
  code = 'NO_BEDS_LEFT';
  message =
    'Nothing was held: the free beds are not enough for everyone. Take the next match, ask for fewer beds if some can share, or join the waiting list (joinWaitlist).';
  @Field(() => Availability) availability: Availability;
  constructor(availability: Availability) {
    this.availability = availability;
  }
}

/** No pool admits somebody of the party, or the shelter takes nobody, or nobody more, now. */
@ObjectType({ implements: () => UserError })
export class NotAdmitted implements UserError {
  code = 'NOT_ADMITTED';
  message =
    'Nothing was changed: the shelter does not take everyone in now; reasons says why. Do what it says, take the next match, or call the shelter.';
  @Field(() => [Reason]) reasons: readonly Reason[];
  constructor(reasons: readonly Reason[]) {
    this.reasons = reasons;
  }
}

/** The hold has ended, or is not in the state that this step needs. */
@ObjectType({
  implements: () => UserError,
  description: 'The hold has ended, or is not in the state that this step needs. hold shows its state.',
})
export class HoldNotActive implements UserError {
  code = 'HOLD_NOT_ACTIVE';
  message = 'Nothing was changed: the hold is not in a state that allows this. Look at its state; if it has ended, hold again.';
  @Field(() => Hold) hold: Hold;
  constructor(hold: Hold) {
    this.hold = hold;
  }
}

/** Answer of `holdBeds`. */
export const HoldBedsResult = answerUnion('HoldBedsResult', Hold, [InvalidInput, NotFound, NoBedsLeft, NotAdmitted, IdempotencyConflict]);

/** Answer of every step of a hold. */
export const HoldTransitionResult = answerUnion('HoldTransitionResult', Hold, [
  InvalidInput,
  NotFound,
  VersionConflict,
  HoldNotActive,
  IdempotencyConflict,
]);
