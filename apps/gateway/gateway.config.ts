import { fileURLToPath } from 'node:url';
import { defineConfig } from '@graphql-hive/gateway';
import { DateTimeScalar } from '@haven/graph-types/date-time';
// By package name, so that the built files are used: there may be no sources where it runs.
import {
  allowMutationsOverWebSocket,
  answerConsole,
  answerProbes,
  createLog,
  guardBrowsers,
  guardConnections,
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

/** Timeout of each attempt of a query, and of the only attempt of a mutation. A subscription has none. */
const millisecondsFor = { query: 8_000, mutation: 15_000, subscription: undefined };

guardConnections();
guardWebSockets();

/** Where `npm run build` puts the console; an image has it at the same place. */
const theConsole = answerConsole(new URL('../console/dist/', import.meta.url), process.env);

/**
 * The gateway is only configuration. It knows the addresses of the services, and changes nothing in their answers but the format of errors.
 * It also serves the console.
 */
export const gatewayConfig = defineConfig({
  supergraph: fileURLToPath(new URL('./supergraph.graphql', import.meta.url)),
  pollingInterval: 0,
  host: process.env['HAVEN_HOST'] ?? '127.0.0.1',
  port: Number(process.env['PORT'] ?? 4000),
  // Waits for running requests when it is stopped. Subscribers get 1001 and reconnect.
  gracefulShutdownTimeout: 5_000,
  graphqlEndpoint: '/graphql',
  // Its own probes do not check the services. Haven's probes are at the paths that every process has.
  healthCheckEndpoint: '/gateway/live',
  readinessCheckEndpoint: '/gateway/ready',
  graphiql: false,
  landingPage: false,
  // The default would let any web page read answers.
  cors: false,
  // The only scalar with its own rules: the gateway rejects an invalid instant like any other invalid variable.
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
