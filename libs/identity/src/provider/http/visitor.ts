import type { IncomingMessage } from 'node:http';
import type { Visitor } from '../../sign-in/ports.js';

const loopback = /^(127\.|::1$|::ffff:127\.)/;
const forwarding = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'] as const;

/**
 * Who sends the request. Over https there is a proxy, which appends the address that it saw to `X-Forwarded-For`. Without a proxy the
 * visitor could write anything into that header. Nobody who comes through a proxy is on this machine.
 */
export function visitorOf({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>, publicUrl: string): Visitor {
  const direct = socket.remoteAddress ?? '';
  const isPublished = publicUrl.startsWith('https:');
  const forwarded = isPublished ? [headers['x-forwarded-for'] ?? ''].flat().join(',').split(',').at(-1)!.trim() : '';
  return {
    address: forwarded || direct,
    isLocal: !isPublished && loopback.test(direct) && forwarding.every((name) => headers[name] === undefined),
  };
}
