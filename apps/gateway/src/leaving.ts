import type { GatewayPlugin } from '@graphql-hive/gateway';

/**
 * Asks clients to reconnect elsewhere when the gateway is stopped. A client that keeps its connection would keep sending, and be cut off in
 * the end.
 */
export function sendAwayWhenStopped(): GatewayPlugin {
  let isLeaving = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => (isLeaving = true));
  return {
    onResponse: ({ response }) => {
      if (isLeaving) response.headers.set('connection', 'close');
    },
  };
}
