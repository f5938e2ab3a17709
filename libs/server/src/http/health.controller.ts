import { Controller, Get, HttpCode, HttpException, Inject } from '@nestjs/common';
import { Public } from '@haven/security';
import { HEALTH, type Health } from './health.js';

/** Probes: live means that a new process would do no better, ready means that it can do its job now. */
@Controller('health')
export class HealthController {
  constructor(@Inject(HEALTH) private readonly health: Health) {}

  @Get('live')
  @Public('A probe has no token; it learns nothing but which part stands still.')
  async live(): Promise<{ status: 'live' }> {
    const stopped = await this.health.dead();
    if (stopped.length > 0) throw new HttpException({ status: 'not live', stopped }, 503);
    return { status: 'live' };
  }

  @Get('ready')
  @HttpCode(200)
  @Public('A probe has no token; it learns nothing but which part is not ready.')
  async ready(): Promise<{ status: 'ready' }> {
    const missing = await this.health.notReady();
    if (missing.length > 0) throw new HttpException({ status: 'not ready', missing }, 503);
    return { status: 'ready' };
  }
}
