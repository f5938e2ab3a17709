import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { BedPool, DateTimeScalar } from '@haven/graph-types';
import { answerUnion, IdempotencyConflict, InvalidInput, NotFound, VersionConflict } from '@haven/graphql';

/** How full a service was. */
@ObjectType({
  description:
    'Means over the part of the bucket in which beds were on record and which is not in the future; total is at its end. Zero before the first count.',
})
export class OccupancyPoint {
  @Field(() => DateTimeScalar, { description: 'Beginning of the bucket.' }) at!: Date;
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
