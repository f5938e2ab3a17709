import type { GatewayPlugin } from '@graphql-hive/gateway';
import { GraphQLError, type ExecutionResult } from 'graphql';
import { isService, services } from './services.js';

/** Codes by which the gateway says that a service did not answer, or not in a way that can be passed on. */
const awayCodes = new Set([
  'DOWNSTREAM_SERVICE_ERROR',
  'SUBREQUEST_HTTP_ERROR',
  'RESPONSE_VALIDATION_FAILED',
  'GATEWAY_TIMEOUT',
  'TIMEOUT_ERROR',
]);

/** Details of the gateway's own requests and errors, which are nobody's business. */
const inner = ['serviceName', 'request', 'response', 'originalError', 'unexpected'];

/** Errors in the words of the single process, so that a client need not know which of the two it asks. */
export const plainErrors: GatewayPlugin = {
  onResultProcess: ({ result, setResult }) => {
    if (!('errors' in result) || !result.errors) return;
    setResult({ ...(result as ExecutionResult), errors: result.errors.map(plain) } as never);
  },
};

/**
 * What is not an answer of a service: one that is away gets a code and a text of its own, everything else no details. An
 * error that a service wrote is passed on; it has hidden what must be hidden already.
 */
export function maskError(error: unknown, message: string): Error {
  if (!(error instanceof GraphQLError)) return new GraphQLError(message, { extensions: { code: 'INTERNAL_SERVER_ERROR' } });
  const { code } = error.extensions;
  if (awayCodes.has(String(code))) return plain(error);
  const isAnswer = !error.originalError || error.originalError instanceof GraphQLError || code !== undefined;
  return isAnswer ? error : new GraphQLError(message, { path: error.path ?? null, extensions: { code: 'INTERNAL_SERVER_ERROR' } });
}

const someAway = 'A part of Haven cannot be asked now. Try again in a minute; until then call the shelter.';

/** One error as the caller sees it. */
export function plain(error: GraphQLError): GraphQLError {
  const { code, serviceName } = error.extensions;
  const extensions = Object.fromEntries(Object.entries(error.extensions).filter(([name]) => name !== 'code' && !inner.includes(name)));
  const made = (message: string, more: Record<string, unknown>) =>
    new GraphQLError(message, { path: error.path ?? null, extensions: { ...extensions, ...more } });
  if (awayCodes.has(String(code)))
    return made(isService(serviceName) ? services[serviceName].away : someAway, { code: 'SERVICE_UNAVAILABLE' });
  const field = coercedField(error.message);
  if (code === undefined && field !== null)
    return made(error.message, { code: 'BAD_USER_INPUT', fields: [{ path: field, message: error.message }], http: { status: 400 } });
  if (code === 'GRAPHQL_VALIDATION_FAILED' || code === 'GRAPHQL_PARSE_FAILED') return made(error.message, { code, http: { status: 400 } });
  return made(error.message, { ...(code !== undefined && { code }) });
}

/** graphql-js names the place of a wrong variable only in its message: `… at "input.person.age"; …`. */
function coercedField(message: string): string | null {
  return /^Variable "\$(\w+)" got invalid value .*? at "([^"]+)";/s.exec(message)?.[2] ?? /^Variable "\$(\w+)"/.exec(message)?.[1] ?? null;
}
