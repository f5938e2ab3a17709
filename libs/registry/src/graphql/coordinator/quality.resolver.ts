import { Operation } from '@haven/security';
import { Inject } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import type { Registry } from '../../ports.js';
import { directoryQuality } from '../../quality/directory-quality.js';
import { REGISTRY } from '../../tokens.js';
import { SourceQuality } from './quality-types.js';

@Resolver(() => SourceQuality)
export class QualityResolver {
  constructor(@Inject(REGISTRY) private readonly registry: Registry) {}

  @Operation('directoryQuality')
  @Query(() => [SourceQuality], { description: 'What the entries of each source lack, by the name of the source.' })
  async directoryQuality(): Promise<SourceQuality[]> {
    return [...(await directoryQuality(this.registry))];
  }
}
