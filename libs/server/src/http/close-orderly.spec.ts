import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Public } from '@haven/security';
import { Controller, Get } from '@nestjs/common';
import { startAnyServer } from './any-server.fixture.js';
import type { HttpServer } from './create-http-server.js';

@Controller('slow')
class SlowController {
  @Get()
  @Public('A test asks it.')
  async answer(): Promise<string> {
    await sleep(600);
    return 'done';
  }
}

const drainMilliseconds = 1_500;
let server: HttpServer;

beforeEach(async () => {
  server = await startAnyServer({ graph: null, drainMilliseconds, controllers: [SlowController] });
});
afterEach(() => server.close().catch(() => undefined));

const statusOf = async (path: string) => (await fetch(`${server.url}${path}`)).status;

describe('a server that is stopped', () => {
  it('first says that it is not ready, and serves until balancers can have seen that', async () => {
    expect(await statusOf('/health/ready')).toBe(200);
    const closing = server.close();
    expect(await statusOf('/health/ready')).toBe(503);
    expect(await statusOf('/health/live')).toBe(200);
    expect(await statusOf('/slow')).toBe(200);
    await closing;
  });

  it('finishes running requests, and accepts no more', async () => {
    // Longer than the drain together with everything before it.
    const late = sleep(drainMilliseconds - 400).then(() => statusOf('/slow'));
    const began = performance.now();
    await server.close();
    expect(await late).toBe(200);
    expect(performance.now() - began).toBeLessThan(drainMilliseconds + 5_000);
    await expect(statusOf('/health/live')).rejects.toThrow('fetch failed');
  });
});
