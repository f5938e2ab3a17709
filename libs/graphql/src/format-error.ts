import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** Codes whose message was written for the caller. */
const expected = new Set([
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'SERVICE_UNAVAILABLE',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'BAD_REQUEST',
  'ANSWER_TOO_LARGE',
  'COST_EXCEEDED',
  'RATE_LIMITED',
]);

/** Reports an unexpected error to the operator, with the id that the caller sees. */
export type ReportUnexpected = (error: unknown, correlationId: string) => void;

/** Apollo's `formatError`: expected errors pass without a stack; of other errors the caller sees only an id. */
export function createFormatError(report: ReportUnexpected): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    if (expected.has(codeOf(formatted))) return shown(formatted);
    return isRefusal(error) ? { message: error.message, extensions: { code: 'BAD_REQUEST' } } : hidden(error, report);
  };
}

/** Apollo's own refusals of a request, such as a hash that is not that of the text, have a status and no code. */
function isRefusal(error: unknown): error is GraphQLError {
  if (!(error instanceof GraphQLError) || error.originalError || error.extensions['code'] !== undefined) return false;
  const { status } = (error.extensions['http'] ?? {}) as { readonly status?: unknown };
  return typeof status === 'number' && status >= 400 && status < 500;
}

const codeOf = (formatted: GraphQLFormattedError): string => String(formatted.extensions?.['code'] ?? '');

function shown({ message, locations, path, extensions }: GraphQLFormattedError): GraphQLFormattedError {
  const { stacktrace: _stacktrace, ...kept } = extensions ?? {};
  const fields = kept['code'] === 'BAD_USER_INPUT' && !kept['fields'] ? { fields: fieldsOf(message) } : {};
  return { message, ...(locations && { locations }), ...(path && { path }), extensions: { ...kept, ...fields } };
}

function fieldsOf(message: string): { path: string; message: string }[] {
  return [{ path: coercedField(message) ?? '', message }];
}

/** graphql-js names the field of a wrong variable only in its message: `… at "input.person.age"; …`. */
export function coercedField(message: string): string | null {
  return /^Variable "\$(\w+)" got invalid value .*? at "([^"]+)";/s.exec(message)?.[2] ?? /^Variable "\$(\w+)"/.exec(message)?.[1] ?? null;
}

function hidden(error: unknown, report: ReportUnexpected): GraphQLFormattedError {
  const correlationId = randomUUID();
  report(error, correlationId);
  return {
    message: `Something went wrong here. Try again (a mutation with the same idempotencyKey): nothing happens twice. If it fails again, give your operator the id ${correlationId}.`,
    extensions: { code: 'INTERNAL_SERVER_ERROR', correlationId },
  };
}
