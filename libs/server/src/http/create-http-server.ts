import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { messageBytesMaximum } from '@haven/graphql';
import { SecurityModule, type Authenticate } from '@haven/security';
import type { Logger } from 'pino';
import type { Console } from '../console/console-routes.js';
import { serveConsole } from '../console/serve-console.js';
import { createGraph, type GraphKind } from '../graph/create-graph.js';
import { measureOperations } from '../metrics/measure-operations.js';
import { METRICS, MetricsController } from '../metrics/metrics.controller.js';
import type { Metrics } from '../metrics/metrics.js';
import { traceOperations } from '../tracing/trace-operations.js';
import { traceRequests } from '../tracing/trace-requests.js';
import { boundAnswers } from './bound-answers.js';
import { closeOrderly } from './close-orderly.js';
import { guardPages } from './guard-pages.js';
import { HealthController } from './health.controller.js';
import { NOT_READY, type FindProblems } from './health.js';
import { nestLogger } from './nest-logger.js';

/** A server that listens. */
export interface HttpServer {
  /** Its address for a person on this machine. */
  readonly url: string;
  close(): Promise<void>;
}

/** What a process serves on its port. */
export interface HttpServerOptions {
  readonly port: number;
  readonly host: string;
  readonly log: Logger;
  readonly authenticate: Authenticate;
  /** What keeps the process from answering now. */
  readonly notReady: FindProblems;
  readonly metrics: Metrics;
  /** How long it keeps serving after it reports not ready; default 0: there is no balancer. */
  readonly drainMilliseconds?: number;
  /** null: no graph on this port. */
  readonly graph: GraphKind | null;
  /** The cost that one caller may cause in the graph in a second. */
  readonly sharePerSecond?: number;
  readonly imports: readonly DynamicModule[];
  /** Handles all requests below a path; it sees requests without that path. */
  readonly mounts?: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>>;
  /** The console on this port; left out: none. */
  readonly console?: Console;
  readonly controllers?: readonly Type[];
  readonly providers?: readonly Provider[];
}

/** Slower senders are cut off: limits for head and body of a request, and how often they are checked. */
const requestTimeout = 30_000;
const patience = { headersTimeout: 15_000, connectionsCheckingInterval: 2_000 } as const;

@Module({})
class ServerModule {}

/** Serves a graph, health and the rest on one port. Every operation needs a token unless it says otherwise. */
export async function createHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  let isLeaving = false;
  const notReady = async () => (isLeaving ? ['this process, which is stopping'] : options.notReady());
  const app = await createApplication({ ...options, notReady });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', async (_request, reply) => {
      // A client that keeps the connection would keep sending here.
      if (isLeaving) void reply.header('connection', 'close');
    });
  await app.listen(options.port, options.host);
  const http = app.getHttpServer() as Server;
  const { port: actual } = http.address() as { port: number };
  const close = () =>
    closeOrderly({
      http,
      sendAway: () => (isLeaving = true),
      drainMilliseconds: options.drainMilliseconds ?? 0,
      closeServer: () => app.close(),
    });
  return { url: `http://localhost:${actual}`, close };
}

/** The application without a port. */
export async function createApplication(options: HttpServerOptions): Promise<NestFastifyApplication> {
  const { log, authenticate } = options;
  const plugins = [measureOperations(options.metrics), traceOperations];
  const graph =
    options.graph && createGraph({ kind: options.graph, authenticate, log, plugins, sharePerSecond: options.sharePerSecond ?? 2_000 });
  const adapter = new FastifyAdapter({ bodyLimit: messageBytesMaximum, forceCloseConnections: 'idle', requestTimeout, http: patience });
  traceRequests(adapter.getInstance());
  boundAnswers(adapter.getInstance());
  guardPages(adapter.getInstance().server as Server);
  if (options.console) serveConsole(adapter.getInstance(), options.console);
  const module = serverModule(options, graph ? [graph] : []);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { logger: nestLogger(log), abortOnError: false });
  for (const [path, answer] of Object.entries(options.mounts ?? {})) app.use(path, answer);
  return app;
}

function serverModule(options: HttpServerOptions, graph: readonly DynamicModule[]): DynamicModule {
  return {
    module: ServerModule,
    imports: [...graph, SecurityModule.forRoot(options.authenticate), ...options.imports],
    controllers: [HealthController, MetricsController, ...(options.controllers ?? [])],
    providers: [
      { provide: NOT_READY, useValue: options.notReady },
      { provide: METRICS, useValue: options.metrics },
      ...(options.providers ?? []),
    ],
  };
}
