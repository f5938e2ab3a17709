import { createUnionType, Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { BedPool, DateTimeScalar } from '@haven/graph-types';
import { IdempotencyConflict, InvalidInput, NotFound, VersionConflict } from '@haven/graphql';
import { failureOr } from './failure-or.js';

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

const failures = [InvalidInput, NotFound, VersionConflict, IdempotencyConflict] as const;
const resolveType = failureOr(BedPool, failures);

/** Answer of `defineBedPool`. */
export const DefineBedPoolResult = createUnionType({
  name: 'DefineBedPoolResult',
  types: () => [BedPool, InvalidInput, NotFound, IdempotencyConflict] as const,
  resolveType,
});

/** Answer of `setBedCounts`. */
export const SetBedCountsResult = createUnionType({
  name: 'SetBedCountsResult',
  types: () => [BedPool, InvalidInput, NotFound, VersionConflict, IdempotencyConflict] as const,
  resolveType,
});
