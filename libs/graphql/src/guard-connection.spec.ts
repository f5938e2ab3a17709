import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WebSocketServer } from 'ws';
import { guardConnection } from './guard-connection.js';
import { pageHeaders } from './page-headers.js';

let server: Server;
beforeEach(async () => {
  server = createServer((request, response) => void request.resume().on('end', () => response.end('HTTP/1.1 400 is only text')));
  server.prependListener('connection', guardConnection);
  new WebSocketServer({ server, path: '/graphql' });
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function answerTo(request: string): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write(request);
  return text(socket);
}

const upgrade = (path: string, ...more: string[]): string =>
  [`GET ${path} HTTP/1.1`, 'host: a', 'connection: upgrade', ...more, '', ''].join('\r\n');

describe('a refusal that Node or ws writes', () => {
  it.each([
    ['a header that is too large', 431, `GET / HTTP/1.1\r\nhost: a\r\nx: ${'x'.repeat(40_000)}\r\n\r\n`],
    ['a bad header', 400, 'GET / HTTP/1.1\r\nbad header\r\n\r\n'],
    ['no HTTP', 400, 'garbage\r\n\r\n'],
    ['a bad chunk', 400, 'POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n'],
    ['no host', 400, 'GET / HTTP/1.1\r\n\r\n'],
    ['an expectation', 417, 'GET / HTTP/1.1\r\nhost: a\r\nexpect: nothing\r\nconnection: close\r\n\r\n'],
    ['a bad key of a WebSocket', 400, upgrade('/graphql', 'upgrade: websocket', 'sec-websocket-version: 13', 'sec-websocket-key: x')],
    ['a WebSocket elsewhere', 400, upgrade('/else', 'upgrade: websocket')],
    ['another protocol', 400, upgrade('/graphql', 'upgrade: h2c')],
  ])('has the headers of every answer: %s', async (_, status, request) => {
    const [head] = (await answerTo(request)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    for (const [name, value] of Object.entries(pageHeaders)) expect(head).toContain(`\r\n${name}: ${value}`);
    expect(head).not.toContain('text/html');
  });

  it('leaves other answers as they are', async () => {
    const answer = await answerTo('GET / HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).toContain('HTTP/1.1 400 is only text');
    expect(answer).not.toContain('nosniff');
  });
});
