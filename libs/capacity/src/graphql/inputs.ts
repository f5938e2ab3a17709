import { Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { AdmissionRuleInput } from '@haven/contracts';
import { TimeBucket } from '../domain/time-bucket.js';

registerEnumType(TimeBucket, { name: 'TimeBucket', description: 'Beginning on the hour, at midnight, on Monday at midnight; all UTC.' });

/** Adds beds to a service. */
@InputType()
export class DefineBedPoolInput {
  @Field(() => String) idempotencyKey!: string;
  @Field(() => ID) serviceId!: string;
  @Field(() => String) name!: string;
  @Field(() => AdmissionRuleInput, { nullable: true }) admits?: AdmissionRuleInput | null;
  @Field(() => Int) total!: number;
  @Field(() => Int, { nullable: true }) occupied?: number | null;
  @Field(() => Int, { nullable: true }) outOfService?: number | null;
}

/** What somebody sees in the room. */
@InputType({ description: 'A count that is left out stays; giving none confirms that all is still right. Also moves confirmedAt.' })
export class SetBedCountsInput {
  @Field(() => String) idempotencyKey!: string;
  @Field(() => ID) poolId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => Int, { nullable: true }) total?: number | null;
  @Field(() => Int, { nullable: true }) occupied?: number | null;
  @Field(() => Int, { nullable: true }) outOfService?: number | null;
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
