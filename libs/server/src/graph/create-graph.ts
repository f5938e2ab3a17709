import type { Server } from 'node:http';
import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, ApolloFederationDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { DynamicModule, INestApplicationContext } from '@nestjs/common';
import { GraphQLModule, GraphQLSchemaHost } from '@nestjs/graphql';
import {
  createFormatError,
  queryLimits,
  refuseNul,
  serveSubscriptions,
  tokensMaximum,
  webSocketOptions,
  type ReportUnexpected,
} from '@haven/graphql';
import { createContext, type Authenticate } from '@haven/security';
import { executeInTrace } from '../tracing/trace-web-socket.js';

const path = '/graphql';
/** The newest version that composers of other makers know. */
const federation = { version: 2, importUrl: 'https://specs.apollo.dev/federation/v2.9', directives: ['@shareable'] } as const;

/** `whole`: the public schema in one process. `subgraph`: one service's part of it, for a gateway. */
export type GraphKind = 'whole' | 'subgraph';

/** The resolvers of this process as one graph. */
export interface Graph {
  readonly module: DynamicModule;
  /** To be called when the application listens: the schema is whole by then. */
  serveSubscriptions(app: INestApplicationContext, http: Server): { close(): Promise<void> };
}

/** One graph over HTTP and WebSocket, with the same callers, limits and silence. */
export function createGraph(
  kind: GraphKind,
  authenticate: Authenticate,
  report: ReportUnexpected,
  plugins: readonly ApolloServerPlugin[],
): Graph {
  const formatError = createFormatError(report);
  const context = createContext(authenticate);
  const module = GraphQLModule.forRoot<ApolloDriverConfig>({
    driver: kind === 'whole' ? ApolloDriver : ApolloFederationDriver,
    path,
    autoSchemaFile: kind === 'whole' ? true : { federation: { ...federation, directives: [...federation.directives] } },
    sortSchema: true,
    playground: false,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: tokensMaximum },
    validationRules: [queryLimits],
    formatError,
    plugins: [refuseNul, ...plugins, ...(kind === 'subgraph' ? [ApolloServerPluginInlineTraceDisabled()] : [])],
    context,
  });
  const options = webSocketOptions(formatError);
  return {
    module,
    serveSubscriptions: (app, http) =>
      serveSubscriptions(http, { schema: app.get(GraphQLSchemaHost).schema, path, context, options, execute: executeInTrace }),
  };
}
