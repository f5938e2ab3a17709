import { GraphQLError, specifiedRules, validate, type DocumentNode, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { ExecutionResult } from 'graphql';
import { queryLimits } from './depth-limit.js';
import { coercedField } from './format-error.js';
import { nulRefusal } from './refuse-nul.js';

interface Operation {
  readonly query: string;
  readonly variables?: unknown;
}
type Format = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/**
 * Options of graphql-ws that give a WebSocket the limits and the silence about inner errors that Apollo gives HTTP;
 * Apollo's own hooks do not run there.
 */
export function webSocketOptions(format: Format) {
  const shown = (error: GraphQLError) => withoutHttp(format(error.toJSON(), error.originalError ?? error));
  return {
    validate: (schema: GraphQLSchema, document: DocumentNode) => validate(schema, document, [...specifiedRules, queryLimits]),
    onSubscribe: (_ctx: unknown, _id: string, { query, variables }: Operation) => {
      const refusal = nulRefusal(query, variables);
      return refusal ? [refusal] : undefined;
    },
    onNext: (_ctx: unknown, _id: string, _payload: unknown, _args: unknown, result: ExecutionResult) =>
      result.errors ? { ...result, errors: result.errors.map(asBadInput).map(shown) } : undefined,
    onError: (_ctx: unknown, _id: string, _payload: unknown, errors: readonly GraphQLError[]) => errors.map(asValidation).map(shown),
  };
}

/** graphql-js gives its own findings about the document no code. */
const asValidation = (error: GraphQLError): GraphQLError =>
  error.originalError || error.extensions['code']
    ? error
    : new GraphQLError(error.message, { nodes: error.nodes ?? null, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });

/** A variable that does not fit has no code either; over HTTP Apollo gives it one. What a resolver throws has a path. */
const asBadInput = (error: GraphQLError): GraphQLError =>
  error.path || error.extensions['code'] || coercedField(error.message) === null
    ? error
    : new GraphQLError(error.message, { nodes: error.nodes ?? null, extensions: { code: 'BAD_USER_INPUT' } });

/** There is no HTTP status that an error could ask for. */
function withoutHttp(error: GraphQLFormattedError): GraphQLFormattedError {
  const { http: _http, ...extensions } = error.extensions ?? {};
  return { ...error, extensions };
}
