import type { Server } from 'node:http';
import type { ExecutionArgs, ExecutionResult } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { webSocketOptions } from './web-socket-options.js';

/** Largest message, as the body of a request or over a WebSocket. */
export const messageBytesMaximum = 1_048_576;

/** What answers over a WebSocket. */
export interface Subscriptions {
  readonly path: string;
  /** Makes the context of each operation from graphql-ws's own. */
  readonly context: (source: never) => Promise<unknown>;
  readonly options: ReturnType<typeof webSocketOptions>;
  /** How to execute what is no subscription; default: as graphql-js does. */
  readonly execute?: (args: ExecutionArgs) => Promise<ExecutionResult>;
}

/**
 * Serves `graphql-transport-ws` beside HTTP. Not through Nest, whose WebSocket server takes messages of 100 MiB from callers
 * whom nobody has vouched for yet, and has no setting for it.
 */
export function serveSubscriptions(http: Server, { path, context, options, execute }: Subscriptions): { close(): Promise<void> } {
  const server = new WebSocketServer({ server: http, path, maxPayload: messageBytesMaximum });
  const served = useServer({ context: context as (source: unknown) => Promise<object>, ...options, ...(execute && { execute }) }, server);
  return { close: () => disposeWithin(closeMilliseconds, server, async () => served.dispose()) };
}

/** For clients to answer that they close as well. */
const closeMilliseconds = 2_000;

/** Clients are told 1001, "going away": they connect again. One that does not answer is cut off. */
async function disposeWithin(milliseconds: number, server: WebSocketServer, dispose: () => Promise<void>): Promise<void> {
  const clients = [...server.clients];
  const impatient = setTimeout(() => clients.forEach((client) => client.terminate()), milliseconds);
  try {
    await dispose();
  } finally {
    clearTimeout(impatient);
  }
}
