// The process that answers: the graph of matching alone on one port, as in a service of the distributed system, on a given database.
// `delay`: milliseconds before each question, for the control.
import { setTimeout as sleep } from 'node:timers/promises';
import { createTokenVerifier, createAuthenticate, issuerAlgorithm, openIssuer, IssuerModule } from '@haven/security';
import { embeddedTokens } from '@haven/config';
import { burdenWeights, systemClock } from '@haven/kernel';
import { MatchingModule, openMatchingDatabase } from '@haven/matching';
import { createHttpServer, createMetrics, createProcessLog } from '@haven/server';

process.once('message', async ({ connection, keys, delay = 0 }) => {
  const database = await openMatchingDatabase(connection);
  const issuer = await openIssuer({ directory: keys, ...embeddedTokens });
  const verifier = createTokenVerifier({
    ...{ issuer: embeddedTokens.issuer, audience: embeddedTokens.audience, algorithms: [issuerAlgorithm] },
    ...{ jwks: issuer.jwks(), clock: systemClock },
  });
  const clock = systemClock;
  const authenticate = createAuthenticate(verifier, clock);
  const http = await createHttpServer({
    ...{ port: 0, host: '127.0.0.1', log: createProcessLog('bench', 'silent'), metrics: createMetrics('bench') },
    ...{ notReady: async () => [], graph: 'whole', sharePerSecond: 1e9 },
    authenticate: delay === 0 ? authenticate : (credentials) => sleep(delay).then(() => authenticate(credentials)),
    imports: [
      IssuerModule.forRoot(issuer),
      MatchingModule.forRoot({ database, clock, settings: { tieKey: 'bench', weights: burdenWeights }, onError: console.error }),
    ],
  });
  process.send({ url: http.url, token: await issuer.mint({ role: 'CASEWORKER', subject: 'bench', organizationId: 'ngo' }) });
});
