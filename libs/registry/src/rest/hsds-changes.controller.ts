import { CurrentCaller, Operation, Public, type Caller } from '@haven/security';
import { Controller, Get, GoneException, Inject, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Registry } from '../ports.js';
import { changesAfter } from '../listing/hsds-pages.js';
import { REGISTRY } from '../tokens.js';
import { placeOf, textOfPlace } from './change-cursor.js';
import { HsdsAnswers } from './hsds-answers.js';
import { pageAsked, textOf, type Parameters } from './read-parameters.js';

const about = {
  version: '3.1',
  profile: 'https://docs.openreferral.org/en/3.1/hsds/overview.html',
  openapi_url: 'https://raw.githubusercontent.com/openreferral/specification/3.1/schema/openapi.json',
};

/** Describes this API, and lists changes. */
@Controller('hsds')
export class HsdsChangesController {
  constructor(
    @Inject(REGISTRY) private readonly registry: Registry,
    @Inject(HsdsAnswers) private readonly answers: HsdsAnswers,
  ) {}

  @Get()
  @Public('It names a version of a public standard.')
  about(): typeof about {
    return about;
  }

  @Get('changes')
  @Operation('hsds')
  async changes(@Query() parameters: Parameters, @CurrentCaller() caller: Caller, @Res() reply: FastifyReply): Promise<void> {
    const { limit } = pageAsked(parameters);
    const after = placeOf(textOf(parameters, 'after'));
    await this.answers.one({ caller, reply }, async () => {
      const found = await changesAfter(this.registry, after, limit);
      if (found.kind === 'EPOCH_OVER')
        throw new GoneException({
          code: 'FEED_BEGAN_ANEW',
          message: 'The directory was restored since. Read all services again, then the changes without `after`.',
        });
      return {
        contents: found.changes.map(({ id, modifiedAt, withdrawn }) => ({ id, modified_date: modifiedAt, withdrawn })),
        next: found.next && textOfPlace(found.next),
        last_page: found.isLast,
      };
    });
  }
}
