import { Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { AdmissionRuleInput, DateTimeScalar, whoIsWho } from '@haven/graph-types';
import { IdempotencyKey } from '@haven/graphql';
import { Gender } from '@haven/kernel';
import { TimeBucket } from '../beds/time-bucket.js';

registerEnumType(TimeBucket, { name: 'TimeBucket', description: 'Beginning on the hour, at midnight, on Monday at midnight; all UTC.' });

const ofCase =
  'Leave it out for a new case: the answer tells the reference that Haven gives it. Give that one back for another bed for the same case, or one of the form of your own system, where there is one (HAVEN_CASE_REFERENCE).';

/** The field of an input that says which case it is. */
export const CaseReference = (): PropertyDecorator => Field(() => String, { nullable: true, description: ofCase });

/** Adds beds to a service. */
@InputType()
export class DefineBedPoolInput {
  @IdempotencyKey() idempotencyKey!: string;
  @Field(() => ID) serviceId!: string;
  @Field(() => String, {
    description: 'For your own staff and coordinators; to everybody else it is Room 1, Room 2, … Never the name of a person.',
  })
  name!: string;
  @Field(() => AdmissionRuleInput, { nullable: true }) admits?: AdmissionRuleInput | null;
  @Field(() => Int) total!: number;
  @Field(() => Int, { nullable: true }) occupied?: number | null;
  @Field(() => Int, { nullable: true }) outOfService?: number | null;
}

/** What somebody sees in the room. */
@InputType({ description: 'A count that is left out stays; giving none confirms that all is still right. Also moves confirmedAt.' })
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
      'When it was counted, where the count had to wait for a network; default now. confirmedAt moves there: not before the last count, and not ahead of now.',
  })
  countedAt?: Date | null;
}

/** Which services a subscriber asks for. */
@InputType({
  description: 'Parts narrow one another. A service without beds has a current state only where serviceIds (at most 1,000) names it.',
})
export class AvailabilityFilter {
  @Field(() => [ID], { nullable: true }) serviceIds?: string[] | null;
  @Field(() => ID, { nullable: true }) organizationId?: string | null;
  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2.' }) country?: string | null;
}

/** One of those who need a bed. */
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
  description:
    'minutes: 15 to 240; default: as the shelter says (Intake.usualMinutes, 90 where it has said nothing). beds: default one each.',
})
export class HoldBedsInput {
  @IdempotencyKey() idempotencyKey!: string;
  @Field(() => ID) serviceId!: string;
  @Field(() => [PartyMemberInput], { description: 'Everyone who needs a bed, 1 to 21.' }) party!: PartyMemberInput[];
  @Field(() => Int, { nullable: true, description: 'Fewer than people: some share, where the rules of the room allow it.' }) beds?:
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

/** How long a hold shall still last. */
@InputType()
export class ExtendHoldInput {
  @IdempotencyKey() idempotencyKey!: string;
  @Field(() => ID) holdId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => Int, { description: '15 to 240, from now on.' }) minutes!: number;
}

/** When a stay should end. */
@InputType()
export class ExtendPlacementInput {
  @IdempotencyKey() idempotencyKey!: string;
  @Field(() => ID, { description: 'The hold on which the person arrived.' }) holdId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { nullable: true, description: 'A day of the calendar, like 2026-12-24; null: open.' }) expectedEnd?: string | null;
}
