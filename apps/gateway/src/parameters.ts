import type { GatewayPlugin } from '@graphql-hive/gateway';
import { GraphQLError } from 'graphql';

/** What clients of the single process may send with an operation, and the gateway would reject. */
export const tolerateParameters: GatewayPlugin = {
  onParams: ({ params, setParams }) => {
    const { query, variables, operationName, extensions } = params;
    // A client that sends only a hash sends the text when it learns that hashes are not stored.
    if (!query && extensions?.['persistedQuery'])
      throw new GraphQLError('PersistedQueryNotSupported', {
        extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED', http: { status: 200 } },
      });
    // The gateway rejects unknown keys.
    setParams({ query: query!, variables: variables!, operationName: operationName!, extensions: extensions! });
  },
};
