import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';

/** Only the caller may cache it, and must ask each time; an unchanged list is not sent again. */
const kept = { 'cache-control': 'private, no-cache', vary: 'authorization' };

/** Sends a JSON document with its ETag, or 304 to a client that has the same one. */
export function sendDocument(reply: FastifyReply, document: unknown): FastifyReply {
  const body = JSON.stringify(document);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 32)}"`;
  void reply.headers({ ...kept, etag });
  if (names(reply.request.headers['if-none-match'], etag)) return reply.code(304).send();
  return reply.type('application/json; charset=utf-8').send(body);
}

/** A proxy that compresses makes a tag weak; for reading that is the same. */
const names = (header: string | undefined, etag: string): boolean =>
  (header ?? '').split(',').some((one) => [etag, '*'].includes(one.trim().replace(/^W\//, '')));
