import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { System } from '@haven/test/harness/system';

/** A received state. */
export interface Heard {
  readonly serviceId: string;
  readonly sequence: number;
  readonly free: number;
  /** By the clock of this process, in milliseconds. */
  readonly at: number;
  /** Number of the connection; the first is 1. */
  readonly connection: number;
}

/** A client who subscribes to the beds of some services. */
export interface Subscriber {
  heard(): readonly Heard[];
  /** How its connections ended: the code of the WebSocket, or that of the error. */
  endings(): readonly string[];
  stop(): Promise<void>;
}

/** `again`: subscribes again whenever its subscription has ended, as clients must. */
export interface SubscriberOptions {
  readonly serviceIds: readonly string[];
  readonly again: boolean;
}

const query = 'subscription ($ids: [ID!]) { availabilityChanged(filter: { serviceIds: $ids }) { serviceId sequence free } }';
const pauseMilliseconds = 500;
/** A server that answers no ping for so long is given up. */
const pingMilliseconds = 3_000;

/** Begins to subscribe. Each subscription begins with the current state of every service, so nothing has to be remembered. */
export function startSubscriber(system: System, { serviceIds, again }: SubscriberOptions): Subscriber {
  const heard: Heard[] = [];
  const endings: string[] = [];
  const stopping = new AbortController();
  let connection = 0;
  const followOnce = async () => {
    connection += 1;
    const token = await system.token('HOTLINE');
    const hear = (state: Omit<Heard, 'at' | 'connection'>) => heard.push({ ...state, at: performance.now(), connection });
    endings.push(await subscribeOnce(system.url, token, serviceIds, hear, stopping.signal));
  };
  const running = (async () => {
    do {
      await followOnce();
      await sleep(pauseMilliseconds, null, { signal: stopping.signal }).catch(() => null);
    } while (again && !stopping.signal.aborted);
  })();
  return { heard: () => heard, endings: () => endings, stop: () => (stopping.abort(), running) };
}

interface State {
  readonly availabilityChanged: Omit<Heard, 'at' | 'connection'>;
}

/** Resolves to how the subscription ended. */
async function subscribeOnce(
  url: string,
  token: string,
  ids: readonly string[],
  hear: (state: State['availabilityChanged']) => void,
  signal: AbortSignal,
): Promise<string> {
  let closed = 'complete';
  const client = createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    keepAlive: pingMilliseconds,
    connectionParams: { authorization: `Bearer ${token}` },
    on: { ping: () => undefined, closed: (event) => (closed = String((event as { code?: number }).code ?? 'closed')) },
  });
  const stop = () => void client.dispose();
  signal.addEventListener('abort', stop, { once: true });
  const ending = await new Promise<string>((resolve) => {
    client.subscribe<State>(
      { query, variables: { ids } },
      {
        next: ({ data, errors }) => {
          if (data) hear(data.availabilityChanged);
          if (errors) resolve(String(errors[0]?.extensions?.['code'] ?? 'error'));
        },
        error: () => resolve(closed),
        complete: () => resolve(closed),
      },
    );
  });
  signal.removeEventListener('abort', stop);
  await client.dispose();
  return ending;
}
