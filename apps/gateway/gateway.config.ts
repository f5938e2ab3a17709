import { fileURLToPath } from 'node:url';
import { defineConfig } from '@graphql-hive/gateway';
import { headersFor, lowerCaseParams } from './src/caller.js';
import { maskError, plainErrors } from './src/errors.js';
import { limitMessages } from './src/message-limit.js';
import { answerProbes } from './src/readiness.js';
import { services } from './src/services.js';

const secondsForAnswer = 15;

limitMessages();

/** The gateway is configuration only: it knows where the services are, and changes nothing that they say but the form of errors. */
export const gatewayConfig = defineConfig({
  supergraph: fileURLToPath(new URL('./supergraph.graphql', import.meta.url)),
  pollingInterval: 0,
  host: process.env['HAVEN_HOST'] ?? '127.0.0.1',
  port: Number(process.env['PORT'] ?? 4000),
  graphqlEndpoint: '/graphql',
  // Its own probes know nothing of the services; ours are at the paths that every process has.
  healthCheckEndpoint: '/gateway/live',
  readinessCheckEndpoint: '/gateway/ready',
  graphiql: false,
  landingPage: false,
  maskedErrors: { maskError },
  requestId: false,
  transportEntries: {
    ...Object.fromEntries(Object.entries(services).map(([name, { url }]) => [name, { location: `${url}/graphql` }])),
    '*.http': {
      options: {
        subscriptions: {
          kind: 'ws',
          location: '/graphql',
          options: { connectionParams: { authorization: '{context.headers.authorization}' } },
        },
      },
    },
  },
  propagateHeaders: { fromClientToSubgraphs: headersFor },
  upstreamTimeout: ({ executionRequest }) => (executionRequest?.operationType === 'subscription' ? undefined : secondsForAnswer * 1_000),
  // A mutation is never sent twice by us: its caller repeats it with its idempotency key.
  upstreamRetry: ({ executionRequest }) =>
    executionRequest.operationType === 'query' ? { maxRetries: 2, retryDelay: 300, retryDelayFactor: 2 } : undefined,
  plugins: () => [answerProbes({ live: '/health/live', ready: '/health/ready' }), lowerCaseParams, plainErrors],
});
