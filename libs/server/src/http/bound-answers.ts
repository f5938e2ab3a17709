import type { FastifyInstance, FastifyReply } from 'fastify';
import { answerBytesMaximum, answerTooLarge, UnreadAnswers } from '@haven/graphql';

const tooLarge = JSON.stringify({ errors: [answerTooLarge()] });

/** Limits the size of one answer, and of all answers that clients have not read yet. */
export function boundAnswers(server: FastifyInstance, unread = new UnreadAnswers()): void {
  server.addHook('onSend', (_request, reply, payload, done) => {
    const sent = sizeOf(payload) > answerBytesMaximum ? refuse(reply) : payload;
    unread.watch(reply.raw, sizeOf(sent));
    done(null, sent);
  });
}

const sizeOf = (payload: unknown): number =>
  typeof payload === 'string' || payload instanceof Uint8Array ? Buffer.byteLength(payload) : 0;

function refuse(reply: FastifyReply): string {
  void reply.code(400).header('content-type', 'application/json; charset=utf-8').header('content-length', Buffer.byteLength(tooLarge));
  return tooLarge;
}
