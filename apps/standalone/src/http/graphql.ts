import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule, GraphQLSchemaHost } from '@nestjs/graphql';
import type { DynamicModule, INestApplicationContext } from '@nestjs/common';
import type { Server } from 'node:http';
import { createFormatError, queryLimits, refuseNul, serveSubscriptions, webSocketOptions, type ReportUnexpected } from '@haven/graphql';
import { createContext, type Authenticate } from '@haven/security';

const tokensMaximum = 10_000;
const path = '/graphql';

/** The public schema, merged from the resolvers of all services. */
export interface Graph {
  readonly module: DynamicModule;
  /** To be called when the application listens: the schema is whole by then. */
  serveSubscriptions(app: INestApplicationContext, http: Server): { close(): Promise<void> };
}

/** One graph over HTTP and WebSocket, with the same callers, limits and silence. */
export function createGraph(authenticate: Authenticate, report: ReportUnexpected): Graph {
  const formatError = createFormatError(report);
  const context = createContext(authenticate);
  const module = GraphQLModule.forRoot<ApolloDriverConfig>({
    driver: ApolloDriver,
    path,
    autoSchemaFile: true,
    sortSchema: true,
    playground: false,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: tokensMaximum },
    validationRules: [queryLimits],
    formatError,
    plugins: [refuseNul],
    context,
  });
  const options = webSocketOptions(formatError);
  return {
    module,
    serveSubscriptions: (app, http) => serveSubscriptions(http, { schema: app.get(GraphQLSchemaHost).schema, path, context, options }),
  };
}
