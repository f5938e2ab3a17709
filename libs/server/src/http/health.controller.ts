import { Controller, Get, HttpCode, HttpException, Inject } from '@nestjs/common';
import { Public } from '@haven/security';
import { NOT_READY, type FindProblems } from './health.js';

/**
 * Probes. Live: the process answers. Ready: it can do its work now. A process with a broken part that only a restart can repair, like a
 * hanging consumer, ends by itself.
 */
@Controller('health')
export class HealthController {
  constructor(@Inject(NOT_READY) private readonly notReady: FindProblems) {}

  @Get('live')
  @Public('A probe has no token; it learns only that the process answers.')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @Get('ready')
  @HttpCode(200)
  @Public('A probe has no token; it learns only which part is not ready.')
  async ready(): Promise<{ status: 'ready' }> {
    const missing = await this.notReady();
    if (missing.length > 0) throw new HttpException({ status: 'not ready', missing }, 503);
    return { status: 'ready' };
  }
}
