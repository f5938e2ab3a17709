import { Service } from '@haven/graph-types';
import { badUserInput } from '@haven/graphql';
import { Operation } from '@haven/security';
import { Inject } from '@nestjs/common';
import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { checkQuery, findService, findServices } from '../search/find-services.js';
import type { Registry } from '../ports.js';
import type { ServiceQuery } from '../search/service-query.js';
import { REGISTRY } from '../tokens.js';
import { pageOf } from './page.js';
import { decodeCursor, encodeCursor } from './service-cursor.js';
import { ServiceFilter } from './service-inputs.js';
import { ServiceConnection } from './service-types.js';

const pageSize = 20;

/** Reads the directory. */
@Resolver(() => Service)
export class ServiceResolver {
  constructor(@Inject(REGISTRY) private readonly registry: Registry) {}

  @Operation('service')
  @Query(() => Service, { nullable: true, description: 'Null: it is unknown.' })
  service(@Args('id', { type: () => ID }) id: string): Promise<Service | null> {
    return findService(this.registry, id) as Promise<Service | null>;
  }

  @Operation('services')
  @Query(() => ServiceConnection)
  async services(
    @Args('filter', { type: () => ServiceFilter, nullable: true }) filter: ServiceFilter | null,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<ServiceConnection> {
    const query = queryOf(filter ?? {}, first ?? pageSize, after ?? null);
    const problems = checkQuery(query);
    if (problems.length > 0) throw badUserInput(problems);
    const page = await findServices(this.registry, query);
    const edges = page.items.map(({ view, cursor }) => ({ cursor: encodeCursor(cursor), node: view as Service }));
    return pageOf(edges, page, after);
  }
}

const queryOf = (filter: ServiceFilter, first: number, after: string | null): ServiceQuery => ({
  text: filter.text ?? null,
  categories: filter.categories ?? null,
  languages: filter.languages ?? null,
  country: filter.country ?? null,
  organizationId: filter.organizationId ?? null,
  within: filter.within ?? null,
  after: after === null ? null : decodeCursor(after),
  first,
});
