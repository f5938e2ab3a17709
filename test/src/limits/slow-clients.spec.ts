import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { sharedSystem } from '../harness/shared-system.js';

const { url, ...system } = sharedSystem();
const { hostname, port } = new URL(url);
let token: string;
const sockets: WebSocket[] = [];

beforeAll(async () => {
  token = await system.token('CASEWORKER');
});
afterAll(async () => {
  for (const socket of sockets) socket.terminate();
  expect((await fetch(`${url}/health/ready`)).status).toBe(200);
});

async function open(): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws');
  sockets.push(socket);
  await once(socket, 'open');
  return socket;
}
async function greet(authorization: string | undefined): Promise<WebSocket> {
  const socket = await open();
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } }));
  await once(socket, 'message');
  return socket;
}
const closeOf = async (socket: WebSocket) => ((await once(socket, 'close')) as [number])[0];

describe('a WebSocket', () => {
  it('that sends nothing is closed', async () => {
    expect(await closeOf(await open())).toBe(4408);
  });

  it.each([
    ['no token', undefined],
    ['a token that nobody vouches for', 'Bearer a.b.c'],
  ])('with %s is closed', async (_what, authorization) => {
    expect(await closeOf(await greet(authorization))).toBe(4403);
  });

  it('has at most 50 operations open', async () => {
    const socket = await greet(`Bearer ${token}`);
    const query = 'subscription { holdChanged(serviceId: "none") { id } }';
    for (let id = 0; id < 51; id++) socket.send(JSON.stringify({ type: 'subscribe', id: String(id), payload: { query } }));
    expect(await closeOf(socket)).toBe(4429);
  });
});

describe('a request', () => {
  it('whose body arrives too slowly is cut off', async () => {
    const socket: Socket = connect(Number(port), hostname);
    socket.on('error', () => undefined).resume();
    socket.write('POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 100000\r\n\r\n{"query":"');
    const closed = once(socket, 'close').then(() => 'cut off');
    const drip = setInterval(() => socket.write('x'), 500);
    expect(await Promise.race([closed, sleep(50_000, 'still open', { ref: false })])).toBe('cut off');
    clearInterval(drip);
    socket.destroy();
  });
});
