import type { FairShare } from '@haven/graphql';
import { CurrentCaller, Operation, type Caller } from '@haven/security';
import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Registry } from '../ports.js';
import { placeDocument, placePage, serviceDocument, servicePage } from '../listing/hsds-pages.js';
import type { ListedServices, Slice } from '../listing/published-listing.js';
import { REGISTRY } from '../tokens.js';
import { askedBy, sendList, sendOne } from './hsds-lists.js';
import { HSDS_SHARE } from './hsds-share.js';
import { detailAsked, instantOf, refused, textOf, type Parameters } from './read-parameters.js';

/** Published services, and services at their places, as HSDS 3.1 lists them. */
@Controller('hsds')
export class HsdsServicesController {
  constructor(
    @Inject(REGISTRY) private readonly registry: Registry,
    @Inject(HSDS_SHARE) private readonly share: FairShare,
  ) {}

  @Get('services')
  @Operation('hsds')
  async services(
    @Query() parameters: Parameters,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const detail = detailAsked(parameters);
    const query = filterOf(parameters);
    await sendList(this.share, askedBy(caller, request, reply), detail, (slice) =>
      servicePage(this.registry, { ...query, ...slice }, detail),
    );
  }

  @Get('services/:id')
  @Operation('hsds')
  async service(
    @Param('id') id: string,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendOne(this.share, askedBy(caller, request, reply), id, () => serviceDocument(this.registry, id));
  }

  @Get('service_at_locations')
  @Operation('hsds')
  async places(
    @Query() parameters: Parameters,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const detail = detailAsked(parameters);
    if (textOf(parameters, 'proximity') !== null)
      throw refused('proximity', 'Leave it out. The graph finds what is near: ask `match`, or `services` with `filter.within`.');
    const query = { ...filterOf(parameters), postalCode: textOf(parameters, 'postcode') };
    await sendList(this.share, askedBy(caller, request, reply), detail, (slice) =>
      placePage(this.registry, { ...query, ...slice }, detail),
    );
  }

  @Get('service_at_locations/:id')
  @Operation('hsds')
  async place(
    @Param('id') id: string,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendOne(this.share, askedBy(caller, request, reply), id, () => placeDocument(this.registry, id));
  }
}

const filterOf = (parameters: Parameters): Omit<ListedServices, keyof Slice> => ({
  text: textOf(parameters, 'search'),
  taxonomyTermId: textOf(parameters, 'taxonomy_term_id'),
  taxonomyId: textOf(parameters, 'taxonomy_id'),
  organizationId: textOf(parameters, 'organization_id'),
  modifiedAfter: instantOf(parameters, 'modified_after'),
});
