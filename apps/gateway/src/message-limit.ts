import { WebSocketServer } from 'ws';

/** As much as the services take in one message. */
const bytesMaximum = 1_048_576;

/**
 * Limits the messages of every WebSocket server in this process. The gateway makes its own and has no setting for it; the
 * default of `ws` is 100 MiB, which anybody could send before there is a token.
 */
export function limitMessages(): void {
  const server = WebSocketServer.prototype as { handleUpgrade: (...given: unknown[]) => void };
  const handleUpgrade = server.handleUpgrade;
  server.handleUpgrade = function (this: { options: { maxPayload?: number } }, ...given) {
    this.options.maxPayload = bytesMaximum;
    return handleUpgrade.apply(this, given);
  };
}
