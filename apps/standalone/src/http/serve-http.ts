import { CapacityModule } from '@haven/capacity';
import { embeddedTokens, type Settings } from '@haven/config';
import { accountsPath, consoleClientId, providerPath, type SignInServer } from '@haven/identity';
import { MatchingModule } from '@haven/matching';
import { RegistryModule } from '@haven/registry';
import { IssuerModule, createAuthenticate, createTokenVerifier, issuerAlgorithm, severalIssuers, type Authenticate } from '@haven/security';
import { MeResolver } from '@haven/security/me';
import { carryFailed, carryUncounted, createHttpServer, databasesAnswer, openConsole, type HttpServer } from '@haven/server';
import type { JSONWebKeySet } from 'jose';
import type { Parts } from '../open-parts.js';

/** Where `npm run build` puts the console; an image has it at the same place. */
const builtConsole = new URL('../../../console/dist/', import.meta.url);

/** Serves the graph of all services, health and the console on one port. */
export async function serveHttp(settings: Settings, parts: Parts, signIn: SignInServer, isDemo: boolean): Promise<HttpServer> {
  const { port, host, tieKey, burdenWeights, caseReference, sharePerSecond } = settings;
  const { registry, capacity, matching, bus, cipher, clock, issuer, log, metrics } = parts;
  return createHttpServer({
    port,
    host,
    log,
    metrics,
    authenticate: authenticateBy(parts, signIn),
    notReady: databasesAnswer({ registry, capacity, matching }),
    graph: 'whole',
    sharePerSecond,
    console: await openConsole(builtConsole, {
      ...settings.console,
      publicUrl: settings.publicUrl,
      identityProvider: providerPath,
      clientId: consoleClientId,
      accountsPage: `${providerPath}${accountsPath}`,
      isDemo,
      endedCookies: signIn.endedCookies,
    }),
    imports: [
      IssuerModule.forRoot(issuer),
      RegistryModule.forRoot({ database: registry, cipher, clock }),
      CapacityModule.forRoot({ database: capacity, bus, clock, caseReference, onError: carryFailed(log) }),
      MatchingModule.forRoot({ database: matching, clock, settings: { tieKey, weights: burdenWeights }, onError: carryUncounted(log) }),
    ],
    mounts: signIn.mounts,
    providers: [MeResolver],
  });
}

/** Accepts the tokens of the command line and those of signed-in people, each issuer with its own keys. */
function authenticateBy({ issuer, clock }: Parts, signIn: SignInServer): Authenticate {
  const verifier = (name: string, jwks: JSONWebKeySet) =>
    createTokenVerifier({ issuer: name, audience: embeddedTokens.audience, algorithms: [issuerAlgorithm], jwks, clock });
  const verifiers = {
    [embeddedTokens.issuer]: verifier(embeddedTokens.issuer, issuer.jwks()),
    [signIn.issuer]: verifier(signIn.issuer, signIn.jwks),
  };
  return createAuthenticate(severalIssuers(verifiers), clock);
}
