import { type Caller, CurrentCaller, Operation } from '@haven/security';
import { Inject } from '@nestjs/common';
import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Registry } from '../../ports.js';
import { missingServices, resolveMissing } from '../../quality/missing-services.js';
import { REGISTRY } from '../../tokens.js';
import { answer } from '../answer.js';
import { MissingService, MissingServiceConnection, ResolveMissingInput, ResolveMissingResult } from './missing-types.js';
import { pageOf, pageSizeOf } from '../page.js';
import { decodeSince, encodePair } from '../service-cursor.js';

@Resolver(() => MissingService)
export class MissingResolver {
  constructor(@Inject(REGISTRY) private readonly registry: Registry) {}

  @Operation('missingServices')
  @Query(() => MissingServiceConnection, {
    description: 'Published services that the newest file of their source no longer has, the oldest first.',
  })
  async missingServices(
    @Args('source', { type: () => String, nullable: true }) source: string | null,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<MissingServiceConnection> {
    const page = await missingServices(this.registry, source ?? null, afterOf(after ?? null), pageSizeOf(first));
    const edges = page.items.map((node) => ({ cursor: encodePair(node.since, node.id), node }));
    return pageOf(edges, page, after);
  }

  @Operation('resolveMissing')
  @Mutation(() => ResolveMissingResult, {
    description: 'Keeps or withdraws services that are missing. NotFound when none of them is.',
  })
  async resolveMissing(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => ResolveMissingInput }) input: ResolveMissingInput,
  ): Promise<object> {
    return answer(await resolveMissing(this.registry, caller, { ...input, serviceIds: input.serviceIds ?? null }));
  }
}

function afterOf(cursor: string | null) {
  if (cursor === null) return null;
  const [since, id] = decodeSince(cursor);
  return { since, id };
}
