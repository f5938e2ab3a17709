import { DateTimeScalar } from '@haven/graph-types';
import { answerUnion, type Connection, connectionOf, IdempotencyConflict, IdempotencyKey, InvalidInput, NotFound } from '@haven/graphql';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MissingDecision, resolvedAtOnce } from '../../quality/missing-services.js';
import { ReviewedOrganization } from './review-types.js';

registerEnumType(MissingDecision, {
  name: 'MissingDecision',
  description:
    'KEEP: it stays, and is asked about again only when a file has it and a later one has not. WITHDRAW: as withdrawService does.',
});

/** A service that the newest file of its source no longer has. */
@ObjectType({ description: 'A published service that the newest file of its source no longer has.' })
export class MissingService {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => ReviewedOrganization) organization!: ReviewedOrganization;
  @Field(() => String) source!: string;
  @Field(() => DateTimeScalar, { description: 'When the first file was read that did not have it.' }) since!: string;
}

/** A page of missing services. */
export const MissingServiceConnection = connectionOf(MissingService);
/** {@link MissingServiceConnection} */
export type MissingServiceConnection = Connection<MissingService>;

@InputType()
export class ResolveMissingInput {
  @IdempotencyKey() idempotencyKey!: string;
  @Field(() => String) source!: string;
  @Field(() => [ID], {
    nullable: true,
    description: `Up to ${resolvedAtOnce}; left out: all of the source, the first ${resolvedAtOnce} at once.`,
  })
  serviceIds?: string[] | null;
  @Field(() => MissingDecision) decision!: MissingDecision;
}

@ObjectType()
export class MissingResolved {
  @Field(() => Int) resolved!: number;
  @Field(() => Int, { description: 'How many of the source are still missing. Call again, with a new key, while there are some.' })
  left!: number;
}

/** Answer of resolveMissing. */
export const ResolveMissingResult = answerUnion('ResolveMissingResult', MissingResolved, [InvalidInput, NotFound, IdempotencyConflict]);
