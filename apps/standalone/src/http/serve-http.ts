import { CapacityModule } from '@haven/capacity';
import { embeddedTokens, type Settings } from '@haven/config';
import { MatchingModule } from '@haven/matching';
import { RegistryModule } from '@haven/registry';
import { IssuerModule, createAuthenticate, createTokenVerifier, issuerAlgorithm, type Authenticate } from '@haven/security';
import { MeResolver } from '@haven/security/me';
import { carryFailed, createHttpServer, databasesAnswer, type HttpServer } from '@haven/server';
import type { Parts } from '../open-parts.js';
import { ExplorerController } from './explorer.controller.js';

/** Puts the graph of all services, health and the explorer on one port. */
export function serveHttp({ port, host, tieKey, caseReference, sharePerSecond }: Settings, parts: Parts): Promise<HttpServer> {
  const { registry, capacity, matching, bus, cipher, clock, issuer, log, metrics } = parts;
  return createHttpServer({
    port,
    host,
    log,
    metrics,
    authenticate: authenticateBy(parts),
    notReady: databasesAnswer({ registry, capacity, matching }),
    graph: 'whole',
    sharePerSecond,
    imports: [
      IssuerModule.forRoot(issuer),
      RegistryModule.forRoot({ database: registry, cipher, clock }),
      CapacityModule.forRoot({ database: capacity, bus, clock, caseReference, onError: carryFailed(log) }),
      MatchingModule.forRoot({ database: matching, clock, settings: { tieKey } }),
    ],
    controllers: [ExplorerController],
    providers: [MeResolver],
  });
}

const authenticateBy = ({ issuer, clock }: Parts): Authenticate =>
  createAuthenticate(createTokenVerifier({ ...embeddedTokens, algorithms: [issuerAlgorithm], jwks: issuer.jwks(), clock }), clock);
