import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { answerBytesMaximum, UnreadAnswers } from '@haven/graphql';
import { fastify, type FastifyInstance } from 'fastify';
import { boundAnswers } from './bound-answers.js';

let server: FastifyInstance;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await server.close();
});

async function serve(bounds?: ConstructorParameters<typeof UnreadAnswers>[0]): Promise<void> {
  server = fastify();
  boundAnswers(server, new UnreadAnswers(bounds));
  server.get('/:bytes', (request) => 'x'.repeat(Number((request.params as { bytes: string }).bytes)));
  await server.listen({ port: 0, host: '127.0.0.1' });
}

/** Asks for this many bytes and reads none of them. */
async function askWithoutReading(bytes: number): Promise<Socket> {
  const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
  sockets.push(socket);
  socket.on('error', () => undefined);
  socket.write(`GET /${bytes} HTTP/1.1\r\nhost: a\r\n\r\n`);
  await once(server.server, 'request');
  return socket;
}

/** Waits until the server has only this many connections; answers their number. */
async function untilConnections(most: number): Promise<void> {
  const count = () => new Promise<number>((resolve) => server.server.getConnections((_error, found) => resolve(found)));
  while ((await count()) > most) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('an answer', () => {
  it('is not sent if it is too large', async () => {
    await serve();
    const refused = await server.inject(`/${answerBytesMaximum + 1}`);
    expect(refused.statusCode).toBe(400);
    expect(refused.json()).toMatchObject({ errors: [{ extensions: { code: 'ANSWER_TOO_LARGE', maximum: answerBytesMaximum } }] });
    expect((await server.inject(`/${answerBytesMaximum}`)).body).toHaveLength(answerBytesMaximum);
  });

  it('is dropped if it is not read in time', async () => {
    await serve({ milliseconds: 300, bytes: Infinity });
    await askWithoutReading(answerBytesMaximum);
    await untilConnections(0);
  });

  it('is dropped in favour of later ones if too much waits unread', async () => {
    await serve({ milliseconds: 60_000, bytes: 2.5 * answerBytesMaximum });
    for (let i = 0; i < 4; i++) await askWithoutReading(answerBytesMaximum);
    await untilConnections(2);
    expect((await fetch(`http://127.0.0.1:${(server.server.address() as AddressInfo).port}/10`)).status).toBe(200);
  });
});
