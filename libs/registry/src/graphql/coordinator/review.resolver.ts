import { type Caller, CurrentCaller, Operation } from '@haven/security';
import { Inject } from '@nestjs/common';
import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Registry } from '../../ports.js';
import { resolveReview, reviewQueue } from '../../entries/resolve-review.js';
import { REGISTRY } from '../../tokens.js';
import { answer } from '../answer.js';
import { pageOf, pageSizeOf } from '../page.js';
import { ResolveReviewInput, ResolveReviewResult, Review, ReviewConnection } from './review-types.js';
import { decodeSince, encodePair } from '../service-cursor.js';

@Resolver(() => Review)
export class ReviewResolver {
  constructor(@Inject(REGISTRY) private readonly registry: Registry) {}

  @Operation('reviewQueue')
  @Query(() => ReviewConnection, { description: 'Places that may be confidential ones, the oldest first. They are not shown.' })
  async reviewQueue(
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<ReviewConnection> {
    const page = await reviewQueue(this.registry, afterOf(after ?? null), pageSizeOf(first));
    const edges = page.items.map((node) => ({ cursor: encodePair(node.since, node.id), node: { ...node, services: [...node.services] } }));
    return pageOf(edges, page, after);
  }

  @Operation('resolveReview')
  @Mutation(() => ResolveReviewResult, { description: 'Decides how a place is shown. NotFound: the place does not wait any more.' })
  async resolveReview(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => ResolveReviewInput }) input: ResolveReviewInput,
  ): Promise<object> {
    return answer(await resolveReview(this.registry, caller, input));
  }
}

function afterOf(cursor: string | null) {
  if (cursor === null) return null;
  const [since, locationId] = decodeSince(cursor);
  return { since, locationId };
}
