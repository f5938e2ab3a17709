import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { sharedSystem } from '../harness/shared-system.js';

const megabyte = 1_048_576;
const tooBig = 1009;
/** If a large hello is sent slowly, it is also late. */
const tooLate = 4408;

/** Sends a hello of this many bytes, without a token. Returns the code with which the server closes the connection, or its first answer. */
async function firstAnswer(bytes: number): Promise<number | string> {
  const socket = new WebSocket(`${sharedSystem().url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws');
  await once(socket, 'open');
  const frame = JSON.stringify({ type: 'connection_init', payload: { text: '' } });
  socket.send(frame.replace('""', `"${'x'.repeat(bytes - frame.length)}"`));
  const answer = await Promise.race([
    once(socket, 'close').then(([code]) => code as number),
    once(socket, 'message').then(([text]) => (JSON.parse(String(text)) as { type: string }).type),
  ]);
  socket.terminate();
  return answer;
}

describe('a message over a WebSocket', () => {
  it('may have 1 MiB', async () => {
    expect(await firstAnswer(megabyte)).toBe('connection_ack');
  });

  it.each([megabyte + 1, 50_000_000])('closes the connection if it has %d bytes, and the server stays up', async (bytes) => {
    expect([tooBig, tooLate]).toContain(await firstAnswer(bytes));
    expect((await fetch(`${sharedSystem().url}/health/ready`)).status).toBe(200);
  });
});
