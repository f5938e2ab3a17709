// The process that answers: the graph of matching alone on one port, as in a service of the distributed system, on a database given.
import { createTokenVerifier, createAuthenticate, issuerAlgorithm, openIssuer, IssuerModule } from '@haven/security';
import { embeddedTokens } from '@haven/config';
import { burdenWeights, systemClock } from '@haven/kernel';
import { MatchingModule, openMatchingDatabase } from '@haven/matching';
import { createHttpServer, createMetrics, createProcessLog } from '@haven/server';

process.once('SIGINT', () => process.exit(0));
process.once('message', async ({ connection, keys }) => {
  const database = await openMatchingDatabase(connection);
  const issuer = await openIssuer({ directory: keys, ...embeddedTokens });
  const verifier = createTokenVerifier({
    ...{ issuer: embeddedTokens.issuer, audience: embeddedTokens.audience, algorithms: [issuerAlgorithm] },
    ...{ jwks: issuer.jwks(), clock: systemClock },
  });
  const clock = systemClock;
  const http = await createHttpServer({
    ...{ port: 0, host: '127.0.0.1', log: createProcessLog('bench', 'silent'), metrics: createMetrics('bench') },
    ...{ authenticate: createAuthenticate(verifier, clock), notReady: async () => [], graph: 'whole', sharePerSecond: 1e9 },
    imports: [
      IssuerModule.forRoot(issuer),
      MatchingModule.forRoot({ database, clock, settings: { tieKey: 'bench', weights: burdenWeights }, onError: console.error }),
    ],
  });
  process.send({ url: http.url, token: await issuer.mint({ role: 'CASEWORKER', subject: 'bench', organizationId: 'ngo' }) });
});
