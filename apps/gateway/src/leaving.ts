import type { GatewayPlugin } from '@graphql-hive/gateway';

/** Asks clients to leave when the gateway is stopped: who keeps a connection would go on sending, and be cut off in the end. */
export function sendAwayWhenStopped(): GatewayPlugin {
  let isLeaving = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => (isLeaving = true));
  return {
    onResponse: ({ response }) => {
      if (isLeaving) response.headers.set('connection', 'close');
    },
  };
}
