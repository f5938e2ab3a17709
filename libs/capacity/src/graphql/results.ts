import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { BedPool, DateTimeScalar } from '@haven/graph-types';
import { answerUnion, IdempotencyConflict, InvalidInput, NotFound, VersionConflict } from '@haven/graphql';

/** How full a service was. */
@ObjectType({
  description:
    'Averages over the part of the bucket that has counts and is not in the future. total is the value at the end. All are zero before the first count.',
})
export class OccupancyPoint {
  @Field(() => DateTimeScalar, { description: 'Start of the bucket.' }) at!: Date;
  @Field(() => Int) total!: number;
  @Field(() => Float) occupied!: number;
  @Field(() => Float) held!: number;
  @Field(() => Float) free!: number;
}

/** Answer of `defineBedPool`. */
export const DefineBedPoolResult = answerUnion('DefineBedPoolResult', BedPool, [InvalidInput, NotFound, IdempotencyConflict]);

/** Answer of `setBedCounts`. */
export const SetBedCountsResult = answerUnion('SetBedCountsResult', BedPool, [
  InvalidInput,
  NotFound,
  VersionConflict,
  IdempotencyConflict,
]);
