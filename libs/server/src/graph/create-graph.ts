import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, ApolloFederationDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module, type DynamicModule } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { GraphQLModule, GraphQLSchemaHost } from '@nestjs/graphql';
import { createFormatError, documentRules, FairShare, limitOperations, tokensMaximum, webSocketOptions } from '@haven/graphql';
import { createContext, createIdentify, payerOf, type Authenticate, type ContextSource } from '@haven/security';
import type { Logger } from 'pino';
import { namesOf } from '../names-of.js';
import { executeInTrace } from '../tracing/trace-web-socket.js';
import { apolloLogger } from './apollo-logger.js';
import { readPlainFields } from './plain-fields.js';
import { SubscriptionServer } from './subscription-server.js';

const path = '/graphql';
/** The newest version that other composers support. */
const federation = { version: 2, importUrl: 'https://specs.apollo.dev/federation/v2.9', directives: ['@shareable'] } as const;

/** `whole`: the public schema in one process. `subgraph`: one service's part of it, for a gateway. */
export type GraphKind = 'whole' | 'subgraph';

/** Settings of a graph. */
export interface GraphOptions {
  readonly kind: GraphKind;
  readonly authenticate: Authenticate;
  readonly log: Logger;
  readonly plugins: readonly ApolloServerPlugin[];
  /** The cost that one caller may cause a second in the long run. */
  readonly sharePerSecond: number;
}

@Module({})
class GraphModule {}

/** Serves the resolvers of this process as one graph over HTTP and WebSocket, with the same callers and limits. */
export function createGraph({ kind, authenticate, log, plugins, sharePerSecond }: GraphOptions): DynamicModule {
  const formatError = createFormatError(reportTo(log));
  const contextOf = createContext(authenticate);
  const share = new FairShare({ perSecond: sharePerSecond });
  const context = async (request: ContextSource) => {
    const made = await contextOf(request);
    await share.toRead(payerOf(made), lengthOf(request));
    return made;
  };
  const overHttp = GraphQLModule.forRoot<ApolloDriverConfig>({
    driver: kind === 'whole' ? ApolloDriver : ApolloFederationDriver,
    path,
    autoSchemaFile: kind === 'whole' ? true : { federation: { ...federation, directives: [...federation.directives] } },
    sortSchema: true,
    transformSchema: readPlainFields,
    playground: false,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: tokensMaximum },
    validationRules: [...documentRules],
    formatError,
    logger: apolloLogger(log),
    plugins: [limitOperations(share, payerOf), neverCached, ...plugins, ...withoutFieldHooks(kind)],
    context,
  });
  const identify = createIdentify(authenticate);
  const overWebSocket = {
    provide: SubscriptionServer,
    useFactory: (schemas: GraphQLSchemaHost, host: HttpAdapterHost) =>
      new SubscriptionServer(schemas, host, (schema) => {
        const options = webSocketOptions({ schema, contextOf, share, payerOf, format: formatError, execute: executeInTrace });
        return { path, options, identify };
      }),
    inject: [GraphQLSchemaHost, HttpAdapterHost],
  };
  return { module: GraphModule, imports: [overHttp], providers: [overWebSocket] };
}

/** An answer is for its caller alone. */
const neverCached: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response }) => {
        response.http.headers.set('cache-control', 'no-store');
        return Promise.resolve();
      },
    }),
};

/** Nothing is cached or traced by field, and a hook at each field takes longer than most fields. */
const withoutFieldHooks = (kind: GraphKind): ApolloServerPlugin[] => [
  ApolloServerPluginCacheControlDisabled(),
  ...(kind === 'subgraph' ? [ApolloServerPluginInlineTraceDisabled()] : []),
];

const lengthOf = (request: ContextSource): number => ('headers' in request ? Number(request.headers?.['content-length'] ?? 0) : 0);

const reportTo = (log: Logger) => (error: unknown, correlationId: string) =>
  log.error({ ...namesOf(error), correlationId }, 'Unexpected error in the graph');
