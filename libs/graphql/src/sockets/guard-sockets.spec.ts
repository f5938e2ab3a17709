import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WebSocket, WebSocketServer } from 'ws';
import { boundUnread } from './bound-unread.js';
import { guardSockets } from './guard-sockets.js';

const limits = { subscriptions: 2, ofSubject: 2, ofAddressWithoutToken: 3, patienceMilliseconds: 300 };
let server: WebSocketServer;

beforeEach(async () => {
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
});
afterEach(() => {
  for (const client of server.clients) client.terminate();
  server.close();
});

async function connect(hello?: object): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await once(socket, 'open');
  if (hello) socket.send(JSON.stringify({ type: 'connection_init', payload: hello }));
  return socket;
}
const closeOf = async (socket: WebSocket) => ((await once(socket, 'close')) as [number])[0];
const subscribe = (socket: WebSocket, id: string) => socket.send(JSON.stringify({ type: 'subscribe', id, payload: { query: '{ a }' } }));

describe('sockets', () => {
  beforeEach(() => guardSockets(server, ({ token }) => Promise.resolve(typeof token === 'string' ? token : null), limits));

  it.each([
    ['say nothing', undefined],
    ['have no token', {}],
    ['have a token that does not count', { token: 7 }],
  ])('that %s are closed', async (_what, hello) => {
    expect(await closeOf(await connect(hello))).toBe(4403);
  });

  it('with a token stay', async () => {
    const socket = await connect({ token: 'somebody' });
    const stranger = await connect();
    // Sockets that came later without a token are closed by now.
    await closeOf(stranger);
    expect(socket.readyState).toBe(WebSocket.OPEN);
  });

  it('are limited for each subject, until one is closed', async () => {
    const [first] = [await connect({ token: 'a' }), await connect({ token: 'a' }), await connect({ token: 'b' })];
    expect(await closeOf(await connect({ token: 'a' }))).toBe(4429);
    first.close();
    await once(first, 'close');
    const again = await connect({ token: 'a' });
    await closeOf(await connect());
    expect(again.readyState).toBe(WebSocket.OPEN);
  });

  it('without a token are limited for each address', async () => {
    const sockets = await Promise.all(Array.from({ length: 5 }, () => connect()));
    const closed = await Promise.all(sockets.map(closeOf));
    expect(closed.sort()).toEqual([4403, 4403, 4403, 4429, 4429]);
  });

  it('have a limited number of open operations; ended ones do not count', async () => {
    const arrived = once(server, 'connection') as Promise<[WebSocket]>;
    const socket = await connect({ token: 'a' });
    const [there] = await arrived;
    subscribe(socket, '1');
    subscribe(socket, '2');
    socket.send(JSON.stringify({ type: 'complete', id: '1' }));
    subscribe(socket, '3"\u0000');
    socket.send('end');
    await new Promise<void>((resolve) => there.on('message', (data: Buffer) => data.toString() === 'end' && resolve()));
    there.send('{"id":"2","type":"complete"}');
    there.send(JSON.stringify({ id: '3"\u0000', type: 'error', payload: [] }));
    await once(socket, 'message');
    subscribe(socket, '4');
    subscribe(socket, '5');
    subscribe(socket, '6');
    expect(await closeOf(socket)).toBe(4429);
  });
});

describe('a client that does not read', () => {
  const megabytes = 'x'.repeat(30_000_000);

  it.each([
    ['in time', { milliseconds: 200, bytes: Infinity }],
    ['so that too much waits', { milliseconds: 60_000, bytes: 1_000_000 }],
  ])('is disconnected if it does not read %s', async (_what, bounds) => {
    const arrived = once(server, 'connection') as Promise<[WebSocket]>;
    const socket = await connect();
    const [there] = await arrived;
    boundUnread(there, bounds);
    socket.pause();
    const closed = once(there, 'close');
    for (let i = 0; i < 3; i++) there.send(megabytes, () => undefined);
    await closed;
    expect(there.bufferedAmount).toBeLessThan(megabytes.length * 3);
  });
});
