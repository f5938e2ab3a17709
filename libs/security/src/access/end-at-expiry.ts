/** The part of a WebSocket that is needed here. */
export interface ClosableSocket {
  close(code: number, reason: string): void;
  once(event: 'close', listener: () => void): unknown;
}

/** graphql-transport-ws "Forbidden": clients connect again, with a fresh token if they have one. */
const forbidden = 4403;
const ending = new WeakSet<ClosableSocket>();

/** Closes the socket when its token expires, and with it every subscription that the token opened. */
export function endAtExpiry(socket: ClosableSocket, expiresAt: Date): void {
  if (ending.has(socket)) return;
  ending.add(socket);
  const timer = setTimeout(() => socket.close(forbidden, 'Token expired'), Math.max(0, expiresAt.getTime() - Date.now()));
  timer.unref();
  socket.once('close', () => clearTimeout(timer));
}
