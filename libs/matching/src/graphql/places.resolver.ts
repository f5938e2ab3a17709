import { orBadInput } from '@haven/graphql';
import { Operation } from '@haven/security';
import { Inject } from '@nestjs/common';
import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { findPlaces } from '../gazetteer/find-places.js';
import type { Matching } from '../ports.js';
import { MATCHING } from '../tokens.js';
import { Place } from './results.js';

@Resolver()
export class PlacesResolver {
  constructor(@Inject(MATCHING) private readonly matching: Matching) {}

  @Operation('places')
  @Query(() => [Place], {
    description: 'Offline gazetteer, tolerant of spelling: "Medan", "Cox\'s Bazar", "Kota Baharu". first: default 10, at most 50.',
  })
  async places(
    @Args('query', { type: () => String }) query: string,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
  ): Promise<Place[]> {
    return orBadInput(await findPlaces(this.matching, { query, first }));
  }
}
