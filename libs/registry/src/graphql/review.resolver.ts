import { badUserInput } from '@haven/graphql';
import { type Caller, CurrentCaller, Operation } from '@haven/security';
import { Inject } from '@nestjs/common';
import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { pageSizeMax } from '../search/find-services.js';
import type { Registry } from '../ports.js';
import { resolveReview, reviewQueue } from '../entries/resolve-review.js';
import { REGISTRY } from '../tokens.js';
import { answer } from './answer.js';
import { ResolveReviewInput, ResolveReviewResult, Review, ReviewConnection } from './review-types.js';
import { decodePair, encodePair } from './service-cursor.js';

const pageSize = 20;

/** New places that wait for a person. */
@Resolver(() => Review)
export class ReviewResolver {
  constructor(@Inject(REGISTRY) private readonly registry: Registry) {}

  @Operation('reviewQueue')
  @Query(() => ReviewConnection, { description: 'New places of organizations that have a confidential one, the oldest first.' })
  async reviewQueue(
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<ReviewConnection> {
    const size = first ?? pageSize;
    if (size < 1 || size > pageSizeMax) throw badUserInput([{ path: 'first', message: `Ask for 1 to ${pageSizeMax} at a time.` }]);
    const page = await reviewQueue(this.registry, afterOf(after ?? null), size);
    const edges = page.reviews.map((node) => ({
      cursor: encodePair(node.since, node.id),
      node: { ...node, services: [...node.services] },
    }));
    return {
      edges,
      totalCount: page.totalCount,
      pageInfo: {
        hasNextPage: page.hasNextPage,
        hasPreviousPage: (after ?? null) !== null,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
    };
  }

  @Operation('resolveReview')
  @Mutation(() => ResolveReviewResult, { description: 'Decides how a new place is shown. NotFound when it waits no more.' })
  async resolveReview(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => ResolveReviewInput }) input: ResolveReviewInput,
  ): Promise<object> {
    return answer(await resolveReview(this.registry, { ...input, caller }));
  }
}

function afterOf(cursor: string | null) {
  if (cursor === null) return null;
  const [since, locationId] = decodePair(cursor);
  if (Number.isNaN(Date.parse(since))) throw badUserInput([{ path: 'after', message: 'Give the endCursor of a page, or leave it out.' }]);
  return { since, locationId };
}
