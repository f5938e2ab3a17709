import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { WebSocket } from 'ws';
import { serveSubscriptions } from './serve-subscriptions.js';
import { webSocketGraph } from './web-socket-graph.fixture.js';
import { webSocketOptions } from './web-socket-options.js';

const path = '/graphql';
let http: Server;
let served: { close(): Promise<void> };

beforeEach(async () => {
  http = createServer().listen(0, '127.0.0.1');
  await once(http, 'listening');
  const options = webSocketOptions(webSocketGraph(buildSchema('type Query { a: Int }')));
  served = serveSubscriptions(http, { path, options, identify: () => Promise.resolve('somebody') });
});
afterEach(() => void http.close());

async function connect(): Promise<WebSocket> {
  const { port } = http.address() as AddressInfo;
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, 'graphql-transport-ws');
  await once(socket, 'open');
  return socket;
}

describe('subscriptions that are closed', () => {
  it('tell clients to reconnect: 1001', async () => {
    const socket = await connect();
    const [[code]] = await Promise.all([once(socket, 'close'), served.close()]);
    expect(code).toBe(1001);
  });

  it('do not wait for a client that does not answer', async () => {
    const socket = await connect();
    socket.pause();
    const since = performance.now();
    await served.close();
    expect(performance.now() - since).toBeLessThan(5_000);
    socket.terminate();
  });
});
