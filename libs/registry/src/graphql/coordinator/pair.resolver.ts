import { inGraph } from '@haven/graphql';
import { type Caller, CurrentCaller, Operation } from '@haven/security';
import { Inject } from '@nestjs/common';
import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Registry } from '../../ports.js';
import { decidePair, possiblePairs } from '../../quality/service-pairs.js';
import { REGISTRY } from '../../tokens.js';
import { pageOf, pageSizeOf } from '../page.js';
import { DecidePairInput, DecidePairResult, PossiblePair, PossiblePairConnection } from './pair-types.js';
import { decodePair, encodePair } from '../service-cursor.js';

@Resolver(() => PossiblePair)
export class PairResolver {
  constructor(@Inject(REGISTRY) private readonly registry: Registry) {}

  @Operation('possiblePairs')
  @Query(() => PossiblePairConnection, { description: 'Services of two sources that may be one, and of which nobody has decided.' })
  async possiblePairs(
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<PossiblePairConnection> {
    const page = await possiblePairs(this.registry, after ? decodePair(after) : null, pageSizeOf(first));
    const edges = page.items.map(({ services: [one, other] }) => ({
      cursor: encodePair(one.id, other.id),
      node: { services: [one, other] },
    }));
    return pageOf(edges, page, after);
  }

  @Operation('decidePair')
  @Mutation(() => DecidePairResult, {
    description:
      'Says whether two services are one. It lasts over later imports. NotFound when one is not published, or nothing is to be undone.',
  })
  async decidePair(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => DecidePairInput }) input: DecidePairInput,
  ): Promise<object> {
    const decided = await decidePair(this.registry, caller, { ...input, keepId: input.keepId ?? null });
    return inGraph(decided, ({ state }) => ({ serviceIds: input.serviceIds, state }));
  }
}
