import type { WebSocket } from 'ws';
import { readMessage } from './read-message.js';

/** Callbacks for a `graphql-transport-ws` connection. */
export interface Talk {
  /** Called once, with the client's hello. */
  readonly onHello: (connectionParams: Readonly<Record<string, unknown>>) => void;
  /** Called with the number of open operations after one more has started. */
  readonly onOpen: (count: number) => void;
}

const endOfOperation = /^\{"id":("(?:[^"\\]|\\.)*"),"type":"(?:complete|error)"/;

/** Follows a connection from outside, whichever library serves it. */
export function followTalk(socket: WebSocket, { onHello, onOpen }: Talk): void {
  const open = new Set<string>();
  let isGreeted = false;
  socket.prependListener('message', (data: Buffer) => {
    const message = readMessage(data.toString());
    if (message?.type === 'connection_init' && !isGreeted) {
      isGreeted = true;
      onHello(message.payload);
    }
    if (message?.type === 'complete') open.delete(message.id);
    if (message?.type === 'subscribe') onOpen(open.add(message.id).size);
  });
  const send = socket.send.bind(socket) as (...given: unknown[]) => void;
  socket.send = ((data: unknown, ...more: unknown[]) => {
    const ended = typeof data === 'string' ? endOfOperation.exec(data)?.[1] : undefined;
    if (ended !== undefined) open.delete(JSON.parse(ended) as string);
    send(data, ...more);
  }) as WebSocket['send'];
}
