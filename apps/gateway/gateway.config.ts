import { fileURLToPath } from 'node:url';
import { defineConfig } from '@graphql-hive/gateway';
import { DateTimeScalar } from '@haven/graph-types/date-time';
// By its own name, so that the built files are taken: where it runs there may be no sources.
import {
  allowMutationsOverWebSocket,
  answerConsole,
  answerProbes,
  createLog,
  guardBrowsers,
  guardWebSockets,
  headersFor,
  limits,
  lowerCaseParams,
  maskError,
  passDirectory,
  plainErrors,
  refuseSubscriptionsInVain,
  retryQueries,
  sendAwayWhenStopped,
  services,
  tolerateParameters,
} from '@haven/app-gateway';

/** For each try of a query, and for the one try of a mutation; a subscription lasts. */
const millisecondsFor = { query: 8_000, mutation: 15_000, subscription: undefined };

guardWebSockets();

/** Where `npm run build` leaves the console; an image has it at the same place. */
const theConsole = answerConsole(new URL('../console/dist/', import.meta.url), process.env);

/** The gateway is configuration only: it knows where the services are, and changes nothing that they say but the form of errors. The console is beside it. */
export const gatewayConfig = defineConfig({
  supergraph: fileURLToPath(new URL('./supergraph.graphql', import.meta.url)),
  pollingInterval: 0,
  host: process.env['HAVEN_HOST'] ?? '127.0.0.1',
  port: Number(process.env['PORT'] ?? 4000),
  // Answers that are under way when it is stopped; subscribers are told 1001, and come again.
  gracefulShutdownTimeout: 5_000,
  graphqlEndpoint: '/graphql',
  // Its own probes know nothing of the services; ours are at the paths that every process has.
  healthCheckEndpoint: '/gateway/live',
  readinessCheckEndpoint: '/gateway/ready',
  graphiql: false,
  landingPage: false,
  // The default lets the page of anybody read answers.
  cors: false,
  // The one scalar with rules of its own: a wrong instant is refused here like any other wrong variable.
  additionalResolvers: { DateTime: DateTimeScalar },
  maskedErrors: { maskError },
  requestId: false,
  logging: createLog(process.env['HAVEN_LOG'] ?? 'warn'),
  transportEntries: {
    ...Object.fromEntries(Object.entries(services).map(([name, { url }]) => [name, { location: `${url}/graphql` }])),
    '*.http': {
      options: {
        // Two callers never share an answer, nor the fate of one request.
        deduplicateInflightRequests: false,
        subscriptions: {
          kind: 'ws',
          location: '/graphql',
          options: { connectionParams: { authorization: '{context.headers.authorization}' } },
        },
      },
    },
  },
  propagateHeaders: { fromClientToSubgraphs: headersFor },
  upstreamTimeout: ({ executionRequest }) => millisecondsFor[executionRequest?.operationType ?? 'query'],
  upstreamRetry: retryQueries,
  plugins: () => [
    answerProbes({ live: '/health/live', ready: '/health/ready' }),
    theConsole,
    passDirectory,
    guardBrowsers,
    tolerateParameters,
    limits,
    lowerCaseParams,
    allowMutationsOverWebSocket,
    refuseSubscriptionsInVain,
    plainErrors,
    sendAwayWhenStopped(),
  ],
});
