import type { Server } from 'node:http';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { CapacityModule } from '@haven/capacity';
import { embeddedTokens, type Settings } from '@haven/config';
import { messageBytesMaximum } from '@haven/graphql';
import { MatchingModule } from '@haven/matching';
import { RegistryModule } from '@haven/registry';
import { IssuerModule, SecurityModule, createAuthenticate, createTokenVerifier, issuerAlgorithm, type Authenticate } from '@haven/security';
import { MeResolver } from '@haven/security/me';
import { namesOf } from '../log.js';
import type { Parts } from '../open-parts.js';
import { ExplorerController } from './explorer.controller.js';
import { createGraph } from './graphql.js';
import { HealthController } from './health.controller.js';
import { nestLogger } from './nest-logger.js';
import { READINESS, type Readiness } from './readiness.js';

/** A server that listens. */
export interface HttpServer {
  /** Where a person on this machine reaches it. */
  readonly url: string;
  close(): Promise<void>;
}

@Module({})
class StandaloneModule {}

/** Puts the graph of all services, health and the explorer on one port. */
export async function createHttpServer(settings: Settings, parts: Parts): Promise<HttpServer> {
  const adapter = new FastifyAdapter({ bodyLimit: messageBytesMaximum, forceCloseConnections: true });
  const authenticate = authenticateBy(parts);
  const graph = createGraph(authenticate, (error, correlationId) =>
    parts.log.error({ ...namesOf(error), correlationId }, 'Unexpected error in the graph'),
  );
  const app = await NestFactory.create<NestFastifyApplication>(standaloneModule(parts, settings, graph.module, authenticate), adapter, {
    logger: nestLogger(parts.log),
    abortOnError: false,
  });
  await app.listen(settings.port, settings.host);
  const http = app.getHttpServer() as Server;
  const subscriptions = graph.serveSubscriptions(app, http);
  const { port } = http.address() as { port: number };
  return { url: `http://localhost:${port}`, close: () => subscriptions.close().then(() => app.close()) };
}

function standaloneModule(parts: Parts, { tieKey }: Settings, graph: DynamicModule, authenticate: Authenticate): DynamicModule {
  const { registry, capacity, matching, bus, cipher, clock, issuer } = parts;
  return {
    module: StandaloneModule,
    imports: [
      graph,
      SecurityModule.forRoot(authenticate),
      IssuerModule.forRoot(issuer),
      RegistryModule.forRoot({ database: registry, cipher, clock }),
      CapacityModule.forRoot({ database: capacity, bus, clock }),
      MatchingModule.forRoot({ database: matching, clock, settings: { tieKey } }),
    ],
    controllers: [HealthController, ExplorerController],
    providers: [MeResolver, { provide: READINESS, useValue: readinessOf(parts) }],
  };
}

const authenticateBy = ({ issuer, clock }: Parts): Authenticate =>
  createAuthenticate(createTokenVerifier({ ...embeddedTokens, algorithms: [issuerAlgorithm], jwks: issuer.jwks(), clock }));

function readinessOf({ registry, capacity, matching }: Parts): Readiness {
  const databases = { registry, capacity, matching };
  return async () => {
    const missing: string[] = [];
    for (const [name, { dataSource }] of Object.entries(databases)) await dataSource.query('SELECT 1').catch(() => missing.push(name));
    return missing;
  };
}
