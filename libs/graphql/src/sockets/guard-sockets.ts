import type { IncomingMessage } from 'node:http';
import type { WebSocket, WebSocketServer } from 'ws';
import { boundUnread } from './bound-unread.js';
import { Counters } from './counters.js';
import { followTalk } from './follow-talk.js';

/** Subject of the valid token in the hello message, or null. */
export type Identify = (connectionParams: Readonly<Record<string, unknown>>) => Promise<string | null>;

/** How many may be open at once, and how long without a token. */
export interface SocketLimits {
  readonly subscriptions: number;
  readonly ofSubject: number;
  readonly ofAddressWithoutToken: number;
  readonly patienceMilliseconds: number;
}

const usual: SocketLimits = { subscriptions: 50, ofSubject: 500, ofAddressWithoutToken: 100, patienceMilliseconds: 5_000 };

/** graphql-transport-ws: "Forbidden", and "too many" of something. */
const codes = { forbidden: 4403, tooMany: 4429 } as const;

/** Closes WebSockets without a token or with unread messages, and limits the number for each caller. */
export function guardSockets(server: WebSocketServer, identify: Identify, limits: SocketLimits = usual): void {
  const counters = new Counters();
  server.on('connection', (socket: WebSocket, request: IncomingMessage) => {
    boundUnread(socket);
    const member = counters.of(`address ${request.socket.remoteAddress}`);
    if (member.count > limits.ofAddressWithoutToken) socket.close(codes.tooMany, 'Too many connections without a token');
    const impatient = setTimeout(() => socket.close(codes.forbidden, 'No valid token'), limits.patienceMilliseconds);
    socket.once('close', () => {
      clearTimeout(impatient);
      member.leave();
    });
    const greet = async (params: Readonly<Record<string, unknown>>) => {
      const subject = await identify(params).catch(() => null);
      if (subject === null || socket.readyState !== socket.OPEN) return;
      clearTimeout(impatient);
      member.moveTo(`subject ${subject}`);
      if (member.count > limits.ofSubject) socket.close(codes.tooMany, 'Too many connections with this token');
    };
    followTalk(socket, {
      onHello: (params) => void greet(params),
      onOpen: (count) => {
        if (count > limits.subscriptions) socket.close(codes.tooMany, 'Too many subscriptions');
      },
    });
  });
}
