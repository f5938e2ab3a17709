import type { ServerResponse } from 'node:http';
import type { GatewayPlugin } from '@graphql-hive/gateway';
import { costOf, documentRules, messageBytesMaximum, nulRefusal, parseWithinLimits, UnreadAnswers } from '@haven/graphql/rules';
import { GraphQLError, type DocumentNode, type ExecutionArgs, type Source } from 'graphql';

/** Refuses, before any service is asked, what the single process refuses before a resolver runs. The rules are the same. */
export const limits: GatewayPlugin = {
  // The gateway's own limit is 25 MB and cannot be configured.
  onRequestParse: ({ request, requestParser, setRequestParser, fetchAPI }) => {
    if (Number(request.headers.get('content-length')) > messageBytesMaximum) throw tooLarge();
    if (!requestParser || !request.body) return;
    setRequestParser(async ({ url, method, headers, body }) =>
      requestParser(new fetchAPI.Request(url, { method, headers, body: await bytesOf(body as AsyncIterable<Uint8Array> | null) })),
    );
  },
  onParams: ({ params, setResult }) => {
    const refusal = nulRefusal(String(params.query), params.variables);
    if (refusal) setResult({ errors: [refusal] });
  },
  onParse: ({ setParseFn }) => setParseFn(parseOrThrow),
  onValidate: ({ addValidationRule }) => {
    for (const rule of documentRules) addValidationRule(rule);
    return ({ result, setResult }) => setResult((result as readonly GraphQLError[]).map(asFinding));
  },
  onExecute: ({ args, setResultAndStopExecution }) => {
    const refusal = costRefusal(args);
    if (refusal) setResultAndStopExecution({ errors: [refusal] });
  },
  onSubscribe: ({ args, setResultAndStopExecution }) => {
    const refusal = costRefusal(args);
    if (refusal) setResultAndStopExecution({ errors: [refusal] });
  },
  onResponse: ({ response, serverContext }) => {
    const { res } = serverContext as { res?: ServerResponse };
    // A stream of events has no length, and continues.
    const bytes = Number(response.headers.get('content-length') ?? 0);
    if (res && bytes > 0) unread.watch(res, bytes);
  },
};

const unread = new UnreadAnswers();

/** The cost limit of one operation is the same everywhere. Each service keeps the shares of its callers, because it knows them. */
function costRefusal({ schema, document, operationName, variableValues }: ExecutionArgs): GraphQLError | null {
  const cost = costOf({ schema, document, operationName, variables: variableValues });
  return cost instanceof GraphQLError ? cost : null;
}

/** As in the single process. */
const bodyMilliseconds = 30_000;

/** A literal that a scalar rejects has the scalar's own code. A problem of the document has one code, whichever component found it. */
const asFinding = ({ message, nodes }: GraphQLError) =>
  new GraphQLError(message, { nodes: nodes ?? null, extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } } });

const tooLarge = () =>
  new GraphQLError(`The request is too large: at most ${messageBytesMaximum} bytes.`, {
    extensions: { code: 'REQUEST_ENTITY_TOO_LARGE', http: { status: 413, headers: { connection: 'close' } } },
  });

const tooSlow = () =>
  new GraphQLError('The request took too long to arrive.', {
    extensions: { code: 'BAD_REQUEST', http: { status: 408, headers: { connection: 'close' } } },
  });

/** The whole body, unless it is too large or does not arrive in time. */
function bytesOf(body: AsyncIterable<Uint8Array> | null): Promise<Buffer<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const impatient = setTimeout(() => reject(tooSlow()), bodyMilliseconds);
    readWithin(body)
      .then(resolve, reject)
      .finally(() => clearTimeout(impatient));
  });
}

async function readWithin(body: AsyncIterable<Uint8Array> | null): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > messageBytesMaximum) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parseOrThrow(source: string | Source): DocumentNode {
  const parsed = parseWithinLimits(typeof source === 'string' ? source : source.body);
  if (parsed instanceof GraphQLError) throw parsed;
  return parsed;
}
