import { CurrentCaller, Operation, type Caller } from '@haven/security';
import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Registry } from '../ports.js';
import { organizationDocument, recordDocument, recordPage } from '../listing/hsds-pages.js';
import type { ListedRecords, Slice } from '../listing/published-listing.js';
import { REGISTRY } from '../tokens.js';
import { HsdsAnswers } from './hsds-answers.js';
import { PublishedId } from './published-id.pipe.js';
import { detailAsked, flagOf, textOf, type Parameters } from './read-parameters.js';

/** Organizations, taxonomies and their terms, as HSDS 3.1 lists them. */
@Controller('hsds')
export class HsdsRecordsController {
  constructor(
    @Inject(REGISTRY) private readonly registry: Registry,
    @Inject(HsdsAnswers) private readonly answers: HsdsAnswers,
  ) {}

  @Get('organizations')
  @Operation('hsds')
  organizations(@CurrentCaller() caller: Caller, @Res() reply: FastifyReply): Promise<void> {
    return this.list('organization', caller, reply);
  }

  @Get('organizations/:id')
  @Operation('hsds')
  async organization(
    @Param('id', PublishedId) id: string,
    @Query() parameters: Parameters,
    @CurrentCaller() caller: Caller,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const isServiceFull = flagOf(parameters, 'full_service');
    await this.answers.one({ caller, reply }, () => organizationDocument(this.registry, id, isServiceFull));
  }

  @Get('taxonomies')
  @Operation('hsds')
  taxonomies(@CurrentCaller() caller: Caller, @Res() reply: FastifyReply): Promise<void> {
    return this.list('taxonomy', caller, reply);
  }

  @Get('taxonomies/:id')
  @Operation('hsds')
  async taxonomy(@Param('id', PublishedId) id: string, @CurrentCaller() caller: Caller, @Res() reply: FastifyReply): Promise<void> {
    await this.answers.one({ caller, reply }, () => recordDocument(this.registry, 'taxonomy', id));
  }

  @Get('taxonomy_terms')
  @Operation('hsds')
  terms(@CurrentCaller() caller: Caller, @Res() reply: FastifyReply): Promise<void> {
    return this.list('taxonomy_term', caller, reply);
  }

  @Get('taxonomy_terms/:id')
  @Operation('hsds')
  async term(@Param('id', PublishedId) id: string, @CurrentCaller() caller: Caller, @Res() reply: FastifyReply): Promise<void> {
    await this.answers.one({ caller, reply }, () => recordDocument(this.registry, 'taxonomy_term', id));
  }

  private async list(object: ListedRecords['object'], caller: Caller, reply: FastifyReply): Promise<void> {
    const parameters = reply.request.query as Parameters;
    const detail = detailAsked(parameters);
    const query = filterOf(object, parameters);
    await this.answers.list({ caller, reply }, detail, (slice) => recordPage(this.registry, { ...query, ...slice }, detail));
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
