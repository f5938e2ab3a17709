import { Controller, Get, HttpCode, HttpException, Inject } from '@nestjs/common';
import { Public } from '@haven/security';
import { READINESS, type Readiness } from './readiness.js';

/** Probes: live means the process answers, ready means that it can do its job now. */
@Controller('health')
export class HealthController {
  constructor(@Inject(READINESS) private readonly readiness: Readiness) {}

  @Get('live')
  @Public('A probe has no token; it learns nothing but that the process answers.')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @Get('ready')
  @HttpCode(200)
  @Public('A probe has no token; it learns nothing but which part is not ready.')
  async ready(): Promise<{ status: 'ready' }> {
    const missing = await this.readiness();
    if (missing.length > 0) throw new HttpException({ status: 'not ready', missing }, 503);
    return { status: 'ready' };
  }
}
