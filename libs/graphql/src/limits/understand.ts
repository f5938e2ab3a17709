import { GraphQLError, parse, specifiedRules, validate, type DocumentNode, type ExecutionArgs, type GraphQLSchema } from 'graphql';
import { documentRules } from './document-rules.js';
import type { KnownDocuments } from './known-documents.js';
import { tokensMaximum } from './numbers.js';

/** One operation as received. */
export interface Operation {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: unknown;
}

/**
 * The operation to execute, or why it cannot be executed. graphql-ws itself would treat a document that does not parse as a server error.
 */
export function understand(
  schema: GraphQLSchema,
  { query, operationName, variables }: Operation,
  known: KnownDocuments,
): ExecutionArgs | readonly [GraphQLError, ...GraphQLError[]] {
  const document = known.get(query) ?? validDocument(schema, query);
  if (!('kind' in document)) return document;
  known.add(query, document);
  return { schema, document, operationName: operationName ?? null, variableValues: variables as Record<string, unknown> | null };
}

function validDocument(schema: GraphQLSchema, query: string): DocumentNode | readonly [GraphQLError, ...GraphQLError[]] {
  const document = parseWithinLimits(query);
  if (document instanceof GraphQLError) return [document];
  const [first, ...more] = validate(schema, document, [...specifiedRules, ...documentRules]);
  return first ? [first, ...more] : document;
}

/** Parses the query, or returns the error. */
export function parseWithinLimits(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query, { maxTokens: tokensMaximum });
  } catch (error) {
    // The parser is recursive: a document can be too deep for it before it has too many tokens.
    const message = error instanceof GraphQLError ? error.message : 'Syntax Error: The document is nested too deep.';
    return new GraphQLError(message, { extensions: { code: 'GRAPHQL_PARSE_FAILED' } });
  }
}
