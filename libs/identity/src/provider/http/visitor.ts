import type { IncomingMessage } from 'node:http';
import type { Visitor } from '../../sign-in/ports.js';

const loopback = /^(127\.|::1$|::ffff:127\.)/;
const forwarding = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'] as const;

/**
 * Who asks. Over https a proxy stands in front that adds the address it saw at the end of `X-Forwarded-For`; without one that
 * header is whatever the visitor wrote. Nobody who comes through a proxy is on this machine.
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
