import type { WebSocket } from 'ws';
import { answerBytesMaximum } from '../limits/numbers.js';

/** A client that does not read a message within this time is disconnected, and so is one with too many unread bytes. */
const usual = { milliseconds: 30_000, bytes: 2 * answerBytesMaximum };

/** Disconnects a client that does not read, since its messages would pile up. */
export function boundUnread(socket: WebSocket, { milliseconds, bytes } = usual): void {
  const send = socket.send.bind(socket) as (data: unknown, ...more: unknown[]) => void;
  socket.send = ((data: unknown, ...more: unknown[]) => {
    const tell = more.find((one) => typeof one === 'function') as ((error?: Error) => void) | undefined;
    const options = more.filter((one) => typeof one === 'object');
    const impatient = setTimeout(() => socket.terminate(), milliseconds);
    impatient.unref();
    send(data, ...options, (error?: Error) => {
      clearTimeout(impatient);
      tell?.(error);
    });
    if (socket.bufferedAmount > bytes) socket.terminate();
  }) as WebSocket['send'];
}
