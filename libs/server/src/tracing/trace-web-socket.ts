import { context, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { execute, getOperationAST, type ExecutionArgs, type ExecutionResult } from 'graphql';
import { operationAttributes } from './trace-operations.js';

const tracer = trace.getTracer('haven');

/** Executes a query or mutation from a WebSocket in its own span, like an HTTP request. */
export async function executeInTrace(args: ExecutionArgs): Promise<ExecutionResult> {
  const operation = getOperationAST(args.document, args.operationName);
  const attributes = operation ? operationAttributes(operation) : {};
  const span = tracer.startSpan('WebSocket operation', { kind: SpanKind.SERVER, attributes }, ROOT_CONTEXT);
  try {
    const result = await context.with(trace.setSpan(ROOT_CONTEXT, span), () => execute(args));
    if (result.errors) span.setStatus({ code: SpanStatusCode.ERROR });
    return result;
  } finally {
    span.end();
  }
}
