import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { AnswerError } from '../harness/graphql.js';

/** The received answers, or the errors that ended the operation. */
interface SocketAnswer {
  readonly data?: object | null;
  readonly errors?: readonly AnswerError[];
}

/** The operation's variables, and the caller's token in `connection_init` and in the request that opens the connection. */
interface SocketRequest {
  readonly hello: Record<string, unknown> | undefined;
  readonly headers?: Record<string, string>;
  readonly variables?: Record<string, unknown>;
}

/** Sends one operation over `graphql-transport-ws` and waits for its end. */
export async function askOverWebSocket(
  url: string,
  query: string,
  { hello, headers = {}, variables = {} }: SocketRequest,
): Promise<SocketAnswer[]> {
  const client = createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    retryAttempts: 0,
    webSocketImpl: class extends WebSocket {
      constructor(address: string, protocol: string) {
        super(address, protocol, { headers });
      }
    },
    ...(hello && { connectionParams: hello }),
  });
  const answers: SocketAnswer[] = [];
  try {
    for await (const { data, errors } of client.iterate({ query, variables }))
      answers.push({ ...(data && { data }), ...(errors && { errors: errors.map((error) => error as AnswerError) }) });
  } catch (refused) {
    // Before an operation begins, graphql-transport-ws may send `error` instead of `next`.
    if (!Array.isArray(refused)) throw refused;
    answers.push({ errors: refused as AnswerError[] });
  } finally {
    await client.dispose();
  }
  return answers;
}
