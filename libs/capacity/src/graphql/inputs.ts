import { Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { AdmissionRuleInput, DateTimeScalar, whoIsWho } from '@haven/graph-types';
import { IdempotencyKey } from '@haven/graphql';
import { Gender } from '@haven/kernel';
import { TimeBucket } from '../beds/occupancy/time-bucket.js';

registerEnumType(TimeBucket, {
  name: 'TimeBucket',
  description: 'HOUR starts on the hour, DAY at midnight, WEEK on Monday at midnight, all in UTC.',
});

const ofCase =
  'For a new case, leave it out: Haven issues a reference in the answer. For another bed for the same case, give that reference again. If the deployment configures a form (HAVEN_CASE_REFERENCE), you can also give one of your own system.';

/** The input field that names the case. */
export const CaseReference = (): PropertyDecorator => Field(() => String, { nullable: true, description: ofCase });

/** Adds beds to a service. */
@InputType()
export class DefineBedPoolInput {
  @IdempotencyKey() idempotencyKey!: string;
  @Field(() => ID) serviceId!: string;
  @Field(() => String, {
    description: 'Your own staff and coordinators see this name; everybody else sees Room 1, Room 2, … Never use the name of a person.',
  })
  name!: string;
  @Field(() => AdmissionRuleInput, { nullable: true }) admits?: AdmissionRuleInput | null;
  @Field(() => Int) total!: number;
  @Field(() => Int, { nullable: true }) occupied?: number | null;
  @Field(() => Int, { nullable: true }) outOfService?: number | null;
}

/** What somebody sees in the room. */
@InputType({ description: 'A count that you leave out stays. If you give none, you confirm that all counts are right. Sets confirmedAt.' })
export class SetBedCountsInput {
  @IdempotencyKey() idempotencyKey!: string;
  @Field(() => ID) poolId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => Int, { nullable: true }) total?: number | null;
  @Field(() => Int, { nullable: true }) occupied?: number | null;
  @Field(() => Int, { nullable: true }) outOfService?: number | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When somebody counted, if the count had to wait for a network. Default: now. confirmedAt becomes this time, but never earlier than the last count or later than now.',
  })
  countedAt?: Date | null;
}

/** Which services a subscriber asks for. */
@InputType({
  description: 'A service has to meet all parts. A service without beds has a current state only if serviceIds (at most 1,000) names it.',
})
export class AvailabilityFilter {
  @Field(() => [ID], { nullable: true }) serviceIds?: string[] | null;
  @Field(() => ID, { nullable: true }) organizationId?: string | null;
  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2.' }) country?: string | null;
}

/** One person who needs a bed. */
@InputType()
export class PartyMemberInput {
  @Field(() => ID, { nullable: true, description: whoIsWho.id }) id?: string | null;
  @Field(() => ID, { nullable: true, description: whoIsWho.carerId }) carerId?: string | null;
  @Field(() => Gender) gender!: Gender;
  @Field(() => Int, {
    nullable: true,
    description:
      'Whole years, 0 to 120; null: unknown. A hold keeps only the age band; a waiting list keeps the years until the wait ends.',
  })
  age?: number | null;
  @Field(() => Boolean, { nullable: true, description: whoIsWho.mayBeMinor }) mayBeMinor?: boolean | null;
}

/** Beds for a party at one service. */
@InputType({
  description: 'minutes: 15 to 240; default: Intake.usualMinutes of the shelter, or 90. beds: default one for each person.',
})
export class HoldBedsInput {
  @IdempotencyKey() idempotencyKey!: string;
  @Field(() => ID) serviceId!: string;
  @Field(() => [PartyMemberInput], { description: 'Everyone who needs a bed, 1 to 21.' }) party!: PartyMemberInput[];
  @Field(() => Int, { nullable: true, description: 'With fewer beds than people some share, if the rules of the room allow it.' }) beds?:
    number | null;
  @Field(() => Int, { nullable: true }) minutes?: number | null;
  @CaseReference() caseReference?: string | null;
}

/** The next step of a hold. */
@InputType()
export class HoldTransitionInput {
  @IdempotencyKey() idempotencyKey!: string;
  @Field(() => ID) holdId!: string;
  @Field(() => Int) expectedVersion!: number;
}

/** How long a hold should last from now on. */
@InputType()
export class ExtendHoldInput {
  @IdempotencyKey() idempotencyKey!: string;
  @Field(() => ID) holdId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => Int, { description: '15 to 240, counted from now.' }) minutes!: number;
}

/** When a stay should end. */
@InputType()
export class ExtendPlacementInput {
  @IdempotencyKey() idempotencyKey!: string;
  @Field(() => ID, { description: 'The hold on which the person arrived.' }) holdId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { nullable: true, description: 'A day of the calendar, like 2026-12-24; null: open.' }) expectedEnd?: string | null;
}
