import type { FairShare } from '@haven/graphql';
import { CurrentCaller, Operation, type Caller } from '@haven/security';
import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Registry } from '../ports.js';
import { organizationDocument, recordDocument, recordPage } from '../listing/hsds-pages.js';
import type { ListedRecords, Slice } from '../listing/published-listing.js';
import { REGISTRY } from '../tokens.js';
import { askedBy, sendList, sendOne } from './hsds-lists.js';
import { HSDS_SHARE } from './hsds-share.js';
import { detailAsked, flagOf, textOf, type Parameters } from './read-parameters.js';

/** Organizations, taxonomies and their terms, as HSDS 3.1 lists them. */
@Controller('hsds')
export class HsdsRecordsController {
  constructor(
    @Inject(REGISTRY) private readonly registry: Registry,
    @Inject(HSDS_SHARE) private readonly share: FairShare,
  ) {}

  @Get('organizations')
  @Operation('hsds')
  organizations(@CurrentCaller() caller: Caller, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.list('organization', caller, request, reply);
  }

  @Get('organizations/:id')
  @Operation('hsds')
  async organization(
    @Param('id') id: string,
    @Query() parameters: Parameters,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const isServiceFull = flagOf(parameters, 'full_service');
    await sendOne(this.share, askedBy(caller, request, reply), id, () => organizationDocument(this.registry, id, isServiceFull));
  }

  @Get('taxonomies')
  @Operation('hsds')
  taxonomies(@CurrentCaller() caller: Caller, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.list('taxonomy', caller, request, reply);
  }

  @Get('taxonomies/:id')
  @Operation('hsds')
  async taxonomy(
    @Param('id') id: string,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendOne(this.share, askedBy(caller, request, reply), id, () => recordDocument(this.registry, 'taxonomy', id));
  }

  @Get('taxonomy_terms')
  @Operation('hsds')
  terms(@CurrentCaller() caller: Caller, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.list('taxonomy_term', caller, request, reply);
  }

  @Get('taxonomy_terms/:id')
  @Operation('hsds')
  async term(
    @Param('id') id: string,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendOne(this.share, askedBy(caller, request, reply), id, () => recordDocument(this.registry, 'taxonomy_term', id));
  }

  private async list(object: ListedRecords['object'], caller: Caller, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const parameters = request.query as Parameters;
    const detail = detailAsked(parameters);
    const query = filterOf(object, parameters);
    await sendList(this.share, askedBy(caller, request, reply), detail, (slice) =>
      recordPage(this.registry, { ...query, ...slice }, detail),
    );
  }
}

const filterOf = (object: ListedRecords['object'], parameters: Parameters): Omit<ListedRecords, keyof Slice> => {
  const isTerm = object === 'taxonomy_term';
  return {
    object,
    text: textOf(parameters, 'search'),
    taxonomyId: isTerm ? textOf(parameters, 'taxonomy_id') : null,
    parentId: isTerm ? textOf(parameters, 'parent_id') : null,
    topOnly: isTerm && flagOf(parameters, 'top_only'),
  };
};
