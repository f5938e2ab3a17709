import { answerUnion, type Connection, connectionOf, IdempotencyConflict, IdempotencyKey, InvalidInput, NotFound } from '@haven/graphql';
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ReviewDecision } from '../../entries/resolve-review.js';

registerEnumType(ReviewDecision, {
  name: 'ReviewDecision',
  description: 'PUBLIC: shown from now on. CONFIDENTIAL: shown as its public cell, for ever. REFUSE: not shown.',
});

/** The organization of a place under review. */
@ObjectType()
export class ReviewedOrganization {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
}

/** A place that waits for a coordinator. */
@ObjectType({
  description:
    'A place that may be a confidential one: it is new for an organization that has one, or another source has it as confidential. Haven does not show its address: ask the organization.',
})
export class Review {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true }) name!: string | null;
  @Field(() => String, { nullable: true }) city!: string | null;
  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2.' }) country!: string | null;
  @Field(() => ReviewedOrganization) organization!: ReviewedOrganization;
  @Field(() => [String], { description: 'Names of the services there.' }) services!: string[];
  @Field(() => String, { description: 'The directory that brought it.' }) source!: string;
  @Field(() => String, { description: 'ISO 8601.' }) since!: string;
}

/** A page of reviews. */
export const ReviewConnection = connectionOf(Review);
/** {@link ReviewConnection} */
export type ReviewConnection = Connection<Review>;

@InputType()
export class ResolveReviewInput {
  @IdempotencyKey() idempotencyKey!: string;
  @Field(() => ID) id!: string;
  @Field(() => ReviewDecision) decision!: ReviewDecision;
}

/** Answer of resolveReview. */
export const ResolveReviewResult = answerUnion('ResolveReviewResult', Review, [InvalidInput, NotFound, IdempotencyConflict]);
