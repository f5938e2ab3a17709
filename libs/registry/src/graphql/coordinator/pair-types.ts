import { enumOf } from '@haven/kernel';
import { answerUnion, type Connection, connectionOf, IdempotencyConflict, IdempotencyKey, InvalidInput, NotFound } from '@haven/graphql';
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PairDecision } from '../../quality/service-pairs.js';
import { ReviewedOrganization } from './review-types.js';

registerEnumType(PairDecision, {
  name: 'PairDecision',
  description:
    'MERGE: one stays, and stands for both as long as it is published; beds and holds of the other end, as with withdrawService. KEEP_APART: they are two, and not asked about again. UNDO: as if nobody had decided.',
});

/** The state of a pair after a decision. */
export const PairState = enumOf('MERGED', 'APART', 'UNDONE');
registerEnumType(PairState, { name: 'PairState' });

/** One service of a pair. */
@ObjectType()
export class PairedService {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => ReviewedOrganization) organization!: ReviewedOrganization;
  @Field(() => String) source!: string;
}

/** Two services that may be one. */
@ObjectType({
  description:
    'Services of two sources with the same name, and the same name of the organization, phone or domain. Positions and addresses are not compared; what more than ten services share tells nothing.',
})
export class PossiblePair {
  @Field(() => [PairedService], { description: 'Two.' }) services!: PairedService[];
}

/** A page of pairs. */
export const PossiblePairConnection = connectionOf(PossiblePair);
/** {@link PossiblePairConnection} */
export type PossiblePairConnection = Connection<PossiblePair>;

@InputType()
export class DecidePairInput {
  @IdempotencyKey() idempotencyKey!: string;
  @Field(() => [ID], { description: 'Two.' }) serviceIds!: string[];
  @Field(() => PairDecision) decision!: PairDecision;
  @Field(() => ID, { nullable: true, description: 'With MERGE: which of the two stays.' }) keepId?: string | null;
}

@ObjectType()
export class PairDecided {
  @Field(() => [ID]) serviceIds!: string[];
  @Field(() => PairState) state!: keyof typeof PairState;
}

/** Answer of decidePair. */
export const DecidePairResult = answerUnion('DecidePairResult', PairDecided, [InvalidInput, NotFound, IdempotencyConflict]);
