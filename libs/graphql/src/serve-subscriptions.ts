import type { Server } from 'node:http';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { messageBytesMaximum } from './limits/numbers.js';
import { guardSockets, type Identify } from './sockets/guard-sockets.js';
import type { webSocketOptions } from './web-socket-options.js';

/** The server of subscriptions over a WebSocket. */
export interface Subscriptions {
  readonly path: string;
  readonly options: ReturnType<typeof webSocketOptions>;
  readonly identify: Identify;
}

/**
 * Serves `graphql-transport-ws` beside HTTP. It does not use Nest, whose WebSocket server accepts messages of 100 MiB from unauthenticated
 * callers, and has no setting for it.
 */
export function serveSubscriptions(http: Server, { path, options, identify }: Subscriptions): { close(): Promise<void> } {
  const server = new WebSocketServer({ server: http, path, maxPayload: messageBytesMaximum });
  guardSockets(server, identify);
  const served = useServer(options, server);
  return { close: () => disposeWithin(closeMilliseconds, server, async () => served.dispose()) };
}

/** Time for clients to confirm that they close as well. */
const closeMilliseconds = 2_000;

/** Sends clients 1001, "going away", so that they connect again. Cuts off a client that does not answer. */
async function disposeWithin(milliseconds: number, server: WebSocketServer, dispose: () => Promise<void>): Promise<void> {
  const clients = [...server.clients];
  const impatient = setTimeout(() => clients.forEach((client) => client.terminate()), milliseconds);
  try {
    await dispose();
  } finally {
    clearTimeout(impatient);
  }
}
