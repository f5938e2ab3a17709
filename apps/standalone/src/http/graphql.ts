import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import { createFormatError, queryLimits, refuseNul, webSocketOptions, type ReportUnexpected } from '@haven/graphql';
import { createContext, type Authenticate } from '@haven/security';

const tokensMaximum = 10_000;

/** The public schema, merged from the resolvers of all services. */
export function graphqlModule(authenticate: Authenticate, report: ReportUnexpected) {
  const formatError = createFormatError(report);
  return GraphQLModule.forRoot<ApolloDriverConfig>({
    driver: ApolloDriver,
    autoSchemaFile: true,
    sortSchema: true,
    playground: false,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: tokensMaximum },
    validationRules: [queryLimits],
    formatError,
    plugins: [refuseNul],
    context: createContext(authenticate),
    subscriptions: { 'graphql-ws': webSocketOptions(formatError) as object },
  });
}
