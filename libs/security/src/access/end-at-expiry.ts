/** The part of a WebSocket that this needs. */
export interface ClosableSocket {
  close(code: number, reason: string): void;
  once(event: 'close', listener: () => void): unknown;
}

/** graphql-transport-ws "Forbidden": the client reconnects, with a fresh token if it has one. */
const forbidden = 4403;
const ending = new WeakSet<ClosableSocket>();

/** Closes the socket when its token expires, which ends all its subscriptions. */
export function endAtExpiry(socket: ClosableSocket, expiresAt: Date): void {
  if (ending.has(socket)) return;
  ending.add(socket);
  const timer = setTimeout(() => socket.close(forbidden, 'Token expired'), Math.max(0, expiresAt.getTime() - Date.now()));
  timer.unref();
  socket.once('close', () => clearTimeout(timer));
}
