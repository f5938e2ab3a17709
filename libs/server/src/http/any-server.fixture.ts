import { pino } from 'pino';
import { createMetrics } from '../metrics/metrics.js';
import { createHttpServer, type HttpServer } from './create-http-server.js';

type Options = Parameters<typeof createHttpServer>[0];

/** A server on any free port that knows no tokens and is always ready. */
export const startAnyServer = (options: Pick<Options, 'graph'> & Partial<Options>): Promise<HttpServer> =>
  createHttpServer({
    port: 0,
    host: '127.0.0.1',
    log: pino({ level: 'silent' }),
    authenticate: () => Promise.reject(new Error('nobody')),
    notReady: () => Promise.resolve([]),
    metrics: createMetrics('test'),
    imports: [],
    ...options,
  });
