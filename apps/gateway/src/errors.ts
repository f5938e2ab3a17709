import type { GatewayPlugin } from '@graphql-hive/gateway';
import { coercedField } from '@haven/graphql/rules';
import { GraphQLError, type ExecutionResult } from 'graphql';
import { isOverWebSocket } from './caller.js';
import { isService, services } from './services.js';

/** Codes by which the gateway says that a service did not answer, or gave no usable answer. */
const awayCodes = new Set([
  'DOWNSTREAM_SERVICE_ERROR',
  'SUBREQUEST_HTTP_ERROR',
  'RESPONSE_VALIDATION_FAILED',
  'GATEWAY_TIMEOUT',
  'TIMEOUT_ERROR',
]);

/** Whether an error means that a service did not answer. For a broken WebSocket the gateway gives no code at all. */
export const saysAway = ({ message, extensions }: Partial<Pick<GraphQLError, 'message' | 'extensions'>>): boolean =>
  message === '' || awayCodes.has(String(extensions?.['code']));

/** Internal details of the gateway's own requests and errors. */
const inner = ['serviceName', 'request', 'response', 'originalError', 'unexpected'];

/** Errors in the format of the single process, so that a client need not know which of the two it asks. */
export const plainErrors: GatewayPlugin = {
  onExecutionResult: ({ result, setResult, context }) => {
    if (hasErrors(result)) setResult(withErrors(result, isOverWebSocket(context) ? plainOverWebSocket : plain));
  },
  onSubscribe: () => ({
    onSubscribeResult: () => ({
      onNext: ({ result, setResult }) => {
        if (hasErrors(result)) setResult(withErrors(result, plainOverWebSocket));
      },
    }),
  }),
  // Only requests that could not be parsed as an operation get here.
  onResultProcess: ({ result, setResult }) => {
    if (hasErrors(result)) setResult(withErrors(result, plain));
  },
};

type Failed = ExecutionResult & { readonly errors: readonly GraphQLError[] };

const hasErrors = (result: object | undefined): result is Failed =>
  result !== undefined && 'errors' in result && Array.isArray(result.errors);

const withErrors = (result: Failed, say: (error: GraphQLError) => GraphQLError) => ({ ...result, errors: result.errors.map(say) });

/**
 * Handles errors that no service wrote: if a service is away, the error gets its own code and text; all others lose their details. An error
 * that a service wrote is passed on, because the service has hidden what must be hidden.
 */
export function maskError(error: unknown, message: string): Error {
  if (!(error instanceof GraphQLError)) return new GraphQLError(message, { extensions: { code: 'INTERNAL_SERVER_ERROR' } });
  const { code } = error.extensions;
  if (saysAway(error)) return plain(error);
  const isAnswer = !error.originalError || error.originalError instanceof GraphQLError || code !== undefined;
  return isAnswer ? error : new GraphQLError(message, { path: error.path ?? null, extensions: { code: 'INTERNAL_SERVER_ERROR' } });
}

const someAway = 'A part of Haven cannot be asked now. Try again in a minute; until then call the shelter.';

/** One error as the caller sees it. */
export function plain({ message, path, extensions = {} }: Pick<GraphQLError, 'message' | 'path' | 'extensions'>): GraphQLError {
  const { code, serviceName, http, ...rest } = extensions as { code?: string; serviceName?: string; http?: { status?: number } };
  const kept = Object.fromEntries(Object.entries(rest).filter(([name]) => !inner.includes(name)));
  const made = (words: string, more: object) => new GraphQLError(words, { path: path ?? null, extensions: { ...kept, ...more } });
  if (saysAway({ message, extensions }))
    return made(isService(serviceName) ? services[serviceName].away : someAway, { code: 'SERVICE_UNAVAILABLE' });
  const field = code === undefined || (code === 'BAD_USER_INPUT' && !('fields' in kept)) ? coercedField(message) : null;
  if (field !== null) return made(message, { code: 'BAD_USER_INPUT', fields: [{ path: field, message }], http: { status: 400 } });
  const status = http ? withoutSpec(http) : statusOf(code, kept);
  return made(message, { ...(code !== undefined && { code }), ...(status && { http: status }) });
}

/** A service refused the whole request. The gateway does not pass on the meaning of its status. */
function statusOf(code: string | undefined, { retryAfterSeconds }: Record<string, unknown>): object | null {
  if (code === 'RATE_LIMITED') return { status: 429, headers: { 'retry-after': String(retryAfterSeconds) } };
  return code === 'ANSWER_TOO_LARGE' ? { status: 400 } : null;
}

/** With `spec` the gateway answers 200 where the single process uses the status of the error. */
const withoutSpec = (http: object): object => Object.fromEntries(Object.entries(http).filter(([name]) => name !== 'spec'));

/** The same if there is no HTTP status that the extension could set. */
function plainOverWebSocket(error: GraphQLError): GraphQLError {
  const { message, path, extensions } = plain(error);
  const { http: _http, ...kept } = extensions;
  return new GraphQLError(message, { path: path ?? null, extensions: kept });
}
