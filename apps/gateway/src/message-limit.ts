import { messageBytesMaximum } from '@haven/graphql/rules';
import { WebSocketServer } from 'ws';

/**
 * Limits the messages of every WebSocket server in this process. The gateway makes its own and has no setting for it; the
 * default of `ws` is 100 MiB, which anybody could send before there is a token.
 */
export function limitMessages(): void {
  const server = WebSocketServer.prototype as { handleUpgrade: (...given: unknown[]) => void };
  const handleUpgrade = server.handleUpgrade;
  server.handleUpgrade = function (this: { options: { maxPayload?: number } }, ...given) {
    this.options.maxPayload = messageBytesMaximum;
    return handleUpgrade.apply(this, given);
  };
}
