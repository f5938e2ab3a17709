import {
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  subscribe,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { othersFirst } from '@haven/kernel';
import { coercedField } from './format-error.js';
import { answerTooLarge } from './limits/answer-too-large.js';
import { costOf } from './limits/cost-of.js';
import { KnownDocuments } from './limits/known-documents.js';
import type { PayerOf } from './limits/limit-operations.js';
import { answerBytesMaximum } from './limits/numbers.js';
import { nulRefusal } from './limits/refuse-nul.js';
import { understand, type Operation } from './limits/understand.js';
import type { FairShare, Work } from './share/fair-share.js';
import { untilSilent } from './share/until-silent.js';

type Format = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
type Errors = readonly GraphQLError[];
type Execute = (args: ExecutionArgs) => Promise<ExecutionResult>;

/** The parts of a graph over a WebSocket. */
export interface WebSocketGraph<C extends object> {
  readonly schema: GraphQLSchema;
  /** Makes the context of each operation from graphql-ws's own. */
  readonly contextOf: (source: never) => Promise<C>;
  readonly share: FairShare;
  readonly payerOf: PayerOf<C>;
  readonly format: Format;
  /** Executes operations that are not subscriptions. */
  readonly execute: Execute;
}

/**
 * Options of graphql-ws that give a WebSocket the limits and hidden errors that Apollo gives HTTP; Apollo's own hooks do not run there.
 */
export function webSocketOptions<C extends object>(graph: WebSocketGraph<C>) {
  const { schema, contextOf, share, payerOf, format, execute } = graph;
  const shown = (error: GraphQLError) => withoutHttp(format(error.toJSON(), error.originalError ?? error));
  const known = new KnownDocuments();
  const works = new WeakMap<object, Work>();
  const workOf = ({ contextValue }: ExecutionArgs) => [payerOf(contextValue as C), works.get(contextValue as C) ?? nothing] as const;
  return {
    onSubscribe: async (ctx: unknown, _id: string, operation: Operation): Promise<ExecutionArgs | Errors> => {
      // One socket may send many operations in one message burst.
      await othersFirst();
      const contextValue = await contextOf(ctx as never);
      const payer = payerOf(contextValue);
      const refusal = await share.toRead(payer, operation.query.length).catch(asError);
      if (refusal) return [refusal];
      const args = admit(schema, operation, known);
      if (isRefused(args)) {
        share.refused(payer);
        return args;
      }
      const over = share.charge(payer, args.work.cost);
      if (over) return [over];
      works.set(contextValue, args.work);
      return { ...args.execution, contextValue };
    },
    execute: (args: ExecutionArgs): Promise<ExecutionResult> => {
      const run = () => execute(args).then(smallEnough);
      return share.inTurn(...workOf(args), run).catch((error: GraphQLError) => ({ errors: [error] }));
    },
    /** The first states take a turn; later changes do not. */
    subscribe: async (args: ExecutionArgs): Promise<AsyncGenerator<ExecutionResult> | ExecutionResult> => {
      const done = await share.turnOf(...workOf(args)).catch(asError);
      if (done instanceof GraphQLError) return { errors: [done] };
      const told = await subscribe(args);
      if (Symbol.asyncIterator in told) return untilSilent(told, done);
      done();
      return told;
    },
    onNext: (_ctx: unknown, _id: string, _payload: unknown, _args: unknown, result: ExecutionResult) =>
      result.errors ? { ...result, errors: result.errors.map(asBadInput).map(shown) } : undefined,
    onError: (_ctx: unknown, _id: string, _payload: unknown, errors: Errors) => errors.map(asValidation).map(shown),
  };
}

const smallEnough = (result: ExecutionResult): ExecutionResult =>
  Buffer.byteLength(JSON.stringify(result)) > answerBytesMaximum ? { errors: [answerTooLarge()] } : result;

const isRefused = (value: unknown): value is Errors => Array.isArray(value);

const nothing: Work = { cost: 0, isMutation: false };
const asError = (error: GraphQLError): GraphQLError => error;

/** The operation with its cost, or why it may not run. */
function admit(schema: GraphQLSchema, operation: Operation, known: KnownDocuments): { execution: ExecutionArgs; work: Work } | Errors {
  const refusal = nulRefusal(operation.query, operation.variables);
  if (refusal) return [refusal];
  const execution = understand(schema, operation, known);
  if (isRefused(execution)) return execution;
  const { document, operationName, variableValues } = execution;
  const cost = costOf({ schema, document, operationName, variables: variableValues });
  if (cost instanceof GraphQLError) return [cost];
  const isMutation = getOperationAST(document, operationName)?.operation === OperationTypeNode.MUTATION;
  return { execution, work: { cost, isMutation } };
}

/** graphql-js gives its own errors about the document no code. */
const asValidation = (error: GraphQLError): GraphQLError =>
  error.originalError || error.extensions['code']
    ? error
    : new GraphQLError(error.message, { nodes: error.nodes ?? null, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });

/** A variable that does not fit has no code either; over HTTP Apollo adds one. Errors thrown by resolvers have a path. */
const asBadInput = (error: GraphQLError): GraphQLError =>
  error.path || error.extensions['code'] || coercedField(error.message) === null
    ? error
    : new GraphQLError(error.message, { nodes: error.nodes ?? null, extensions: { code: 'BAD_USER_INPUT' } });

/** Over a WebSocket there is no HTTP status. */
function withoutHttp(error: GraphQLFormattedError): GraphQLFormattedError {
  const { http: _http, ...extensions } = error.extensions ?? {};
  return { ...error, extensions };
}
