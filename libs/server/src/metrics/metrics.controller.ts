import { Controller, Get, Inject, Res } from '@nestjs/common';
import { Public } from '@haven/security';
import type { FastifyReply } from 'fastify';
import type { Metrics } from './metrics.js';

/** Injection token of {@link Metrics}. */
export const METRICS = Symbol('haven:metrics');

/** For Prometheus. */
@Controller('metrics')
export class MetricsController {
  constructor(@Inject(METRICS) private readonly metrics: Metrics) {}

  @Get()
  @Public('Counts and times of this process; no person, place or organization is in them. The gateway does not pass it on.')
  async text(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.header('content-type', this.metrics.contentType);
    return this.metrics.text();
  }
}
