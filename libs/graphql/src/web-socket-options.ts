import {
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { queryLimits, tokensMaximum } from './depth-limit.js';
import { coercedField } from './format-error.js';
import { nulRefusal } from './refuse-nul.js';

interface Operation {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: unknown;
}
type Format = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/**
 * Options of graphql-ws that give a WebSocket the limits and the silence about inner errors that Apollo gives HTTP;
 * Apollo's own hooks do not run there.
 */
export function webSocketOptions(schema: GraphQLSchema, format: Format) {
  const shown = (error: GraphQLError) => withoutHttp(format(error.toJSON(), error.originalError ?? error));
  return {
    onSubscribe: (_ctx: unknown, _id: string, operation: Operation): ExecutionArgs | readonly GraphQLError[] => {
      const refusal = nulRefusal(operation.query, operation.variables);
      return refusal ? [refusal] : understood(schema, operation);
    },
    onNext: (_ctx: unknown, _id: string, _payload: unknown, _args: unknown, result: ExecutionResult) =>
      result.errors ? { ...result, errors: result.errors.map(asBadInput).map(shown) } : undefined,
    onError: (_ctx: unknown, _id: string, _payload: unknown, errors: readonly GraphQLError[]) => errors.map(asValidation).map(shown),
  };
}

/** What is to be executed, or why it cannot be. graphql-ws itself would take a document that does not parse for a fault of ours. */
function understood(schema: GraphQLSchema, { query, operationName, variables }: Operation): ExecutionArgs | readonly GraphQLError[] {
  const document = parsed(query);
  if (document instanceof GraphQLError) return [document];
  const problems = validate(schema, document, [...specifiedRules, queryLimits]);
  if (problems.length > 0) return problems;
  return { schema, document, operationName: operationName ?? null, variableValues: variables as Record<string, unknown> | null };
}

function parsed(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query, { maxTokens: tokensMaximum });
  } catch (error) {
    // The parser is recursive: a document can be too deep for it before it has too many tokens.
    const message = error instanceof GraphQLError ? error.message : 'Syntax Error: The document is nested too deep.';
    return new GraphQLError(message, { extensions: { code: 'GRAPHQL_PARSE_FAILED' } });
  }
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
