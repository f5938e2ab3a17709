import { Service } from '@haven/graph-types';
import { type Caller, CurrentCaller, Operation } from '@haven/security';
import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { findOrganization, servicesOf } from '../search/find-services.js';
import type { Registry } from '../ports.js';
import { registerOrganization } from '../entries/register-organization.js';
import { REGISTRY } from '../tokens.js';
import { answer } from './answer.js';
import { RegisterOrganizationInput } from './service-inputs.js';
import { Organization, RegisterOrganizationResult } from './service-types.js';

/** Organizations and their services. */
@Resolver(() => Organization)
export class OrganizationResolver {
  constructor(@Inject(REGISTRY) private readonly registry: Registry) {}

  @Operation('organization')
  @Query(() => Organization, { nullable: true, description: 'Null: it is unknown.' })
  organization(@Args('id', { type: () => ID }) id: string): Promise<Organization | null> {
    return findOrganization(this.registry, id);
  }

  @Operation('organization')
  @ResolveField(() => [Service])
  services(@Parent() organization: Organization): Promise<Service[]> {
    return servicesOf(this.registry, organization.id) as Promise<Service[]>;
  }

  @Operation('registerOrganization')
  @Mutation(() => RegisterOrganizationResult)
  async registerOrganization(
    @CurrentCaller() caller: Caller,
    @Args('input', { type: () => RegisterOrganizationInput }) input: RegisterOrganizationInput,
  ): Promise<object> {
    return answer(await registerOrganization(this.registry, caller, { ...input, description: input.description ?? null }));
  }
}
