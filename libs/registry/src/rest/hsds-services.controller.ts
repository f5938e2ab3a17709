import { CurrentCaller, Operation, type Caller } from '@haven/security';
import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Registry } from '../ports.js';
import { placeDocument, placePage, serviceDocument, servicePage } from '../listing/hsds-pages.js';
import type { ListedServices, Slice } from '../listing/published-listing.js';
import { REGISTRY } from '../tokens.js';
import { HsdsAnswers } from './hsds-answers.js';
import { PublishedId } from './published-id.pipe.js';
import { detailAsked, instantOf, refused, textOf, type Parameters } from './read-parameters.js';

/** Published services, and services at their places, as HSDS 3.1 lists them. */
@Controller('hsds')
export class HsdsServicesController {
  constructor(
    @Inject(REGISTRY) private readonly registry: Registry,
    @Inject(HsdsAnswers) private readonly answers: HsdsAnswers,
  ) {}

  @Get('services')
  @Operation('hsds')
  async services(@Query() parameters: Parameters, @CurrentCaller() caller: Caller, @Res() reply: FastifyReply): Promise<void> {
    const detail = detailAsked(parameters);
    const query = filterOf(parameters);
    await this.answers.list({ caller, reply }, detail, (slice) => servicePage(this.registry, { ...query, ...slice }, detail));
  }

  @Get('services/:id')
  @Operation('hsds')
  async service(@Param('id', PublishedId) id: string, @CurrentCaller() caller: Caller, @Res() reply: FastifyReply): Promise<void> {
    await this.answers.one({ caller, reply }, () => serviceDocument(this.registry, id));
  }

  @Get('service_at_locations')
  @Operation('hsds')
  async places(@Query() parameters: Parameters, @CurrentCaller() caller: Caller, @Res() reply: FastifyReply): Promise<void> {
    const detail = detailAsked(parameters);
    if (textOf(parameters, 'proximity') !== null)
      throw refused('proximity', 'Leave it out. The graph finds what is near: ask `match`, or `services` with `filter.within`.');
    const query = { ...filterOf(parameters), postalCode: textOf(parameters, 'postcode') };
    await this.answers.list({ caller, reply }, detail, (slice) => placePage(this.registry, { ...query, ...slice }, detail));
  }

  @Get('service_at_locations/:id')
  @Operation('hsds')
  async place(@Param('id', PublishedId) id: string, @CurrentCaller() caller: Caller, @Res() reply: FastifyReply): Promise<void> {
    await this.answers.one({ caller, reply }, () => placeDocument(this.registry, id));
  }
}

const filterOf = (parameters: Parameters): Omit<ListedServices, keyof Slice> => ({
  text: textOf(parameters, 'search'),
  taxonomyTermId: textOf(parameters, 'taxonomy_term_id'),
  taxonomyId: textOf(parameters, 'taxonomy_id'),
  organizationId: textOf(parameters, 'organization_id'),
  modifiedAfter: instantOf(parameters, 'modified_after'),
});
