import type { GatewayPlugin } from '@graphql-hive/gateway';
import { GraphQLError } from 'graphql';

/** What clients of the single process may send beside an operation, which the gateway would refuse. */
export const tolerateParameters: GatewayPlugin = {
  onParams: ({ params, setParams }) => {
    const { query, variables, operationName, extensions } = params;
    // A client that asks by hash sends the text when it learns that nobody keeps it.
    if (!query && extensions?.['persistedQuery'])
      throw new GraphQLError('PersistedQueryNotSupported', {
        extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED', http: { status: 200 } },
      });
    // The gateway refuses keys that it does not know.
    setParams({ query: query!, variables: variables!, operationName: operationName!, extensions: extensions! });
  },
};
