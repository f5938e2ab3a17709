import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { setTimeout as sleep } from 'node:timers/promises';

/** An open subscription. */
export interface Subscription<T> {
  /** All values received so far. */
  readonly received: readonly T[];
  readonly errors: readonly unknown[];
  /** The first value that passes, now or later; rejects if none arrives in time. */
  until(passes: (value: T) => boolean, limitMilliseconds: number): Promise<T>;
  close(): Promise<void>;
}

/** Subscribes over `graphql-transport-ws`. `field` names the subscription's field. */
export function subscribe<T>(url: string, token: string | null, query: string, variables: Record<string, unknown>): Subscription<T> {
  const client = createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    ...(token === null ? {} : { connectionParams: { authorization: `Bearer ${token}` } }),
  });
  const received: T[] = [];
  const errors: unknown[] = [];
  client.subscribe<Record<string, T>>(
    { query, variables },
    {
      next: ({ data, errors: failed }) => {
        if (failed) errors.push(...failed);
        if (data) received.push(...Object.values(data));
      },
      error: (error) => errors.push(error),
      complete: () => undefined,
    },
  );
  return { received, errors, until: (passes, limit) => until(received, errors, passes, limit), close: async () => client.dispose() };
}

async function until<T>(received: readonly T[], errors: readonly unknown[], passes: (value: T) => boolean, limit: number): Promise<T> {
  const deadline = Date.now() + limit;
  for (;;) {
    const found = received.find(passes);
    if (found !== undefined) return found;
    if (errors.length > 0) throw new Error(`The subscription failed: ${JSON.stringify(errors)}`);
    if (Date.now() > deadline) throw new Error(`Nothing that fits came within ${limit} ms; received: ${JSON.stringify(received)}`);
    await sleep(20);
  }
}
