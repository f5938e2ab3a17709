import { badUserInput } from '@haven/graphql';
import { Operation } from '@haven/security';
import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { FindPlaces } from '../gazetteer/find-places.js';
import { Place } from './results.js';

/** `places` in the graph. */
@Resolver()
export class PlacesResolver {
  constructor(private readonly findPlaces: FindPlaces) {}

  @Operation('places')
  @Query(() => [Place], {
    description: 'Offline gazetteer, tolerant of spelling: "Medan", "Cox\'s Bazar", "Kota Baharu". first: default 10, at most 50.',
  })
  async places(
    @Args('query', { type: () => String }) query: string,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
  ): Promise<Place[]> {
    const answer = await this.findPlaces.execute(query, first ?? undefined);
    if (!answer.ok) throw badUserInput(answer.error.fields);
    return answer.value;
  }
}
