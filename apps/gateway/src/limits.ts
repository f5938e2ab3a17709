import type { GatewayPlugin } from '@graphql-hive/gateway';
import { messageBytesMaximum, nulRefusal, queryLimits, tokensMaximum } from '@haven/graphql/rules';
import { GraphQLError, parse, type DocumentNode, type ParseOptions, type Source } from 'graphql';

/** What the single process refuses before a resolver runs, refused before a service is asked; by the same rules. */
export const limits: GatewayPlugin = {
  // The gateway's own limit is 25 MB and has no setting.
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
  onParse: ({ setParseFn }) => setParseFn(parseWithinLimits),
  onValidate: ({ addValidationRule }) => {
    addValidationRule(queryLimits);
    return ({ result, setResult }) => setResult((result as readonly GraphQLError[]).map(asFinding));
  },
};

/** A literal that a scalar refuses has the scalar's own code; what is wrong with the document has one code whoever found it. */
const asFinding = ({ message, nodes }: GraphQLError) =>
  new GraphQLError(message, { nodes: nodes ?? null, extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } } });

const tooLarge = () =>
  new GraphQLError(`The request is too large: at most ${messageBytesMaximum} bytes.`, {
    extensions: { code: 'REQUEST_ENTITY_TOO_LARGE', http: { status: 413, headers: { connection: 'close' } } },
  });

async function bytesOf(body: AsyncIterable<Uint8Array> | null): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > messageBytesMaximum) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parseWithinLimits(source: string | Source, options?: ParseOptions): DocumentNode {
  try {
    return parse(source, { ...options, maxTokens: tokensMaximum });
  } catch (error) {
    if (error instanceof GraphQLError) throw error;
    // The parser is recursive: a document can be too deep for it before it has too many tokens.
    throw new GraphQLError('Syntax Error: The document is nested too deep.', { extensions: { code: 'GRAPHQL_PARSE_FAILED' } });
  }
}
