import { GraphQLError, specifiedRules, validate, type DocumentNode, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { ExecutionResult } from 'graphql';
import { queryLimits } from './depth-limit.js';

type Format = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/**
 * Options of graphql-ws that give a WebSocket the limits and the silence about inner errors that Apollo gives HTTP;
 * Apollo's own hooks do not run there.
 */
export function webSocketOptions(format: Format) {
  const shown = (error: GraphQLError) => format(error.toJSON(), error.originalError ?? error);
  return {
    validate: (schema: GraphQLSchema, document: DocumentNode) => validate(schema, document, [...specifiedRules, queryLimits]),
    onNext: (_ctx: unknown, _id: string, _payload: unknown, _args: unknown, result: ExecutionResult) =>
      result.errors ? { ...result, errors: result.errors.map(shown) } : undefined,
    onError: (_ctx: unknown, _id: string, _payload: unknown, errors: readonly GraphQLError[]) => errors.map(asValidation).map(shown),
  };
}

/** graphql-js gives its own findings about the document no code. */
const asValidation = (error: GraphQLError): GraphQLError =>
  error.originalError || error.extensions['code']
    ? error
    : new GraphQLError(error.message, { nodes: error.nodes ?? null, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
