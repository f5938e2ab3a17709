import { DateTimeScalar } from '@haven/graph-types';
import { orBadInput } from '@haven/graphql';
import { Operation } from '@haven/security';
import { Inject } from '@nestjs/common';
import { Args, Field, Int, ObjectType, Query, registerEnumType, Resolver } from '@nestjs/graphql';
import { GraphQLJSONObject } from 'graphql-scalars';
import type { Matching } from '../ports.js';
import { unmetNeeds } from '../demand/unmet-needs.js';
import { DemandGroup, type Group } from '../demand/groupings.js';
import type { DemandRow as Row } from '../demand/show-demand.js';
import { MATCHING } from '../tokens.js';

registerEnumType(DemandGroup, {
  name: 'DemandGroup',
  description:
    'CELL: H3, resolution 4. HOUR: of the day, in UTC. PARTY and OUTCOME: docs/glossary.md. LANGUAGE: the first language of the person who needs it.',
});

/** Demand of one group. */
@ObjectType({
  description:
    'A lower bound, in steps of five. Null: fewer than five, or hidden because it would give away a part. group: category, and country, cell, hour, party, language or outcome. A party counts once for each category; unmet counts the parties that found nothing; asked adds a bound for all other parties to it.',
})
export class DemandRow implements Row {
  @Field(() => GraphQLJSONObject) group!: Group;
  @Field(() => Int, { nullable: true }) asked!: number | null;
  @Field(() => Int, { nullable: true }) unmet!: number | null;
}

@Resolver()
export class DemandResolver {
  constructor(@Inject(MATCHING) private readonly matching: Matching) {}

  @Query(() => [DemandRow], {
    description:
      'Recorded questions of whole days in UTC that have ended. to: the day after the last one, at most 366 days after from. groupBy: CATEGORY, alone or, for whole calendar months, with one other. Haven counts whole calendar months as one and other days one by one, so months show the most.',
  })
  @Operation('unmetNeeds')
  async unmetNeeds(
    @Args('from', { type: () => DateTimeScalar }) from: Date,
    @Args('to', { type: () => DateTimeScalar }) to: Date,
    @Args('groupBy', { type: () => [DemandGroup] }) groupBy: DemandGroup[],
  ): Promise<readonly DemandRow[]> {
    return orBadInput(await unmetNeeds(this.matching, { from, to, groupBy }));
  }
}
